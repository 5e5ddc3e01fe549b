using ClosedXML.Excel;
using CoCreateStudio.Kit.Excel.Writing.Charts;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CoCreateStudio.Tests.Kit.Excel.Writing;

public sealed class ChartSheetTests
{
    [Theory]
    [InlineData(6)]
    [InlineData(7, 51)]
    [InlineData(13, 51, 102)]
    public void A_page_ends_between_charts(int charts, params int[] breaks)
    {
        using var file = Values();

        ChartSheet.Add(file, "Charts", [.. Enumerable.Range(1, charts).Select(Chart)]);
        using WrittenBook book = new(file);

        Assert.Empty(book.Problems());
        Assert.Equal(charts, book.Part("Charts").DrawingsPart!.ChartParts.Count());
        Assert.Equal(breaks, book.Sheet("Charts").Descendants<Break>().Select(b => (int)b.Id!.Value));
    }

    private static MemoryStream Values()
    {
        MemoryStream file = new();
        using XLWorkbook workbook = new();
        workbook.AddWorksheet("Values");
        workbook.SaveAs(file);
        return file;
    }

    private static LineChart Chart(int number) => new($"B-{number}", "Values", 3, [new(2026, 11, 1), new(2026, 11, 8)], "C", [new("days", "D", [11, 7.5m], "0B6873")]);
}
