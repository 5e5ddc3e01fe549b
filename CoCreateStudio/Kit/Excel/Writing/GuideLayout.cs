using ClosedXML.Excel;
using CoCreateStudio.Kit.Excel.Writing.Streaming;

namespace CoCreateStudio.Kit.Excel.Writing;

/// <summary>Composes the sheet of sentences: one wide column, headings and lines.</summary>
internal sealed class GuideLayout(WorkbookGuide guide, IXLWorksheet page)
{
    private const int FirstRow = 2;
    private const int Left = 2;
    private const double Width = 96;
    private const double SpaceAbove = 12;

    private enum Line
    {
        Text,
        Heading,
    }

    public StreamedSheet Part => new(page.Name, FirstRow, (rows, _) =>
    {
        foreach (var line in guide.Lines)
        {
            var height = TextHeight.Of(TextHeight.Lines(line.Text, Width));
            rows.Next((int)(line.IsHeading ? Line.Heading : Line.Text), line.IsHeading ? height + SpaceAbove : height);
            rows.Text(line.Text);
        }

        return Task.CompletedTask;
    });

    public void Compose(string project)
    {
        (page.Column(1).Width, page.Column(Left).Width) = (3, Width);
        foreach (var line in Enum.GetValues<Line>())
        {
            var style = page.Cell(FirstRow + (int)line, Left).SetValue(0).Style;
            SheetLook.Letters(style, line == Line.Heading ? SheetLook.Accent : SheetLook.Text, line == Line.Heading ? SheetLook.TextSize + 2 : SheetLook.TextSize, bold: line == Line.Heading);
            style.Alignment.SetWrapText().Alignment.SetVertical(line == Line.Heading ? XLAlignmentVerticalValues.Bottom : XLAlignmentVerticalValues.Top);
            style.NumberFormat.SetFormat("@");
        }

        page.ShowGridLines = false;
        page.SetTabColor(SheetLook.Accent);
        Paper.SetUp(page, XLPageOrientation.Portrait, project, guide.Name);
    }
}
