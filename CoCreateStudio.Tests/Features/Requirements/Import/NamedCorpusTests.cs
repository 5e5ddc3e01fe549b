using CoCreateStudio.Features.Requirements.Import;
using CoCreateStudio.Kit.Excel.Reading;
using CoCreateStudio.Kit.Excel.Reading.Tables;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Requirements.Import;

/// <summary>What a careful person would say about single files of the corpus.</summary>
public class NamedCorpusTests
{
    [Theory]
    [InlineData("01", "No=A ReportedAt=B Status=D Description=E Urgency=G Category=M Notes=N")]
    [InlineData("04", "No=A Notes=B Description=C Urgency=F")]
    [InlineData("07", "Category=A Description=D")]
    [InlineData("10", "No=A Description=B Screenshot=C Screenshot=D Notes=E")]
    [InlineData("13", "No=A Description=B Screenshot=C Notes=D")]
    [InlineData("14", "No=A Category=B Description=C Reporter=D Status=E")]
    [InlineData("20", "ReportedAt=A Description=B Notes=C Resolution=D")]
    [InlineData("21", "No=A Category=C Description=J ReportedAt=K Status=L")]
    [InlineData("23", "No=A Title=B Urgency=D Description=I Screenshot=J Notes=K")]
    [InlineData("28", "ReportedAt=B Description=D")]
    [InlineData("33", "No=E Title=F Category=G Description=H")]
    [InlineData("34", "Category=A Title=B Description=D Notes=E Urgency=G")]
    [InlineData("36", "No=A Title=B Description=C ReportedAt=D Reporter=E Status=H Owner=I Notes=K Category=N")]
    [InlineData("38", "No=A Screenshot=B")]
    [InlineData("49", "Notes=R")]
    public void Columns_mean_what_a_careful_person_says(string file, string expected)
    {
        var table = Read(file).Table;

        Assert.Equal(expected, string.Join(' ', table.Columns.Where(c => c.Target is not null).Select(c => $"{c.Target?.Key}={c.Letter}")));
    }

    [Fact]
    public void A_merged_item_of_01_passes_its_number_date_status_and_urgency_down()
    {
        var row = Read("01").Rows.Single(r => r.RowNumber == 13);

        Assert.Equal(("11", "待细化", "中", "2、分销员可自由定价分销的活动"), (row.Text("No"), row.Text("Status"), row.Text("Urgency"), row.Text("Description")));
        Assert.Equal(new DateTime(2020, 11, 18), row["ReportedAt"].Date);
    }

    [Fact]
    public void The_empty_template_of_04_offers_its_reporter_and_date()
    {
        var facts = Read("04").Table.Facts.ToDictionary(f => f.Target?.Key ?? "", f => f.Value);

        Assert.Equal("李四", facts["Reporter"]);
        Assert.Equal(new DateTime(2023, 12, 15), DateWords.Read(facts["ReportedAt"], DateChoice.None).Date);
    }

    [Fact]
    public void Every_picture_of_10_but_the_squeezed_one_belongs_to_a_row()
    {
        var (_, rows) = Read("10");

        Assert.Equal(31, rows.Sum(r => r.Pictures.Count));
        Assert.Equal([17, 18], rows.Where(r => r.Section == "新问题").Select(r => (int)(r["No"].Number ?? 0)));
    }

    [Fact]
    public void The_first_row_of_13_has_two_pictures_and_its_link()
    {
        var row = Assert.Single(Read("13").Rows);

        Assert.Equal(2, row.Pictures.Count);
        Assert.StartsWith("https://www.iviewui.com", Assert.Single(row.Links).Address, StringComparison.Ordinal);
    }

    [Fact]
    public void The_decisions_of_14_are_told_from_their_reasons()
    {
        var statuses = Read("14").Rows.Select(r => StatusWords.Read(r.Text("Status"))).ToList();

        Assert.Equal(new ReadStatus("Accepted", "该段进行修改"), statuses[0]);
        Assert.Equal((14, 1), (statuses.Count(s => s.Status == "Accepted"), statuses.Count(s => s.Status == "Declined")));
    }

    [Fact]
    public void Both_rows_of_20_are_dated() => Assert.All(Read("20").Rows, r => Assert.Equal(new DateTime(2021, 6, 6), r["ReportedAt"].Date));

    [Fact]
    public void A_date_of_21_is_told_from_its_shift() =>
        Assert.All(Read("21").Rows, r => Assert.Equal(new ReadDate(new DateTime(2022, 11, 29), Rest: "白"), DateWords.Read(r["ReportedAt"], DateChoice.None)));

    [Fact]
    public void The_writer_of_the_bug_report_23_is_offered_as_reporter() =>
        Assert.Contains(Read("23").Table.Facts, f => f is { Target.Key: "Reporter", Value: "Akshoy Kumer Dey" });

    [Fact]
    public void Every_moment_of_36_is_read() => Assert.All(Read("36").Rows, r => Assert.NotNull(DateWords.Read(r["ReportedAt"], DateChoice.None).Date));

    [Fact]
    public void The_first_heading_of_37_has_no_mark_in_it() => Assert.Equal("字符串标题", Read("37").Table.Columns[0].Heading);

    [Fact]
    public void Each_row_of_38_has_its_own_picture_and_no_formula()
    {
        var rows = Read("38").Rows;

        Assert.Equal(["image1.jpeg", "image2.jpeg"], rows.Select(r => Assert.Single(r.Pictures).FileName));
        Assert.All(rows, r => Assert.Equal("", r.Text("Screenshot")));
    }

    [Fact]
    public void All_27_formats_of_40_show_the_same_moment() =>
        Assert.All(Read("40").Rows, r => Assert.Equal(new DateTime(2020, 1, 1, 1, 1, 1), r["ReportedAt"].Date));

    [Fact]
    public void The_attachments_of_48_are_reported()
    {
        using var file = Corpus.Open("48");
        using var book = SourceBook.Open(file, file.Name);

        Assert.Equal(4, book.Sheets[0].Layout.Attachments.Count);
        Assert.True(book.HasMacros);
    }

    [Theory]
    [InlineData("43", nameof(ReadingText.PasswordProtected))]
    [InlineData("44", nameof(ReadingText.Unsafe))]
    [InlineData("46", nameof(ReadingText.LockFile))]
    public void A_file_that_cannot_be_read_says_why(string start, string reason)
    {
        using var file = Corpus.Open(start);

        Assert.Equal(reason, Assert.Throws<FileRefusedException>(() => SourceBook.Open(file, file.Name)).Reason);
    }

    private static (FoundTable Table, List<TableRow> Rows) Read(string start)
    {
        using var file = Corpus.Open(start);
        using var book = SourceBook.Open(file, file.Name);
        var table = new TableFinder(RequirementWords.All).Find(book).First(t => t.Used);
        return (table, [.. new TableReader(table).Read()]);
    }
}
