using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace CoCreateStudio.Tests.Kit.Excel.Writing;

/// <summary>A written workbook, read back by another library than the one that wrote it.</summary>
internal sealed partial class WrittenBook : IDisposable
{
    private readonly SpreadsheetDocument _document;

    public WrittenBook(Stream stream)
    {
        stream.Position = 0;
        _document = SpreadsheetDocument.Open(stream, isEditable: false);
    }

    public Workbook Workbook => _document.WorkbookPart!.Workbook;

    public IReadOnlyList<string> Tabs => [.. Workbook.Descendants<Sheet>().Select(s => s.Name!.Value!)];

    public IEnumerable<string> Problems() =>
        from version in new[] { FileFormatVersions.Office2013, FileFormatVersions.Microsoft365 }
        from problem in new OpenXmlValidator(version).Validate(_document)
        select $"{version} {problem.Part?.Uri} {problem.Path?.XPath}: {problem.Description}";

    public WorksheetPart Part(string tab) =>
        (WorksheetPart)_document.WorkbookPart!.GetPartById(Workbook.Descendants<Sheet>().Single(s => s.Name == tab).Id!);

    public Worksheet Sheet(string tab) => Part(tab).Worksheet;

    public string Name(string name) => Workbook.Descendants<DefinedName>().First(n => n.Name == name).Text;

    public Cell Cell(string tab, string address) => Sheet(tab).Descendants<Cell>().Single(c => c.CellReference == address);

    public string Text(string tab, string address)
    {
        var cell = Cell(tab, address);
        if (cell.DataType?.Value == CellValues.InlineString) return Decoded(cell.InlineString!.Text!.Text);
        if (cell.DataType?.Value != CellValues.SharedString) return cell.CellValue?.Text ?? "";
        return _document.WorkbookPart!.SharedStringTablePart!.SharedStringTable.ElementAt(int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)).InnerText;
    }

    public IReadOnlyList<string> Row(string tab, int row) =>
        [.. Sheet(tab).Descendants<Row>().Single(r => r.RowIndex! == (uint)row).Elements<Cell>().Select(c => Text(tab, c.CellReference!))];

    public DateTime Date(string tab, string address) => DateTime.FromOADate(double.Parse(Text(tab, address), CultureInfo.InvariantCulture));

    public CellFormat Format(string tab, string address)
    {
        var formats = _document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!;
        return (CellFormat)formats.ElementAt((int)Cell(tab, address).StyleIndex!.Value);
    }

    public void Dispose() => _document.Dispose();

    /// <summary>Characters that XML does not take stand as _xHHHH_.</summary>
    private static string Decoded(string text) => Escape().Replace(text, m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString());

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
