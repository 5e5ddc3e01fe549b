using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Features.Customers.Import.Traits;
using CoCreateStudio.Kit.Excel.Reading;
using CoCreateStudio.Kit.Excel.Reading.Tables;

namespace CoCreateStudio.Features.Customers.Import;

/// <summary>A cell that was understood: what it is for, and where it stands.</summary>
public sealed record FileCell(string Place, string Key, string Text);

/// <summary>A row of the file with the company that it is about, be it in the row itself, merged over it, or above it.</summary>
public sealed record FileRow(string Sheet, int Number, string Company, IReadOnlyList<FileCell> Cells)
{
    public FileCell? this[string key] => Cells.FirstOrDefault(c => c.Key == key);
}

/// <summary>Reads the rows of the tables that are taken.</summary>
internal static class FileRows
{
    public const int Most = 20_000;

    private static readonly string NameKey = nameof(CustomerField.Name);

    public static IReadOnlyList<FileRow> Read(IEnumerable<FoundTable> tables, CancellationToken ct)
    {
        List<FileRow> rows = [];
        foreach (var table in tables)
        {
            var above = "";
            foreach (var read in new TableReader(table).Read())
            {
                ct.ThrowIfCancellationRequested();
                if (Row(table, read, ref above) is { } row) rows.Add(row);
                if (rows.Count > Most) throw new FileRefusedException(nameof(ReadingText.TooManyAtOnce), null, Most);
            }
        }

        return rows;
    }

    private static FileRow? Row(FoundTable table, TableRow read, ref string above)
    {
        List<FileCell> cells = [];
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var text = read.Cells[i].Text.Trim();
            if (table.Columns[i].Target is not { } target || target == ImportVocabulary.LeftOut || SaysNothing(target.Key, text)) continue;
            cells.Add(new($"{table.Columns[i].Letter}{read.RowNumber}", target.Key, OneSpace(target.Key, text)));
        }

        if (cells.Find(c => c.Key == NameKey) is { } name) above = name.Text;
        return cells.Count == 0 ? null : new(table.Sheet.Name, read.RowNumber, above, cells);
    }

    private static bool SaysNothing(string key, string text) => TraitVocabulary.Of(key) is { Part: TraitPart.State } ? TraitWords.SaysNothing(text) : ValueWords.SaysNothing(text);

    // A name that was broken over two lines is one name.
    private static string OneSpace(string key, string text) => key is nameof(CustomerField.Notes) or nameof(CustomerField.Standing) or nameof(CustomerField.StandingSource) || TraitVocabulary.Of(key) is { Part: TraitPart.Note }
        ? text : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
