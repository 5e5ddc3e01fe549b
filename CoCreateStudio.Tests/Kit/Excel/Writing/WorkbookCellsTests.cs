using CoCreateStudio.Kit.Excel.Writing;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CoCreateStudio.Tests.Kit.Excel.Writing;

public class WorkbookCellsTests
{
    private const uint TextFormat = 49;

    [Fact]
    public async Task Special_texts_come_back_as_they_were()
    {
        using var book = await Books.WriteAsync(new ListSheet<string>("S", new SheetColumns<string>().Text("t", () => "T", 20, s => s), Books.Special));

        Assert.Equal(Books.Special, Books.Special.Select((_, i) => book.Text("S", $"A{i + 3}")));
    }

    [Fact]
    public async Task Text_that_looks_like_a_formula_is_text_and_stays_text_when_somebody_edits_it()
    {
        using var book = await Books.WriteAsync(new ListSheet<Wish>("S", Books.TextOnly, [new(1, "=HYPERLINK(\"http://x\")")]));

        var cell = book.Cell("S", "A3");
        Assert.Null(cell.CellFormula);
        Assert.Equal(TextFormat, book.Format("S", "A3").NumberFormatId!.Value);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1+1")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("\n=1+1")]
    [InlineData(" =1+1")]
    [InlineData("\uFF1D1+1")]
    [InlineData("=cmd|' /C calc'!A0")]
    public async Task No_beginning_makes_a_formula_in_a_list_a_link_or_on_the_cover(string text)
    {
        var columns = new SheetColumns<string>().Text("t", () => text, 20, s => s).Link("l", () => text, 20, s => s, s => s);

        using var book = await Books.WriteAsync(new ListSheet<string>(text, columns, [text]));

        Assert.Empty(book.Tabs.SelectMany(t => book.Sheet(t).Descendants<CellFormula>()));
        Assert.All(["A3", "B3"], a => Assert.Equal(text.Replace('\r', '\n').Trim(), book.Text(book.Tabs[1], a).Trim()));
    }

    [Theory]
    [InlineData("line 1\r\nline 2", "line 1\nline 2")]
    [InlineData(null, "")]
    public async Task What_a_cell_cannot_hold_is_replaced(string? text, string expected)
    {
        using var book = await Books.WriteAsync(new ListSheet<Wish>("S", Books.TextOnly, [new(1, text!)]));

        Assert.Equal(expected, book.Text("S", "A3"));
    }

    [Fact]
    public async Task Half_an_emoji_becomes_the_sign_for_an_unknown_letter()
    {
        using var book = await Books.WriteAsync(new ListSheet<Wish>("S", Books.TextOnly, [new(1, "half \uD83D emoji")]));

        Assert.Equal("half \uFFFD emoji", book.Text("S", "A3"));
    }

    [Fact]
    public async Task A_text_longer_than_a_cell_is_cut_and_says_so()
    {
        using var book = await Books.WriteAsync(new ListSheet<Wish>("S", Books.TextOnly, [new(1, new string('长', 32_767)), new(2, new string('长', 32_762) + "😀 and more")]));

        Assert.Equal(new string('长', 32_767), book.Text("S", "A3"));
        Assert.Equal(new string('长', 32_762) + " […]", book.Text("S", "A4"));
    }

    [Fact]
    public async Task A_moment_is_shown_in_the_time_zone_of_the_report()
    {
        using var book = await Books.WriteAsync(Books.Sheet(1));

        Assert.Equal(new(2026, 2, 1, 4, 16, 0), book.Date(Books.Tab, "E3"), TimeSpan.FromMilliseconds(1));
        Assert.Equal(new(2026, 2, 2), book.Date(Books.Tab, "F3"));
    }

    [Fact]
    public async Task A_date_before_excels_calendar_is_written_as_text()
    {
        var columns = new SheetColumns<Wish>().Date("d", () => "D", _ => new DateOnly(1899, 5, 1));

        using var book = await Books.WriteAsync(new ListSheet<Wish>("S", columns, Books.Wishes(1)));

        Assert.Equal("1899-05-01", book.Text("S", "A3"));
    }

    [Fact]
    public async Task Numbers_are_numbers_and_nothing_is_blank()
    {
        var columns = new SheetColumns<decimal?>().Number("n", () => "N", 10, n => n);

        using var book = await Books.WriteAsync(new ListSheet<decimal?>("S", columns, [1234.5m, null]));

        Assert.Null(book.Cell("S", "A3").DataType);
        Assert.Equal("1234.5", book.Text("S", "A3"));
        Assert.Equal("", book.Text("S", "A4"));
    }

    [Theory]
    [InlineData("en", "Cover", "Project")]
    [InlineData("zh-CN", "封面", "项目")]
    public async Task Headings_follow_the_language_and_keys_do_not(string language, string cover, string project)
    {
        var columns = new SheetColumns<Wish>().Text("text", () => WritingText.Project, 20, w => w.Text);

        using var book = await Books.WriteInAsync(language, new ListSheet<Wish>("S", columns, Books.Wishes(1)));

        Assert.Equal(["text"], book.Row("S", 1));
        Assert.Equal([project], book.Row("S", 2));
        Assert.Equal(cover, book.Tabs[0]);
    }

    [Fact]
    public void Two_columns_may_not_share_a_key() =>
        Assert.Throws<ArgumentException>(() => Books.TextOnly.Text("text", () => "Again", 10, w => w.Text));
}
