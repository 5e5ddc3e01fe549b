using System.Text;
using CoCreateStudio.Kit.Excel.Reading;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Kit.Excel.Reading;

public class RefusalTests
{
    [Fact]
    public void An_encrypted_workbook_is_refused_as_protected_by_a_password() =>
        AssertRefused(nameof(ReadingText.PasswordProtected), OleBuilder.Build("EncryptedPackage", [1, 2, 3]));

    [Fact]
    public void A_word_document_in_the_old_format_is_not_a_workbook() =>
        AssertRefused(nameof(ReadingText.NotAWorkbook), OleBuilder.Build("WordDocument", [1, 2, 3]));

    [Fact]
    public void A_word_document_in_the_new_format_is_not_a_workbook() =>
        AssertRefused(nameof(ReadingText.NotAWorkbook), WorkbookBuilder.Zip(new Dictionary<string, byte[]> { ["word/document.xml"] = "<a/>"u8.ToArray() }));

    [Fact]
    public void The_lock_file_of_an_open_workbook_is_named_as_such()
    {
        var content = new byte[165];
        content[0] = 4;
        "QIAN"u8.CopyTo(content.AsSpan(1));

        AssertRefused(nameof(ReadingText.LockFile), new MemoryStream(content), "~$需求.xlsx");
    }

    [Fact]
    public void A_cut_off_workbook_is_damaged()
    {
        var whole = new WorkbookBuilder().Sheet().Row("a").Build().ToArray();

        AssertRefused(nameof(ReadingText.Damaged), new MemoryStream(whole[..(whole.Length / 2)]));
    }

    [Fact]
    public void A_sheet_with_broken_xml_is_damaged_when_its_rows_are_read()
    {
        var builder = new WorkbookBuilder();
        builder.Sheet().Row("<c><v>1</w></c>");
        using var book = SourceBook.Open(builder.Build(), "a.xlsx");

        var refusal = Assert.Throws<FileRefusedException>(() => book.Sheets[0].ReadRows().Count());

        Assert.Equal(nameof(ReadingText.Damaged), refusal.Reason);
    }

    [Fact]
    public void A_part_with_a_document_type_is_refused_as_unsafe()
    {
        var builder = new WorkbookBuilder().Part("xl/sharedStrings.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><sst><si><t>&b;</t></si></sst>");
        builder.Sheet().Row("a");

        AssertRefused(nameof(ReadingText.Unsafe), builder.Build());
    }

    [Fact]
    public void A_file_over_the_limit_is_too_large() =>
        AssertRefused(nameof(ReadingText.TooLarge), new MemoryStream(new byte[100]), limits: new ReadLimits { FileBytes = 99 });

    [Fact]
    public void A_part_that_unpacks_beyond_the_budget_is_refused()
    {
        var builder = new WorkbookBuilder().Part("xl/styles.xml", "<styleSheet>" + new string(' ', 200_000) + "</styleSheet>");
        builder.Sheet().Row("a");

        AssertRefused(nameof(ReadingText.TooLargeInside), builder.Build(), limits: new ReadLimits { PartBytes = 100_000 });
    }

    [Fact]
    public void A_part_that_unpacks_to_hundreds_of_times_its_size_is_refused_before_it_is_unpacked()
    {
        var builder = new WorkbookBuilder();
        builder.Sheet().Row(new string('a', 300_000));

        AssertRefused(nameof(ReadingText.TooLargeInside), builder.Build(), limits: new ReadLimits { PartBytes = 100_000 });
    }

    [Fact]
    public void All_parts_together_have_a_budget()
    {
        var builder = new WorkbookBuilder();
        foreach (var name in new[] { "a", "b", "c" }) builder.Sheet(name).Row([.. Enumerable.Range(0, 500).Select(i => (object)i)]);

        AssertRefused(nameof(ReadingText.TooLargeInside), builder.Build(), limits: new ReadLimits { UnpackedBytes = 20_000 });
    }

    [Theory]
    [InlineData("<c t=\"inlineStr\"><is><t>§</t></is></c>")]
    [InlineData("<c x=\"§\"><v>1</v></c>")]
    [InlineData("<c t=\"inlineStr\"><is><t><![CDATA[<§]]></t></is></c>")]
    public void A_text_that_does_not_end_is_refused_and_not_held(string cell)
    {
        using var book = SourceBook.Open(new WorkbookBuilder().Sheet().Row(cell.Replace("§", string.Concat(Enumerable.Repeat("ab>", 50_000)), StringComparison.Ordinal)).Build(), "a.xlsx", new ReadLimits { TextBytes = 50_000 });

        var refusal = Assert.Throws<FileRefusedException>(() => book.Sheets[0].ReadRows().Count());

        Assert.Equal(nameof(ReadingText.TextTooLong), refusal.Reason);
    }

    [Fact]
    public void Elements_inside_each_other_without_end_are_damage()
    {
        using var book = SourceBook.Open(new WorkbookBuilder().Sheet().Row("<c>" + string.Concat(Enumerable.Repeat("<a>", 1000))).Build(), "a.xlsx");

        Assert.Equal(nameof(ReadingText.Damaged), Assert.Throws<FileRefusedException>(() => book.Sheets[0].ReadRows().Count()).Reason);
    }

    [Fact]
    public void A_row_of_more_cells_than_there_are_columns_is_damage()
    {
        using var book = new WorkbookBuilder().Sheet().Row([.. Enumerable.Repeat<object>("<c r=\"A1\"><v>1</v></c>", 16_385)]).Open();

        Assert.Equal(nameof(ReadingText.Damaged), Assert.Throws<FileRefusedException>(() => book.Sheets[0].ReadRows().Count()).Reason);
    }

    [Fact]
    public void More_sheets_than_the_limit_are_refused()
    {
        var builder = new WorkbookBuilder();
        foreach (var name in new[] { "a", "b", "c" }) builder.Sheet(name).Row("x");

        AssertRefused(nameof(ReadingText.TooManySheets), builder.Build(), limits: new ReadLimits { Sheets = 2 });
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_does_not_swallow_the_file_into_memory()
    {
        using var book = SourceBook.Open(new MemoryStream(Encoding.UTF8.GetBytes("a,b\n1,\"" + new string('x', 100_000))), "a.csv", new ReadLimits { TextBytes = 50_000 });

        Assert.Equal(nameof(ReadingText.Damaged), Assert.Throws<FileRefusedException>(() => book.Sheets[0].ReadRows().Count()).Reason);
    }

    [Fact]
    public void Shared_texts_beyond_the_budget_are_refused()
    {
        var builder = new WorkbookBuilder();
        builder.Shared($"<t>{new string('a', 1000)}</t>");
        builder.Sheet().Row("a");

        AssertRefused(nameof(ReadingText.TooLargeInside), builder.Build(), limits: new ReadLimits { SharedTextLetters = 900 });
    }

    [Fact]
    public void A_row_number_beyond_the_limit_is_refused_while_reading()
    {
        using var book = SourceBook.Open(new WorkbookBuilder().Sheet().RowAt(11, "a").Build(), "a.xlsx", new ReadLimits { Rows = 10 });

        var refusal = Assert.Throws<FileRefusedException>(() => book.Sheets[0].ReadRows().Count());

        Assert.Equal(nameof(ReadingText.TooManyRows), refusal.Reason);
    }

    [Fact]
    public void More_cells_than_the_limit_are_refused_while_reading()
    {
        using var book = SourceBook.Open(new WorkbookBuilder().Sheet().Row(1, 2, 3).Build(), "a.xlsx", new ReadLimits { CellsPerSheet = 2 });

        var refusal = Assert.Throws<FileRefusedException>(() => book.Sheets[0].ReadRows().Count());

        Assert.Equal(nameof(ReadingText.TooManyCells), refusal.Reason);
    }

    [Fact]
    public void An_empty_file_is_refused() => AssertRefused(nameof(ReadingText.Empty), new MemoryStream());

    [Theory]
    [InlineData("<html><table><tr><td>1</td></tr></table></html>")]
    [InlineData("\ufeff<?xml version=\"1.0\"?><Workbook/>")]
    public void A_web_page_or_xml_named_xls_is_refused_as_such(string content) =>
        AssertRefused(nameof(ReadingText.WebPage), new MemoryStream(Encoding.UTF8.GetBytes(content)), "a.xls");

    [Fact]
    public void A_picture_is_not_a_workbook_whatever_its_name() =>
        AssertRefused(nameof(ReadingText.NotAWorkbook), new MemoryStream([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1]), "a.xlsx");

    [Fact]
    public void A_binary_workbook_is_refused_with_the_way_out()
    {
        var rels = WorkbookBuilder.Relations(("r1", "officeDocument", "xl/workbook.bin", false));

        AssertRefused(nameof(ReadingText.BinaryWorkbook), WorkbookBuilder.Zip(new Dictionary<string, byte[]> { ["_rels/.rels"] = Encoding.UTF8.GetBytes(rels), ["xl/workbook.bin"] = [1] }));
    }

    [Theory]
    [InlineData("en", "The file is empty. Perhaps it was not uploaded or downloaded completely; choose it again.")]
    [InlineData("zh-CN", "文件为空，可能没有完整上传或下载，请重新选择。")]
    public void A_refusal_speaks_the_readers_language(string language, string expected)
    {
        var refusal = Assert.Throws<FileRefusedException>(() => SourceBook.Open(new MemoryStream(), "a.xlsx"));

        using var _ = Language.Use(language);
        Assert.Equal(expected, refusal.Message);
    }

    private static void AssertRefused(string reason, MemoryStream file, string name = "a.xlsx", ReadLimits? limits = null)
    {
        var refusal = Assert.Throws<FileRefusedException>(() => SourceBook.Open(file, name, limits));

        Assert.Equal(reason, refusal.Reason);
    }
}
