using ClosedXML.Excel;
using CoCreateStudio.Kit.Excel.Writing.Streaming;

namespace CoCreateStudio.Kit.Excel.Writing;

/// <summary>The drop-down lists of a workbook, on a sheet that Excel does not even offer to show.</summary>
internal sealed class ChoiceLists(XLWorkbook book, Func<string, string> tabName)
{
    private IXLWorksheet? _page;
    private int _lists;

    public void Offer(IXLCell cell, IReadOnlyList<Choice> choices)
    {
        if (choices.Count == 0) return;
        var validation = cell.SetDataValidation();
        validation.List(Named([.. choices.Where(c => c.IsOffered)]), true);
        validation.ErrorMessage = WritingText.ChooseFromList;
        foreach (var choice in choices) Colour(cell, choice);
    }

    private static void Colour(IXLCell cell, Choice choice)
    {
        if (SheetLook.Of(choice.Tone) is not var (text, ground)) return;
        var style = cell.AddConditionalFormat().WhenEquals($"\"{PlainText.Of(choice.Text).Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        style.Font.SetFontColor(text).Fill.SetBackgroundColor(ground);
    }

    private string Named(IReadOnlyList<Choice> choices)
    {
        if (_page is null)
        {
            _page = book.Worksheets.Add(tabName("Lists"));
            _page.Visibility = XLWorksheetVisibility.VeryHidden;
        }

        _lists++;
        for (var i = 0; i < choices.Count; i++) _page.Cell(i + 1, _lists).SetValue(PlainText.Of(choices[i].Text));
        var name = $"Choices_{_lists}";
        book.NamedRanges.Add(name, _page.Range(1, _lists, choices.Count, _lists));
        return name;
    }
}
