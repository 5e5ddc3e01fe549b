using CoCreateStudio.Kit.Excel.Writing;

namespace CoCreateStudio.Tests.Kit.Excel.Writing;

public class NamesTests
{
    private static readonly DateTime Time = new(2026, 1, 31, 14, 5, 59);

    [Theory]
    [InlineData("ACME", "requirements", "ACME_requirements_2026-01-31_1405.xlsx")]
    [InlineData("智能仓储", "需求", "智能仓储_需求_2026-01-31_1405.xlsx")]
    [InlineData("a/b:c*?\"<>|\\d", "x y", "a-b-c-------d_x-y_2026-01-31_1405.xlsx")]
    [InlineData("con.x", "\u202Egpj\u0001", "con-x_gpj_2026-01-31_1405.xlsx")]
    [InlineData("..", " ", "2026-01-31_1405.xlsx")]
    public void An_export_is_named_so_that_windows_takes_it(string project, string area, string expected) =>
        Assert.Equal(expected, ExportName.Of(project, area, Time));

    [Fact]
    public void A_long_name_is_cut() => Assert.Equal(60 + 1 + 60 + 1 + 20, ExportName.Of(new('p', 200), new('a', 200), Time).Length);

    [Theory]
    [InlineData("Requirements", "Requirements")]
    [InlineData("a:b\\c/d?e*f[g]", "a b c d e f g")]
    [InlineData("'quoted'", "quoted")]
    [InlineData("", "Sheet")]
    [InlineData("history", "history 2")]
    [InlineData("1234567890123456789012345678901234567890", "1234567890123456789012345678901")]
    [InlineData("12345678901234567890123456789 😀", "12345678901234567890123456789")]
    public void A_tab_has_a_name_that_excel_takes(string title, string expected) => Assert.Equal(expected, new SheetName().Of(title));

    [Fact]
    public void No_two_tabs_are_named_alike()
    {
        var names = new SheetName();
        var title = new string('x', 31);

        Assert.Equal([title, new string('x', 29) + " 2", new string('X', 29) + " 3"], [names.Of(title), names.Of(title), names.Of(title.ToUpperInvariant())]);
    }
}
