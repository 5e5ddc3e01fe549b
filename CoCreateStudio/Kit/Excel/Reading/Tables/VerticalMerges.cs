namespace CoCreateStudio.Kit.Excel.Reading.Tables;

/// <summary>Fills merged cells down: the file keeps the value in the first row only.</summary>
internal sealed class VerticalMerges
{
    private readonly Queue<CellRange> _coming;
    private readonly Dictionary<int, (CellRange Merge, SourceCell Value)> _open = [];

    public VerticalMerges(SheetLayout layout, IEnumerable<int> columns)
    {
        var wanted = columns.ToHashSet();
        _coming = new Queue<CellRange>(layout.Merges.Where(m => m.Bottom > m.Top && wanted.Contains(m.Left)).OrderBy(m => m.Top));
    }

    public void Fill(int row, Span<SourceCell> cells, IReadOnlyDictionary<int, int> slots)
    {
        while (_coming.TryPeek(out var next) && next.Top <= row)
        {
            _coming.Dequeue();
            if (next.Bottom < row) continue;
            _open[next.Left] = (next, next.Top == row ? cells[slots[next.Left]] : default);
        }

        if (_open.Count == 0) return;
        foreach (var (column, (merge, value)) in _open)
        {
            if (merge.Bottom < row) _open.Remove(column);
            else if (cells[slots[column]].IsEmpty) cells[slots[column]] = value;
        }
    }

    /// <summary>The last row of the merge that covers a cell, or the row itself.</summary>
    public int EndOf(int row, int column) => _open.TryGetValue(column, out var open) && open.Merge.Holds(row, column) ? open.Merge.Bottom : row;
}
