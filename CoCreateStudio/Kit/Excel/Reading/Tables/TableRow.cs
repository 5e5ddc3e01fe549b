namespace CoCreateStudio.Kit.Excel.Reading.Tables;

/// <summary>One row of a table as a person reads it, merged cells filled down.</summary>
public sealed class TableRow
{
    private readonly IReadOnlyList<FoundColumn> _columns;
    private readonly SourceCell[] _cells;

    internal TableRow(int rowNumber, bool hidden, string? section, IReadOnlyList<FoundColumn> columns, SourceCell[] cells)
    {
        (RowNumber, LastRowNumber, Hidden, Section) = (rowNumber, rowNumber, hidden, section);
        (_columns, _cells) = (columns, cells);
    }

    public int RowNumber { get; }

    /// <summary>Greater than <see cref="RowNumber"/> when one item is spread over several rows by merged cells.</summary>
    public int LastRowNumber { get; internal set; }

    public bool Hidden { get; }

    /// <summary>The dividing line the row stands under, such as 新问题.</summary>
    public string? Section { get; }

    /// <summary>One cell for each column of the table, in its order; an empty text where there is none.</summary>
    public IReadOnlyList<SourceCell> Cells => _cells;

    public IReadOnlyList<SourcePicture> Pictures { get; internal set; } = [];

    public IReadOnlyList<CellLink> Links { get; internal set; } = [];

    public IReadOnlyList<CellComment> Comments { get; internal set; } = [];

    /// <summary>The cell mapped to a target; an empty one when no column is.</summary>
    public SourceCell this[string key]
    {
        get
        {
            for (var i = 0; i < _cells.Length; i++)
            {
                if (_columns[i].Target?.Key == key) return _cells[i];
            }

            return default;
        }
    }

    public string Text(string key) => this[key].Text.Trim();

    /// <summary>The filled cells of every column mapped to a target that may have several.</summary>
    public IEnumerable<SourceCell> All(string key) => Filled(c => c.Target?.Key == key).Select(c => c.Cell);

    /// <summary>What stands in columns nothing is mapped to: it is kept beside the record, never lost silently.</summary>
    public IEnumerable<(FoundColumn Column, SourceCell Cell)> Extras => Filled(c => c.Target is null);

    internal void Join(int row, ReadOnlySpan<SourceCell> own)
    {
        LastRowNumber = row;
        for (var i = 0; i < own.Length; i++)
        {
            if (own[i].IsEmpty) continue;
            _cells[i] = _cells[i].IsEmpty ? own[i] : SourceCell.OfText(own[i].Column, _cells[i].Text + "\n" + own[i].Text);
        }
    }

    private IEnumerable<(FoundColumn Column, SourceCell Cell)> Filled(Func<FoundColumn, bool> wanted)
    {
        for (var i = 0; i < _cells.Length; i++)
        {
            if (!_cells[i].IsEmpty && wanted(_columns[i])) yield return (_columns[i], _cells[i]);
        }
    }
}
