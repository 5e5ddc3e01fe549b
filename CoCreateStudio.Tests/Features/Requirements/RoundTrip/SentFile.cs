using System.Globalization;
using CoCreateStudio.Kit.Excel.Reading;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CoCreateStudio.Tests.Features.Requirements.RoundTrip;

/// <summary>A table that was sent, in the hands of a customer who edits it: locked or not, whatever a spreadsheet program lets them do.</summary>
internal sealed class SentFile : IDisposable
{
    private const int FirstRow = 3;
    private const string KeyColumn = "A";

    private readonly MemoryStream _file = new();
    private readonly SpreadsheetDocument _book;
    private readonly SheetData _rows;

    public SentFile(Stream sent)
    {
        sent.Position = 0;
        sent.CopyTo(_file);
        _book = SpreadsheetDocument.Open(_file, isEditable: true);
        var sheet = _book.WorkbookPart!.Workbook.Descendants<Sheet>().Last(s => s.State is null);
        _rows = ((WorksheetPart)_book.WorkbookPart.GetPartById(sheet.Id!)).Worksheet.GetFirstChild<SheetData>()!;
    }

    private List<Row> Rows => [.. _rows.Elements<Row>().Where(r => r.RowIndex!.Value >= FirstRow)];

    /// <summary>Types into a cell; null empties it.</summary>
    public SentFile Set(Guid key, string column, string? text) => Set(RowOf(key), column, text);

    /// <summary>Writes into the next empty row.</summary>
    public SentFile Add(params (string Column, string Text)[] cells)
    {
        var row = Rows.First(r => r.Elements<Cell>().All(c => c.InnerText.Length == 0));
        foreach (var (column, text) in cells) Set(row, column, text);
        return this;
    }

    public SentFile Formula(Guid key, string column, string formula, string? value)
    {
        var cell = CellOf(RowOf(key), column);
        cell.RemoveAllChildren();
        (cell.DataType, cell.CellFormula, cell.CellValue) = (CellValues.String, new(formula), value is null ? null : new(value));
        return this;
    }

    public SentFile Remove(Guid key)
    {
        RowOf(key).Remove();
        return Renumber();
    }

    /// <summary>Copies a row below itself, hidden key and all.</summary>
    public SentFile Copy(Guid key, params (string Column, string Text)[] changes)
    {
        var copy = (Row)RowOf(key).CloneNode(true);
        _rows.InsertAfter(copy, RowOf(key));
        foreach (var (column, text) in changes) Set(copy, column, text);
        return Renumber();
    }

    public SentFile SortBackwards()
    {
        var rows = Rows;
        foreach (var row in rows) row.Remove();
        foreach (var row in rows.AsEnumerable().Reverse()) _rows.Append(row);
        return Renumber();
    }

    /// <summary>Writes into the hidden cells as well: the key of a row, or the stamp and keys in the first row.</summary>
    public SentFile Rekey(Guid key, string other) => Set(CellAt(RowOf(key), KeyColumn), other);

    public string Stamp => Said(CellAt(Head(1), KeyColumn));

    public SentFile Restamp(string stamp) => Set(CellAt(Head(1), KeyColumn), stamp);

    /// <summary>Puts a column behind the last one, with a key of its own above the heading.</summary>
    public SentFile AddColumn(string key, string heading, string text)
    {
        var column = CellName.Letters(Head(1).Elements<Cell>().Max(c => CellName.TryRead(c.CellReference!.Value!, out int _, out var last) ? last : 0) + 1);
        foreach (var (row, said) in new[] { (Head(1), key), (Head(2), heading) }.Concat(Rows.Where(r => Key(r).Length > 0).Select(r => (r, text))))
            row.Append(Filled(new Cell { CellReference = column + row.RowIndex }, said));
        return this;
    }

    /// <summary>Gives a column another heading.</summary>
    public SentFile Rename(string column, string heading) => Set(CellOf(Head(2), column), heading);

    /// <summary>Exchanges the places of two columns.</summary>
    public SentFile Swap(string one, string other)
    {
        var (first, second) = (ColumnOf(one), ColumnOf(other));
        foreach (var row in _rows.Elements<Row>())
        {
            foreach (var cell in row.Elements<Cell>()) cell.CellReference = Letters(cell) is var at && at == first ? second + row.RowIndex : at == second ? first + row.RowIndex : cell.CellReference;
            List<Cell> cells = [.. row.Elements<Cell>().OrderBy(c => Letters(c).Length).ThenBy(Letters, StringComparer.Ordinal)];
            row.RemoveAllChildren<Cell>();
            row.Append(cells);
        }

        return this;
    }

    public SentFile RenameSheet(string name)
    {
        _book.WorkbookPart!.Workbook.Descendants<Sheet>().Last(s => s.State is null).Name = name;
        return this;
    }

    public SentFile DropColumn(string column)
    {
        var at = ColumnOf(column);
        foreach (var cell in _rows.Elements<Row>().SelectMany(r => r.Elements<Cell>()).Where(c => Letters(c) == at).ToList()) cell.Remove();
        return this;
    }

    public MemoryStream Save()
    {
        _book.Dispose();
        return new(_file.ToArray());
    }

    public void Dispose()
    {
        _book.Dispose();
        _file.Dispose();
    }

    private SentFile Set(Row row, string column, string? text) => Set(CellOf(row, column), text);

    private SentFile Set(Cell cell, string? text)
    {
        Filled(cell, text ?? "");
        return this;
    }

    private static Cell Filled(Cell cell, string text)
    {
        cell.RemoveAllChildren();
        cell.CellFormula = null;
        cell.DataType = CellValues.InlineString;
        if (text.Length > 0) cell.InlineString = new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        return cell;
    }

    private SentFile Renumber()
    {
        var number = (uint)FirstRow;
        foreach (var row in _rows.Elements<Row>().Skip(2))
        {
            row.RowIndex = number;
            foreach (var cell in row.Elements<Cell>()) cell.CellReference = Letters(cell) + number;
            number++;
        }

        return this;
    }

    private Row Head(int number) => _rows.Elements<Row>().Single(r => r.RowIndex! == (uint)number);

    private Row RowOf(Guid key) => Rows.First(r => Key(r) == key.ToString());

    private string ColumnOf(string column) => Letters(Head(1).Elements<Cell>().First(c => Said(c) == column));

    private Cell CellOf(Row row, string column) => CellAt(row, ColumnOf(column));

    private static Cell CellAt(Row row, string column) => row.Elements<Cell>().Single(c => Letters(c) == column);

    private static string Key(Row row) => CellAt(row, KeyColumn).InnerText;

    private string Said(Cell cell) => cell.DataType?.Value == CellValues.SharedString
        ? _book.WorkbookPart!.SharedStringTablePart!.SharedStringTable.ElementAt(int.Parse(cell.InnerText, CultureInfo.InvariantCulture)).InnerText
        : cell.InnerText;

    private static string Letters(Cell cell) => cell.CellReference!.Value!.TrimEnd([.. "0123456789"]);
}
