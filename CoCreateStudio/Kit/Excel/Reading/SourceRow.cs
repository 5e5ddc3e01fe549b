using System.Runtime.InteropServices;

namespace CoCreateStudio.Kit.Excel.Reading;

/// <summary>One row while it passes by: the same object is filled again for the next row. Only cells with content are in it.</summary>
public sealed class SourceRow
{
    private readonly List<SourceCell> _cells = [];

    public int Number { get; private set; }

    public bool Hidden { get; private set; }

    public ReadOnlySpan<SourceCell> Cells => CollectionsMarshal.AsSpan(_cells);

    internal void Start(int number, bool hidden)
    {
        _cells.Clear();
        (Number, Hidden) = (number, hidden);
    }

    internal void Add(in SourceCell cell)
    {
        if (!cell.IsEmpty) _cells.Add(cell);
    }
}
