using System.Text;
using CoCreateStudio.Kit.Clipboard;
using CoCreateStudio.Kit.Excel.Reading;

namespace CoCreateStudio.Tests.Kit.Clipboard;

public class ClipTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a\tb\r\nc\td\r\n", "a|b;c|d")]
    [InlineData("a\tb\nc", "a|b;c")]
    [InlineData("\t\r\n", "|")]
    [InlineData("one", "one")]
    [InlineData("\"two\nlines\"\tb\r\n", "two\nlines|b")]
    [InlineData("\"says \"\"yes\"\"\"\tb", "says \"yes\"|b")]
    [InlineData("\"quoted\" word\tb", "\"quoted\" word|b")]
    [InlineData("\"tab\there\"", "tab\there")]
    [InlineData("5\" screen\t\"\"", "5\" screen|\"\"")]
    public void Text_with_tabs_is_read_as_cells(string text, string cells) => Assert.Equal(cells, Said(ClipReader.Tabs(text)));

    [Theory]
    [InlineData("plain")]
    [InlineData("\"quoted\"")]
    [InlineData("two\nlines")]
    [InlineData("tab\tand \"quote\"")]
    [InlineData("=1+1")]
    [InlineData("")]
    public void What_is_copied_as_text_comes_back_the_same(string text)
    {
        var clip = ClipText.Of([[ClipCell.Of(text), ClipCell.Of("next")]]);

        Assert.Equal($"{text}|next", Said(ClipReader.Tabs(clip.Text)));
    }

    [Fact]
    public async Task A_table_that_the_browser_took_apart_keeps_its_dates_and_errors()
    {
        const string Json = """{"rows":[[{"text":"1/3/26","serial":46082},{"text":"#N/A"}],[{"text":"two\nlines"}]]}""";

        var rows = await ClipReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(Json)), Token);

        Assert.Equal(new DateTime(2026, 3, 1), rows[0][0].Date);
        Assert.Equal(CellKind.Error, rows[0][1].Kind);
        Assert.Equal("two\nlines", rows[1][0].Text);
    }

    [Fact]
    public void Text_that_looks_like_something_else_is_marked_as_text()
    {
        var html = ClipText.Of([[ClipCell.Of("=1+1"), ClipCell.Of("007"), ClipCell.Of("<b>&\"")]]).Html;

        Assert.Equal(3, html.Split(@"mso-number-format:'\@'").Length - 1);
        Assert.Contains("&lt;b&gt;&amp;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("x:num=", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_days_and_moments_say_what_they_are()
    {
        using var _ = Support.Language.Use("de");

        var html = ClipText.Of([[ClipCell.Of(1.5m), ClipCell.Of(new DateOnly(2026, 3, 1)), ClipCell.At(new DateTime(2026, 3, 1, 14, 30, 0))]]).Html;

        Assert.Contains("x:num=\"1.5\"", html, StringComparison.Ordinal);
        Assert.Contains("sdnum=\"1033;0;YYYY-MM-DD\" sdval=\"46082\">2026-03-01<", html, StringComparison.Ordinal);
        Assert.Contains(">2026-03-01 14:30<", html, StringComparison.Ordinal);
    }

    private static string Said(IReadOnlyList<IReadOnlyList<SourceCell>> rows) => string.Join(';', rows.Select(r => string.Join('|', r.Select(c => c.Text))));
}
