using ClosedXML.Excel;
using CoCreateStudio.Kit.Excel.Writing.Streaming;

namespace CoCreateStudio.Kit.Excel.Writing;

/// <summary>The first sheet: title, facts, and what the workbook holds. Its rows are streamed last, when the counts are known.</summary>
internal sealed class CoverLayout(WorkbookCover cover, IXLWorksheet page)
{
    public const int FirstRow = 5;

    private const int TitleRow = 2;
    private const int Left = 2;
    private const int Right = 3;
    private const double LabelWidth = 20;
    private const double ValueWidth = 72;

    private enum Line
    {
        Fact,
        Moment,
        Space,
        Sheet,
    }

    public void Compose()
    {
        (page.Column(1).Width, page.Column(Left).Width, page.Column(Right).Width) = (3, LabelWidth, ValueWidth);
        var title = page.Cell(TitleRow, Left).SetValue(PlainText.Of(cover.Title));
        SheetLook.Letters(title.Style, SheetLook.Ink, size: 20, bold: true);
        page.Row(TitleRow).Height = 36;
        page.Row(TitleRow + 1).Height = 6;
        page.Range(TitleRow + 1, Left, TitleRow + 1, Right).Style.Border.SetTopBorder(XLBorderStyleValues.Medium).Border.SetTopBorderColor(SheetLook.Accent);
        foreach (var line in Enum.GetValues<Line>()) Prototype(line);
        page.ShowGridLines = false;
        page.SetTabColor(SheetLook.Accent);
        Paper.SetUp(page, XLPageOrientation.Portrait, cover.Project, cover.Title);
    }

    public void WriteRows(SheetRows rows, IEnumerable<(string Tab, string Title, int Rows)> sheets)
    {
        Fact(rows, WritingText.Project, cover.Project);
        Fact(rows, WritingText.Filter, cover.Filter.Length > 0 ? cover.Filter : WritingText.NothingLeftOut);
        foreach (var (label, value) in cover.More) Fact(rows, label, value);
        Fact(rows, WritingText.TimeZone, ZoneName());
        rows.Next((int)Line.Moment, TextHeight.Of(1));
        rows.Text(WritingText.MadeAt);
        rows.Date(cover.MadeAt);
        Fact(rows, WritingText.MadeBy, cover.MadeBy);
        rows.Next((int)Line.Space);
        foreach (var (tab, title, count) in sheets)
        {
            rows.Next((int)Line.Sheet, TextHeight.Of(TextHeight.Lines(title, LabelWidth)));
            rows.Link(title, $"#'{tab.Replace("'", "''", StringComparison.Ordinal)}'!A{ListSheet.HeadingRow}");
            rows.Number(count);
        }
    }

    private static void Fact(SheetRows rows, string label, string value)
    {
        rows.Next((int)Line.Fact, TextHeight.Of(TextHeight.Lines(value, ValueWidth)));
        rows.Text(label);
        rows.Text(value);
    }

    private void Prototype(Line line)
    {
        var row = FirstRow + (int)line;
        var (label, value) = (page.Cell(row, Left).SetValue(0).Style, page.Cell(row, Right).SetValue(0).Style);
        SheetLook.Letters(label, line == Line.Sheet ? SheetLook.Accent : SheetLook.QuietText);
        SheetLook.Letters(value, SheetLook.Ink);
        foreach (var style in new[] { label, value })
        {
            style.Alignment.SetVertical(XLAlignmentVerticalValues.Center).Alignment.SetWrapText().Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left);
            style.NumberFormat.SetFormat("@");
            if (line != Line.Space) SheetLook.Underline(style);
        }

        if (line == Line.Moment) value.NumberFormat.SetFormat("yyyy-mm-dd hh:mm");
        if (line == Line.Sheet) value.NumberFormat.SetFormat(WritingText.RowCountFormat);
    }

    private string ZoneName()
    {
        var offset = cover.Zone.GetUtcOffset(cover.MadeAt);
        return $"{cover.Zone.Id} (UTC{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm})";
    }
}
