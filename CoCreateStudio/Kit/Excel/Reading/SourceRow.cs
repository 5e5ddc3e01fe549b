using System.Runtime.InteropServices;

namespace CoCreateStudio.Kit.Excel.Reading;

/// <summary>One row while it passes by: the same object is filled again for the next row. Only cells with content are in it.</summary>
public sealed class SourceRow
{
    private readonly List<SourceCell> _cells = [];
    private readonly List<CellLink> _links = [];

    public int Number { get; private set; }

    public bool Hidden { get; private set; }

    /// <summary>Addresses that stand in formulas; the others are told by the layout of the sheet.</summary>
    public IReadOnlyList<CellLink> Links => _links;

    public ReadOnlySpan<SourceCell> Cells => CollectionsMarshal.AsSpan(_cells);

    internal void Start(int number, bool hidden)
    {
        _cells.Clear();
        _links.Clear();
        (Number, Hidden) = (number, hidden);
    }

    internal void Link(int column, string address) => _links.Add(new CellLink(Number, column, address));

    internal void Add(in SourceCell cell)
    {
        if (!cell.IsEmpty) _cells.Add(cell);
    }
}
