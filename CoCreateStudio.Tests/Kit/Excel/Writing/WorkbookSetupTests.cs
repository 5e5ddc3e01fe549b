using CoCreateStudio.Kit.Excel.Writing;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CoCreateStudio.Tests.Kit.Excel.Writing;

public class WorkbookSetupTests
{
    [Fact]
    public async Task The_key_row_is_hidden_and_the_headings_stay_in_sight()
    {
        using var book = await Books.WriteAsync(Books.Sheet(3));

        var sheet = book.Sheet(Books.Tab);
        Assert.True(sheet.Descendants<Row>().First().Hidden!.Value);
        Assert.True(sheet.Descendants<Column>().First().Hidden!.Value);
        var pane = sheet.Descendants<Pane>().Single();
        Assert.Equal((2d, 2d), (pane.VerticalSplit!.Value, pane.HorizontalSplit!.Value));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 3)]
    [InlineData(200, 202)]
    public async Task Filter_and_drop_downs_reach_to_the_last_row(int rows, int lastRow)
    {
        using var book = await Books.WriteAsync(Books.Sheet(rows));

        var sheet = book.Sheet(Books.Tab);
        Assert.Equal($"A2:H{lastRow}", sheet.Descendants<AutoFilter>().Single().Reference);
        var drop = sheet.Descendants<DataValidation>().Single();
        Assert.Equal(lastRow == 3 ? "D3:D3" : $"D3:D{lastRow}", drop.SequenceOfReferences!.InnerText);
        Assert.Equal("Lists!$A$1:$A$3", book.Name(drop.Formula1!.Text));
    }

    [Theory]
    [InlineData("It's A1!B2 5", "'It''s A1!B2 5'!$A$2:$A$5")]
    [InlineData("需求 2026", "'需求 2026'!$A$2:$A$5")]
    public async Task A_tab_may_be_named_like_a_range(string name, string filter)
    {
        using var book = await Books.WriteAsync(new ListSheet<Wish>(name, Books.TextOnly, Books.Wishes(3)));

        Assert.Empty(book.Problems());
        Assert.Equal(filter, book.Name("_xlnm._FilterDatabase"));
        Assert.Equal(filter.Replace("$A$2:$A$5", "A2", StringComparison.Ordinal), book.Sheet("Cover").Descendants<Hyperlink>().Single().Location);
    }

    [Fact]
    public async Task The_choices_stand_on_a_sheet_nobody_sees()
    {
        using var book = await Books.WriteAsync(Books.Sheet(3));

        Assert.Equal(Books.States.Select(s => s.Text), Enumerable.Range(1, 3).Select(i => book.Text("Lists", $"A{i}")));
        Assert.Equal(SheetStateValues.VeryHidden, book.Workbook.Descendants<Sheet>().Last().State!.Value);
    }

    [Fact]
    public async Task Each_choice_with_a_tone_wears_its_colour()
    {
        using var book = await Books.WriteAsync(Books.Sheet(3));

        var rules = book.Sheet(Books.Tab).Descendants<ConditionalFormattingRule>().Select(r => r.InnerText);
        Assert.Equal(["\"Say \"\"yes\"\"\"", "\"Done, & well\""], rules);
    }

    [Fact]
    public async Task Headings_are_repeated_on_each_page_and_the_foot_names_project_and_page()
    {
        using var book = await Books.WriteAsync(Books.Sheet(3));

        Assert.Equal($"{Books.Tab}!$1:$2", book.Name("_xlnm.Print_Titles"));
        var setup = book.Sheet(Books.Tab).Descendants<PageSetup>().Single();
        Assert.Equal((9u, OrientationValues.Landscape, 0u), (setup.PaperSize!.Value, setup.Orientation!.Value, setup.FitToHeight!.Value));
        Assert.Equal($"&LACME && Sons&C{Books.Tab}&RPage &P of &N", book.Sheet(Books.Tab).Descendants<OddFooter>().Single().Text);
    }

    [Fact]
    public async Task The_cover_says_where_when_and_how_much()
    {
        using var book = await Books.WriteAsync(Books.Sheet(7));

        Assert.Equal("All wishes", book.Text("Cover", "B2"));
        Assert.Equal("State: New", book.Text("Cover", "C6"));
        Assert.Equal("Asia/Shanghai (UTC+08:00)", book.Text("Cover", "C7"));
        Assert.Equal(new(2026, 2, 1, 4, 15, 0), book.Date("Cover", "C8"), TimeSpan.FromMilliseconds(1));
        Assert.Equal("mei", book.Text("Cover", "C9"));
        Assert.Equal([Books.Tab, "7"], book.Row("Cover", 11));
    }

    [Fact]
    public async Task A_link_leads_only_to_the_web_to_mail_or_into_the_workbook()
    {
        string[] targets = ["https://example.com/?a=1&b=2", "mailto:mei@example.com", "#Cover!A1", "javascript:alert(1)", "file:///etc/passwd", "nowhere"];
        var columns = new SheetColumns<string>().Link("l", () => "L", 20, t => t, t => t);

        using var book = await Books.WriteAsync(new ListSheet<string>("S", columns, targets));

        Assert.Equal(["A3", "A4", "A5"], book.Sheet("S").Descendants<Hyperlink>().Select(l => l.Reference!.Value));
        Assert.Equal(["https://example.com/?a=1&b=2", "mailto:mei@example.com"], book.Part("S").HyperlinkRelationships.Select(l => l.Uri.ToString()));
    }
}
