namespace CoCreateStudio.Kit.Excel.Reading.Tables;

/// <summary>A row that was left out, and why.</summary>
public sealed record SkippedRow(int RowNumber, RowVerdict Why);

/// <summary>Reads the rows of a table from top to bottom, once; afterwards it can say what it left out.</summary>
public sealed class TableReader(FoundTable table)
{
    private const int MostSkippedKept = 1000;
    private const int TallestItem = 1000;

    private readonly Dictionary<int, int> _slots = table.Columns.Select((c, i) => (c.Column, i)).ToDictionary(c => c.Column, c => c.i);
    private readonly int[] _essence = [.. table.Columns.Where(c => c.Target?.Role == TargetRole.Essence).Select(c => c.Column)];
    private readonly RowJudge _judge = new(table);
    private readonly VerticalMerges _merges = new(table.Sheet.Layout, table.Columns.Select(c => c.Column));
    private readonly ILookup<int, SourcePicture> _pictures = table.Sheet.Layout.Pictures.Where(p => !p.ZeroSize && !p.Preview).ToLookup(p => p.Row);
    private readonly ILookup<int, CellLink> _links = table.Sheet.Layout.Links.ToLookup(l => l.Row);
    private readonly ILookup<int, CellComment> _comments = table.Sheet.Layout.Comments.ToLookup(c => c.Row);
    private readonly List<SkippedRow> _skipped = [];
    private readonly HashSet<SourcePicture> _attached = [];
    private string? _section;

    public IReadOnlyList<SkippedRow> Skipped => _skipped;

    /// <summary>Pictures that lie over no row of the table, such as a logo, or are squeezed to nothing.</summary>
    public IEnumerable<SourcePicture> StrayPictures => table.Sheet.Layout.Pictures.Where(p => !p.Preview && table.Holds(p.Row) && !_attached.Contains(p));

    public IEnumerable<TableRow> Read()
    {
        TableRow? open = null;
        var lastOfItem = 0;
        var own = new SourceCell[table.Columns.Count];
        foreach (var row in table.Sheet.ReadRows())
        {
            if (row.Number < table.FirstDataRow) continue;
            if (row.Number > table.Part.Last) break;
            Sort(row, own);
            if (open is not null && row.Number <= lastOfItem)
            {
                open.Join(row.Number, own);
                open.Links = [.. open.Links, .. row.Links];
                continue;
            }

            if (open is not null) yield return Finish(open, lastOfItem);
            open = Take(row, own);
            if (open is null) continue;
            lastOfItem = EndOfItem(row.Number);
            open.Links = [.. row.Links];
        }

        if (open is not null) yield return Finish(open, lastOfItem);
    }

    private void Sort(SourceRow row, SourceCell[] own)
    {
        Array.Clear(own);
        foreach (ref readonly var cell in row.Cells)
        {
            if (_slots.TryGetValue(cell.Column, out var slot)) own[slot] = cell;
        }
    }

    private TableRow? Take(SourceRow row, SourceCell[] own)
    {
        var verdict = _judge.Judge(row.Number, own, _pictures.Contains(row.Number));
        var cells = own.ToArray();
        _merges.Fill(row.Number, cells, _slots);
        if (verdict == RowVerdict.Item) return new TableRow(row.Number, row.Hidden, _section, table.Columns, cells);
        if (verdict == RowVerdict.Section) _section = own.First(c => !c.IsEmpty).Text.Trim();
        if (verdict != RowVerdict.Blank && _skipped.Count < MostSkippedKept) _skipped.Add(new SkippedRow(row.Number, verdict));
        return null;
    }

    // Where even the description is merged over several rows, they are one item.
    private int EndOfItem(int row)
    {
        var end = int.MaxValue;
        foreach (var column in _essence) end = Math.Min(end, _merges.EndOf(row, column));
        return end == int.MaxValue ? row : Math.Min(end, row + TallestItem);
    }

    private TableRow Finish(TableRow row, int lastOfItem)
    {
        var pictures = new List<SourcePicture>();
        foreach (var cell in row.Cells)
        {
            if (cell.Kind == CellKind.Picture && table.Sheet.PictureOf(row.RowNumber, cell) is { } picture) pictures.Add(picture);
        }

        for (var number = row.RowNumber; number <= lastOfItem; number++) pictures.AddRange(_pictures[number]);
        _attached.UnionWith(pictures);
        row.Pictures = pictures;
        row.Links = [.. Between(_links, row.RowNumber, lastOfItem), .. row.Links];
        row.Comments = Between(_comments, row.RowNumber, lastOfItem);
        return row;
    }

    private static List<T> Between<T>(ILookup<int, T> items, int first, int last)
    {
        if (items.Count == 0) return [];
        return [.. Enumerable.Range(first, last - first + 1).SelectMany(n => items[n])];
    }
}
