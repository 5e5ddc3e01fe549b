using System.Globalization;
using System.Text.Json;
using CoCreateStudio.Features;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Requirements.Import.Inspect;

public sealed class InspectCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("studio-inspect-").FullName;
    private readonly (CultureInfo Words, CultureInfo Formats) _before = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public InspectCommandTests() => CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

    public void Dispose()
    {
        (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = _before;
        Directory.Delete(_folder, true);
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public void A_machine_is_told_what_the_importer_understands()
    {
        WorkbookBuilder book = new();
        book.Sheet("帮助").Row("时机", "做法").Row("first", "write");
        var file = Kept(book.Sheet("需求").Row("提出人：李四", "提出时间：2023年12月15日").Row("序号", "问题描述", "紧急程度", "版本").Row(1, "附件丢失", "随便", "V3").Row(2, "打印错误", "高").Picture(3, 2));

        Assert.Equal(0, Run(file, "--json"));

        var answer = JsonDocument.Parse(_output.ToString()).RootElement;
        Assert.Equal(["refused", "rows", "pictures", "sheets"], answer.EnumerateObject().Select(p => p.Name));
        Assert.Equal((JsonValueKind.Null, 2, 1), (answer.GetProperty("refused").ValueKind, answer.GetProperty("rows").GetInt32(), answer.GetProperty("pictures").GetInt32()));
        var (help, sheet) = (answer.GetProperty("sheets")[0], answer.GetProperty("sheets")[1]);
        Assert.Equal((false, "Not read: no column fits, while another sheet does. It may be help or a list of values."), (help.GetProperty("used").GetBoolean(), help.GetProperty("why").GetString()));
        Assert.Equal(["name", "headerRow", "rows", "pictures", "used", "why", "columns", "defaults", "problems"], sheet.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("需求", 2, 2, 1, true), (sheet.GetProperty("name").GetString(), sheet.GetProperty("headerRow").GetInt32(), sheet.GetProperty("rows").GetInt32(), sheet.GetProperty("pictures").GetInt32(), sheet.GetProperty("used").GetBoolean()));
        Assert.Equal(["A No sure", "B Description sure", "C Urgency sure", "D  none"], sheet.GetProperty("columns").EnumerateArray().Select(c => $"{c.GetProperty("letter")} {c.GetProperty("target")} {c.GetProperty("confidence")}"));
        Assert.Equal("""{"Reporter":"李四","ReportedAt":"2023-12-15"}""", sheet.GetProperty("defaults").GetRawText().Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal));
        Assert.Equal("3 C “随便” is no urgency known here. Choose one, or leave it empty.", Assert.Single(sheet.GetProperty("problems").EnumerateArray().Select(p => $"{p.GetProperty("row")} {p.GetProperty("column")} {p.GetProperty("message")}")));
    }

    [Fact]
    public void A_person_reads_the_same_in_words()
    {
        var file = Kept(new WorkbookBuilder().Sheet("需求").Row("序号", "问题描述").Row(1, "附件丢失"));

        Assert.Equal(0, Run(file));

        Assert.Contains("a.xlsx: 1 rows, 0 pictures", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("  B  问题描述 → Description (sure) The heading is a known word for this.", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--lang", "zh-Hans")]
    [InlineData("--lang=zh")]
    public void It_speaks_the_language_that_is_asked_for(params string[] language)
    {
        var file = Kept(new WorkbookBuilder().Sheet("需求").Row("序号", "问题描述").Row(1, "附件丢失"));

        Assert.Equal(0, Run([file, .. language]));

        Assert.Contains("1 行，0 张图片，标题在第 1 行", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Customers_are_no_problem_where_there_is_no_project()
    {
        var file = Kept(new WorkbookBuilder().Sheet().Row("问题描述", "客户").Row("附件丢失", "合联"));

        Run(file, "--json");

        Assert.Equal(0, JsonDocument.Parse(_output.ToString()).RootElement.GetProperty("sheets")[0].GetProperty("problems").GetArrayLength());
    }

    [Fact]
    public void A_refused_file_is_told_with_its_reason_and_2()
    {
        var file = Path.Combine(_folder, "a.xlsx");
        File.WriteAllBytes(file, "%PDF-1.7"u8);

        Assert.Equal((2, 2), (Run(file), Run(file, "--json")));

        Assert.Contains("a.xlsx is refused. This is not an Excel or CSV file.", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"refused\": \"This is not an Excel or CSV file.", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name the file to look into")]
    [InlineData("There is no file “gone.xlsx”", "gone.xlsx", "--json")]
    [InlineData("“tlh” is no language known here", "a.xlsx", "--lang", "tlh")]
    [InlineData("“--all” is no option known here", "--all", "a.xlsx")]
    [InlineData("One file at a time", "a.xlsx", "b.xlsx")]
    public void A_wrong_call_is_one_sentence_and_2(string sentence, params string[] arguments)
    {
        Assert.Equal(2, Run(arguments));

        Assert.StartsWith(sentence, Assert.Single(_error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Empty(_output.ToString());
    }

    private int Run(params string[] arguments) => StudioFeatures.Command("inspect")!.Run(arguments, _output, _error);

    private string Kept(SheetBuilder sheet)
    {
        var file = Path.Combine(_folder, "a.xlsx");
        File.WriteAllBytes(file, sheet.Build().ToArray());
        return file;
    }
}
