using ExcelDataReader;

namespace CoCreateStudio.Kit.Excel.Reading.Xls;

internal sealed class XlsSheet(XlsBook book, int index, string name, bool hidden, ReadLimits limits) : SourceSheet
{
    // The format ends at 65,536 rows and 256 columns; a broken file claims more, and the reader would walk it all.
    private const int MostRows = 70_000;
    private const int MostColumns = 1_000;

    public override string Name => name;

    public override bool Hidden => hidden;

    protected override IEnumerable<SourceRow> Rows()
    {
        using var reader = AtSheet();
        var from1904 = XlsDates.From1904(reader);
        var row = new SourceRow();
        var cells = 0L;
        for (var number = 1; reader.Read(); number++)
        {
            row.Start(number, reader.RowHeight == 0);
            for (var i = 0; i < reader.FieldCount; i++)
            {
                if (Cell(reader, i, from1904) is { } cell) row.Add(cell);
            }

            cells += row.Cells.Length;
            if (cells > limits.CellsPerSheet) throw new FileRefusedException(nameof(ReadingText.TooManyCells), null, limits.CellsPerSheet);
            if (row.Cells.Length > 0) yield return row;
        }
    }

    protected override SheetLayout ReadLayout()
    {
        using var reader = AtSheet();
        var merges = (reader.MergeCells ?? []).Select(m => new CellRange(m.FromRow + 1, m.FromColumn + 1, m.ToRow + 1, m.ToColumn + 1));
        var hidden = reader.Read() ? Enumerable.Range(0, reader.FieldCount).Where(i => reader.GetColumnWidth(i) == 0).Select(i => i + 1) : [];
        return new SheetLayout { Merges = [.. merges], HiddenColumns = hidden.ToHashSet() };
    }

    private IExcelDataReader AtSheet()
    {
        var reader = book.Start();
        for (var i = 0; i < index; i++) reader.NextResult();
        return reader.FieldCount <= MostColumns && reader.RowCount <= MostRows ? reader : throw new InvalidDataException(Name);
    }

    private static SourceCell? Cell(IExcelDataReader reader, int i, bool from1904)
    {
        return reader.GetValue(i) switch
        {
            null => null,
            DateTime date => SourceCell.OfDate(i + 1, date),
            TimeSpan time => SourceCell.OfTime(i + 1, time.TotalDays),
            double number => Number(i + 1, number, reader.GetNumberFormatString(i), from1904),
            bool yes => SourceCell.OfText(i + 1, yes ? "TRUE" : "FALSE"),
            IConvertible other => SourceCell.OfText(i + 1, other.ToString(CultureInfo.InvariantCulture)),
            _ => null,
        };
    }

    // ExcelDataReader does not know the Chinese date formats.
    private static SourceCell Number(int column, double number, string? format, bool from1904) =>
        NumberFormats.Style(0, format).Cell(column, number, from1904);
}
