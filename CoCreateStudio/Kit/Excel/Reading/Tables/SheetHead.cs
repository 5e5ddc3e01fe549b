namespace CoCreateStudio.Kit.Excel.Reading.Tables;

internal sealed record HeadRow(int Number, IReadOnlyList<SourceCell> Cells)
{
    public string TextAt(int column) => Cells.FirstOrDefault(c => c.Column == column).Text.Trim();
}

/// <summary>The first rows of a sheet, kept to find out what it is.</summary>
internal sealed class SheetHead
{
    private const int Depth = 120;

    public SheetHead(SourceSheet sheet)
    {
        Sheet = sheet;
        foreach (var row in sheet.ReadRows())
        {
            Rows.Add(new HeadRow(row.Number, row.Cells.ToArray()));
            if (Rows.Count == Depth) break;
        }
    }

    public SourceSheet Sheet { get; }

    public List<HeadRow> Rows { get; } = [];

    public IEnumerable<SourceCell> Values(int column, int fromRow) => Rows
        .Where(r => r.Number >= fromRow)
        .SelectMany(r => r.Cells)
        .Where(c => c.Column == column);
}
