using ClosedXML.Excel;
using CoCreateStudio.Kit.Excel.Writing.Streaming;

namespace CoCreateStudio.Kit.Excel.Writing;

/// <summary>
/// Writes a workbook: a cover and its list sheets. Rows come one at a time, so memory does not grow with them.
/// The output should be a temporary file that is handed on only after this returns: when a row source fails or the work is
/// cancelled, the exception comes out here and what was written so far is no workbook.
/// </summary>
public static class WorkbookWriter
{
    /// <summary>Texts follow the language of the caller. Composing and packing is CPU work and leaves the caller's thread.</summary>
    public static Task WriteAsync(
        Stream output, WorkbookCover cover, IReadOnlyList<ListSheet> sheets, IProgress<int>? progress = null, CancellationToken ct = default) =>
        WriteAsync(output, cover, null, sheets, progress, ct);

    /// <param name="guide">A sheet of sentences between cover and lists.</param>
    public static Task WriteAsync(
        Stream output, WorkbookCover cover, WorkbookGuide? guide, IReadOnlyList<ListSheet> sheets, IProgress<int>? progress = null, CancellationToken ct = default) =>
        Task.Run(() => ComposeAndSaveAsync(output, cover, guide, sheets, new(progress), ct), ct);

    private static async Task ComposeAndSaveAsync(
        Stream output, WorkbookCover cover, WorkbookGuide? guide, IReadOnlyList<ListSheet> sheets, RowTally tally, CancellationToken ct)
    {
        using var book = new XLWorkbook();
        book.Properties.Title = PlainText.Of(cover.Title);
        book.Properties.Author = PlainText.Of(cover.MadeBy);
        var names = new SheetName();
        var front = book.Worksheets.Add(names.Of(WritingText.Cover));
        var layout = new CoverLayout(cover, front);
        layout.Compose();
        var guidance = guide is null ? null : new GuideLayout(guide, book.Worksheets.Add(names.Of(guide.Name)));
        guidance?.Compose(cover.Project);
        var tabs = sheets.Select(s => (Sheet: s, Page: book.Worksheets.Add(names.Of(s.Name)))).ToList();
        var lists = new ChoiceLists(book, names.Of);
        foreach (var (sheet, page) in tabs) new ListLayout(page, sheet, lists).Compose(cover.Project);

        List<(string Tab, string Title, int Rows)> written = [];
        List<StreamedSheet> parts = [.. tabs.Select(t => new StreamedSheet(t.Page.Name, ListSheet.FirstRow, async (rows, stop) =>
        {
            written.Add((t.Page.Name, t.Sheet.Name, await t.Sheet.WriteRowsAsync(rows, cover.Zone, tally, stop)));
        }))];
        parts.Add(new(front.Name, CoverLayout.FirstRow, (rows, _) =>
        {
            layout.WriteRows(rows, written);
            return Task.CompletedTask;
        }));
        if (guidance is not null) parts.Add(guidance.Part);
        await StreamedWorkbook.SaveAsync(book, output, parts, ct);
        tally.Finish();
    }
}
