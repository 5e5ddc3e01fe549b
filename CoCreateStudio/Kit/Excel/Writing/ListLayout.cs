using ClosedXML.Excel;
using CoCreateStudio.Kit.Excel.Writing.Streaming;

namespace CoCreateStudio.Kit.Excel.Writing;

/// <summary>Composes the head, the styles and the print set-up of a list sheet around one prototype row.</summary>
internal sealed class ListLayout(IXLWorksheet page, ListSheet sheet, ChoiceLists lists)
{
    // The number format that keeps what somebody types as text: "=1+1" stays what it is.
    private const int TextFormat = 49;
    private const double HeadingHeight = 30;

    private int Columns => sheet.Columns.Count;

    public void Compose(string project)
    {
        for (var i = 0; i < Columns; i++) Column(sheet.Columns[i], i + 1);
        Keys();
        Headings();
        if (sheet.SpareRows is not null) Protect();
        page.Range(ListSheet.HeadingRow, 1, ListSheet.FirstRow, Columns).SetAutoFilter();
        page.SheetView.Freeze(ListSheet.HeadingRow, sheet.FrozenColumns);
        page.ShowGridLines = false;
        Paper.SetUp(page, XLPageOrientation.Landscape, project, sheet.Name);
        page.PageSetup.SetRowsToRepeatAtTop(ListSheet.KeyRow, ListSheet.HeadingRow);
    }

    private void Keys()
    {
        SheetLook.Letters(page.Range(ListSheet.KeyRow, 1, ListSheet.KeyRow, Columns).Style, SheetLook.QuietText);
        page.Row(ListSheet.KeyRow).Hide();
    }

    private void Headings()
    {
        var style = page.Range(ListSheet.HeadingRow, 1, ListSheet.HeadingRow, Columns).Style;
        SheetLook.Letters(style, SheetLook.Accent, bold: true);
        style.Alignment.SetVertical(XLAlignmentVerticalValues.Center).Alignment.SetWrapText();
        style.Border.SetBottomBorder(XLBorderStyleValues.Medium).Border.SetBottomBorderColor(SheetLook.Accent);
        page.Row(ListSheet.HeadingRow).Height = HeadingHeight;
    }

    private void Column(SheetColumn column, int index)
    {
        page.Column(index).Width = column.Width;
        if (column.IsHidden) page.Column(index).Hide();
        page.Cell(ListSheet.KeyRow, index).SetValue(column.Key);
        Align(page.Cell(ListSheet.HeadingRow, index).SetValue(PlainText.Of(column.Heading())).Style, column);

        foreach (var look in sheet.SpareRows is null ? [RowLook.Usual] : Enum.GetValues<RowLook>()) Prototype(column, index, look);
        if (column.Kind == ColumnKind.Choice) lists.Offer(page.Cell(ListSheet.FirstRow, index), column.Choices());
        if (sheet.SpareRows is not null && !column.IsOpenIn(RowLook.Opened)) Shade(page.Cell(ListSheet.HeadingRow, index).Style);
    }

    private void Prototype(SheetColumn column, int index, RowLook look)
    {
        // The 0 makes ClosedXML write the cell; the prototype row itself never reaches the file.
        var style = page.Cell(ListSheet.FirstRow + (int)look, index).SetValue(0).Style;
        Style(style, column);
        if (sheet.SpareRows is null) return;
        style.Protection.SetLocked(!column.IsOpenIn(look));
        if (!column.IsOpenIn(look)) Shade(style);
    }

    private static void Shade(IXLStyle style) => style.Fill.SetBackgroundColor(SheetLook.Closed);

    // Who fills it in may still look at it as they like, and add rows and pictures.
    private void Protect()
    {
        var protection = page.Protect();
        foreach (var allowed in new[]
        {
            XLSheetProtectionElements.SelectEverything, XLSheetProtectionElements.AutoFilter, XLSheetProtectionElements.Sort, XLSheetProtectionElements.FormatColumns,
            XLSheetProtectionElements.FormatRows, XLSheetProtectionElements.InsertRows, XLSheetProtectionElements.InsertHyperlinks, XLSheetProtectionElements.EditObjects,
        }) protection.AllowElement(allowed);
    }

    private static void Style(IXLStyle style, SheetColumn column)
    {
        SheetLook.Letters(style, column.Kind == ColumnKind.Link ? SheetLook.Accent : SheetLook.Text);
        SheetLook.Underline(style);
        Align(style, column);
        // Names of pictures that cannot be shown stand below those that can.
        style.Alignment.SetVertical(column.Kind == ColumnKind.Pictures ? XLAlignmentVerticalValues.Bottom : XLAlignmentVerticalValues.Center);
        if (column.Kind is ColumnKind.WrappedText or ColumnKind.Pictures) style.Alignment.SetWrapText();
        if (column.NumberFormat.Length == 0) style.NumberFormat.SetNumberFormatId(TextFormat);
        else if (column.NumberFormat != "General") style.NumberFormat.SetFormat(column.NumberFormat);
    }

    private static void Align(IXLStyle style, SheetColumn column) => style.Alignment
        .SetHorizontal(column.Kind == ColumnKind.Number ? XLAlignmentHorizontalValues.Right : XLAlignmentHorizontalValues.Left)
        .Alignment.SetIndent(1);
}
