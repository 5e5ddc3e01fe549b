using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Packaging;
using A = DocumentFormat.OpenXml.Drawing;
using S = DocumentFormat.OpenXml.Spreadsheet;
using X = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace CoCreateStudio.Kit.Excel.Writing.Charts;

/// <summary>Adds a sheet of charts to a workbook that is written; ClosedXML cannot draw any. Two stand side by side.</summary>
public static class ChartSheet
{
    private const int Columns = 8;
    private const int Rows = 16;
    private const int ChartsOfPage = 6;
    private const string ChartUri = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    /// <param name="file">The whole workbook, to read and to write.</param>
    public static void Add(Stream file, string name, IReadOnlyList<LineChart> charts)
    {
        if (charts.Count == 0) return;
        using var document = SpreadsheetDocument.Open(file, isEditable: true);
        var workbook = document.WorkbookPart ?? throw new InvalidDataException("The workbook has no workbook part.");
        var sheet = workbook.AddNewPart<WorksheetPart>();
        var drawing = sheet.AddNewPart<DrawingsPart>();
        drawing.WorksheetDrawing = new(charts.Select((chart, i) => Place(drawing, chart, i)));
        sheet.Worksheet = new(
            new S.SheetProperties(new S.PageSetupProperties { FitToPage = true }),
            new S.SheetViews(new S.SheetView { ShowGridLines = false, WorkbookViewId = 0 }), new S.SheetData(),
            new S.PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.7, Header = 0.3, Footer = 0.35 },
            new S.PageSetup { PaperSize = 9, Orientation = S.OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
            new S.Drawing { Id = sheet.GetIdOfPart(drawing) });
        if (charts.Count > ChartsOfPage) sheet.Worksheet.InsertBefore(new S.RowBreaks(Breaks(charts.Count)), sheet.Worksheet.GetFirstChild<S.Drawing>());
        var sheets = workbook.Workbook.Sheets ?? throw new InvalidDataException("The workbook has no sheets.");
        sheets.Append(new S.Sheet { Id = workbook.GetIdOfPart(sheet), Name = name, SheetId = sheets.Elements<S.Sheet>().Max(s => s.SheetId!.Value) + 1 });
        workbook.Workbook.Save();
    }

    // No chart is cut by the end of a page.
    private static IEnumerable<S.Break> Breaks(int charts) =>
        Enumerable.Range(1, (charts - 1) / ChartsOfPage).Select(page => new S.Break { Id = (uint)(page * ChartsOfPage / 2 * (Rows + 1)), Max = 16383, ManualPageBreak = true });

    private static X.TwoCellAnchor Place(DrawingsPart drawing, LineChart chart, int place)
    {
        var part = drawing.AddNewPart<ChartPart>();
        part.ChartSpace = ChartXml.Of(chart);
        var (column, row) = (place % 2 * (Columns + 1), place / 2 * (Rows + 1));
        return new(
            new X.FromMarker(new X.ColumnId($"{column}"), new X.ColumnOffset("0"), new X.RowId($"{row}"), new X.RowOffset("0")),
            new X.ToMarker(new X.ColumnId($"{column + Columns}"), new X.ColumnOffset("0"), new X.RowId($"{row + Rows}"), new X.RowOffset("0")),
            new X.GraphicFrame(
                new X.NonVisualGraphicFrameProperties(
                    new X.NonVisualDrawingProperties { Id = (uint)place + 2, Name = $"Chart {place + 1}", Description = chart.Title },
                    new X.NonVisualGraphicFrameDrawingProperties()),
                new X.Transform(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = 0, Cy = 0 }),
                new A.Graphic(new A.GraphicData(new ChartReference { Id = drawing.GetIdOfPart(part) }) { Uri = ChartUri }))
            { Macro = "" },
            new X.ClientData());
    }
}
