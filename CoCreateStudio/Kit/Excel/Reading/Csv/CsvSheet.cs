using System.Text;
using CsvHelper;

namespace CoCreateStudio.Kit.Excel.Reading.Csv;

internal sealed class CsvSheet(Stream file, string name, Encoding encoding, ReadLimits limits) : SourceSheet
{
    public override string Name => name;

    protected override IEnumerable<SourceRow> Rows()
    {
        file.Position = 0;
        using var text = new StreamReader(file, encoding, true, 1 << 16, leaveOpen: true);
        using var csv = CsvReader.Create(text, new CsvReaderOptions { HasHeader = false, SkipEmptyLines = false, MaxRecordSize = limits.TextBytes }, true);
        var row = new SourceRow();
        var cells = 0L;
        for (var number = 1; csv.Read(); number++)
        {
            if (number > limits.Rows) throw new FileRefusedException(nameof(ReadingText.TooManyRows), null, limits.Rows);
            row.Start(number, hidden: false);
            for (var i = 0; i < csv.FieldCount; i++) row.Add(SourceCell.OfText(i + 1, csv.GetString(i)));
            cells += csv.FieldCount;
            if (cells > limits.CellsPerSheet) throw new FileRefusedException(nameof(ReadingText.TooManyCells), null, limits.CellsPerSheet);
            if (row.Cells.Length > 0) yield return row;
        }
    }
}
