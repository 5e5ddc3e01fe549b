using CoCreateStudio.Features.Requirements.Import.Difference;
using CoCreateStudio.Kit.Excel.Reading;
using CoCreateStudio.Kit.Excel.Reading.Tables;
using CoCreateStudio.Kit.Excel.Writing;

namespace CoCreateStudio.Features.Requirements.Import;

/// <summary>A row as it stood in the file, and what is wrong with it.</summary>
internal sealed record WrongRow(SourceCell[] Cells, IReadOnlyList<SourcePicture> Pictures, string Why);

/// <summary>The rows of a file that could not be taken, as a workbook: mended, it comes in again by itself.</summary>
public static class WrongRows
{
    private const int TextWidth = 28;
    private const int WhyWidth = 46;

    public static bool Holds(ImportRow row) => row is { Kind: RowKind.Wrong, Chosen: not RowFate.LeaveOut };

    public static string NameOf(string fileName) => $"{Path.GetFileNameWithoutExtension(fileName)}_{ImportText.WrongFile}.xlsx";

    /// <summary>Reads the rows once more from the file, so that they come back as they stood.</summary>
    public static async Task WriteAsync(Stream output, ImportSession session, WorkbookCover cover, CancellationToken ct)
    {
        List<ListSheet> sheets = [];
        foreach (var sheet in session.Preview.Rows.Where(Holds).GroupBy(r => r.Sheet))
        {
            var table = session.Tables[sheet.Key];
            List<WrongRow> rows = [.. Read(table, sheet.ToDictionary(r => r.Number))];
            sheets.Add(new ListSheet<WrongRow>(table.Sheet.Name, Columns(table, rows, session.Choices, sheet.Key), rows) { FrozenColumns = 1 });
        }

        await WorkbookWriter.WriteAsync(output, cover, sheets, ct: ct);
    }

    private static IEnumerable<WrongRow> Read(FoundTable table, Dictionary<int, ImportRow> wrong)
    {
        foreach (var row in new TableReader(table).Read())
        {
            if (wrong.TryGetValue(row.RowNumber, out var why)) yield return new([.. row.Cells], row.Pictures, string.Join('\n', why.Problems.Select(p => $"{p.Field.Word()}: {p.Problem.Text}")));
        }
    }

    private static SheetColumns<WrongRow> Columns(FoundTable table, List<WrongRow> rows, ImportChoices choices, int sheet)
    {
        var columns = new SheetColumns<WrongRow>().WrappedText(OwnSheet.WhyKey, () => ImportText.WhyWrong, WhyWidth, r => r.Why);
        var pictures = rows.Exists(r => r.Pictures.Count > 0) ? Array.FindIndex([.. table.Columns], c => c.Target?.Role == TargetRole.Picture) : -1;
        for (var i = 0; i < table.Columns.Count; i++) Add(columns, table.Columns[i], i, i == pictures, rows);
        if (pictures < 0 && rows.Exists(r => r.Pictures.Count > 0)) columns.Pictures("pictures", () => ImportText.TargetScreenshot, TextWidth, Pictures);
        foreach (var fact in table.Facts.Where(f => f.Target is not null && !choices.WithoutFacts.Contains((sheet, f.Label)) && table.ColumnFor(f.Target.Key) is null).DistinctBy(f => f.Label))
            columns.Text("fact " + fact.Label, () => fact.Label, TextWidth, _ => fact.Value);
        return columns;
    }

    private static void Add(SheetColumns<WrongRow> columns, FoundColumn column, int place, bool isPictures, List<WrongRow> rows)
    {
        var key = OwnSheet.KeyOf(column) ?? $"{column.Letter} {column.Heading}";
        string Heading() => column.Heading.Length > 0 ? column.Heading : column.Target is { } target && target != ImportTargets.LeftOut ? ImportTargets.Word(target.Key) : column.Letter;
        var cells = rows.Select(r => r.Cells[place]).Where(c => !c.IsEmpty).ToList();
        if (column.Target == OwnSheet.Id) columns.Hidden(key, r => r.Cells[place].Text);
        else if (isPictures) columns.Pictures(key, Heading, TextWidth, Pictures);
        else if (cells.Count > 0 && cells.TrueForAll(c => c is { Kind: CellKind.Date, HasTime: false })) columns.Date(key, Heading, r => r.Cells[place].Date is { } date ? DateOnly.FromDateTime(date) : null);
        else columns.WrappedText(key, Heading, TextWidth, r => r.Cells[place].Text);
    }

    private static SheetPicture[] Pictures(WrongRow row) => [.. row.Pictures.Select(p => new SheetPicture(p.FileName, p.Open))];
}
