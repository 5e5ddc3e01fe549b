namespace CoCreateStudio.Kit.Excel.Reading.Tables;

internal sealed record HeadRow(int Number, bool Hidden, IReadOnlyList<SourceCell> Cells);

/// <summary>The first rows of a sheet, kept to find out what it is.</summary>
internal sealed class SheetHead
{
    private const int Depth = 400;

    // No table of requirements is this wide; a sheet made to be slow may be.
    public const int Width = 512;

    // Enough to know a table by; a sheet of cells that are all full is known by fewer.
    private const int Letters = 1 << 20;

    private readonly Dictionary<int, List<(int Row, SourceCell Cell)>> _columns = [];

    private int _letters;

    private SheetHead(SourceSheet sheet, IEnumerable<HeadRow> rows)
    {
        Sheet = sheet;
        foreach (var row in rows) Add(row);
    }

    public SheetHead(SourceSheet sheet)
    {
        Sheet = sheet;
        foreach (var row in sheet.ReadRows())
        {
            Add(new HeadRow(row.Number, row.Hidden, row.Cells[..Math.Min(Width, row.Cells.Length)].ToArray()));
            if (Rows.Count == Depth || _letters > Letters) break;
        }
    }

    public SourceSheet Sheet { get; }

    public List<HeadRow> Rows { get; } = [];

    /// <summary>The part of it that one of several tables stands in.</summary>
    public SheetHead Between(int first, int last) => first <= 1 && last == int.MaxValue ? this : new(Sheet, Rows.Where(r => r.Number >= first && r.Number <= last));

    public IEnumerable<int> FilledColumns(int fromRow) => _columns.Where(c => c.Value[^1].Row >= fromRow).Select(c => c.Key);

    public IEnumerable<SourceCell> Values(int column, int fromRow) =>
        _columns.TryGetValue(column, out var cells) ? cells.Where(c => c.Row >= fromRow).Select(c => c.Cell) : [];

    private void Add(HeadRow row)
    {
        Rows.Add(row);
        foreach (var cell in row.Cells)
        {
            if (!_columns.TryGetValue(cell.Column, out var cells)) _columns[cell.Column] = cells = [];
            cells.Add((row.Number, cell));
            if (cell.Kind == CellKind.Text) _letters += cell.Text.Length;
        }
    }
}
