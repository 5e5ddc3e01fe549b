using System.Globalization;
using System.Security;
using System.Text;
using CoCreateStudio.Kit.Excel.Reading;

namespace CoCreateStudio.Tests.Support;

/// <summary>One sheet of a <see cref="WorkbookBuilder"/>.</summary>
public sealed class SheetBuilder(WorkbookBuilder book, int number, string name, string state)
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47];

    private readonly StringBuilder _rows = new();
    private readonly StringBuilder _behind = new();
    private readonly StringBuilder _drawing = new();
    private readonly List<string> _merges = [];
    private readonly List<string> _links = [];
    private readonly List<string> _hidden = [];
    private readonly List<(string Id, string Kind, string Target, bool External)> _relations = [];
    private readonly List<(string Id, string Kind, string Target, bool External)> _images = [];
    private int _row;

    public int Number => number;

    public string Name => name;

    public string State => state;

    /// <summary>The prefix some programs write before every element.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The next row; null leaves a cell out, a string that starts with "&lt;c" is the cell itself.</summary>
    public SheetBuilder Row(params object?[] values) => RowAt(_row + 1, values);

    public SheetBuilder RowAt(int row, params object?[] values) => Add(row, "", values);

    public SheetBuilder HiddenRow(params object?[] values) => Add(_row + 1, " hidden=\"1\"", values);

    public SheetBuilder Merge(params string[] ranges)
    {
        _merges.AddRange(ranges);
        return this;
    }

    public SheetBuilder HideColumn(int column)
    {
        _hidden.Add($"<col min=\"{column}\" max=\"{column}\" hidden=\"1\"/>");
        return this;
    }

    public SheetBuilder Link(string cell, string address)
    {
        _links.Add($"<hyperlink ref=\"{cell}\" r:id=\"{Relate("hyperlink", address, true)}\"/>");
        return this;
    }

    /// <summary>A floating picture with its corner over a cell, as most programs write it.</summary>
    public SheetBuilder Picture(int row, int column, bool zeroSize = false)
    {
        var image = AddImage();
        var to = zeroSize ? Marker("to", row, column, 0) : Marker("to", row + 1, column + 1, 0);
        _drawing.Append(CultureInfo.InvariantCulture, $"<xdr:twoCellAnchor>{Marker("from", row, column, 0)}{to}{Pic(image)}</xdr:twoCellAnchor>");
        return this;
    }

    public SheetBuilder SizedPicture(int row, int column, long width = 9525)
    {
        _drawing.Append(CultureInfo.InvariantCulture, $"<xdr:oneCellAnchor>{Marker("from", row, column, 9525)}<xdr:ext cx=\"{width}\" cy=\"9525\"/>{Pic(AddImage())}</xdr:oneCellAnchor>");
        return this;
    }

    /// <summary>Anything that stands behind the rows.</summary>
    public SheetBuilder Behind(string xml)
    {
        _behind.Append(xml);
        return this;
    }

    public string Relate(string kind, string target, bool external = false)
    {
        var id = $"r{_relations.Count + 1}";
        _relations.Add((id, kind, target, external));
        return id;
    }

    public MemoryStream Build() => book.Build();

    public SourceBook Open(string fileName = "a.xlsx") => SourceBook.Open(Build(), fileName);

    internal void AddParts()
    {
        if (_drawing.Length > 0) AddDrawing();
        book.Part($"xl/worksheets/sheet{number}.xml", Xml());
        if (_relations.Count > 0) book.Part($"xl/worksheets/_rels/sheet{number}.xml.rels", WorkbookBuilder.Relations([.. _relations]));
    }

    private SheetBuilder Add(int row, string attributes, object?[] values)
    {
        _row = row;
        var cells = values.Select((v, i) => Cell(row, i + 1, v));
        _rows.Append(CultureInfo.InvariantCulture, $"<{Prefix}row r=\"{row}\"{attributes}>{string.Concat(cells)}</{Prefix}row>");
        return this;
    }

    private string Cell(int row, int column, object? value) => value switch
    {
        null => "",
        string raw when raw.StartsWith("<c", StringComparison.Ordinal) => raw,
        string text => $"<{Prefix}c r=\"{CellName.Letters(column)}{row}\" t=\"inlineStr\"><{Prefix}is><{Prefix}t>{SecurityElement.Escape(text)}</{Prefix}t></{Prefix}is></{Prefix}c>",
        (double number, int style) => string.Create(CultureInfo.InvariantCulture, $"<{Prefix}c r=\"{CellName.Letters(column)}{row}\" s=\"{style}\"><{Prefix}v>{number:R}</{Prefix}v></{Prefix}c>"),
        _ => string.Create(CultureInfo.InvariantCulture, $"<{Prefix}c r=\"{CellName.Letters(column)}{row}\"><{Prefix}v>{value}</{Prefix}v></{Prefix}c>"),
    };

    private string Xml()
    {
        var space = Prefix.Length > 0 ? ":" + Prefix.TrimEnd(':') : "";
        var columns = _hidden.Count == 0 ? "" : $"<{Prefix}cols>{string.Concat(_hidden)}</{Prefix}cols>";
        var merges = _merges.Count == 0 ? "" : $"<{Prefix}mergeCells>{string.Concat(_merges.Select(m => $"<{Prefix}mergeCell ref=\"{m}\"/>"))}</{Prefix}mergeCells>";
        var links = _links.Count == 0 ? "" : $"<hyperlinks>{string.Concat(_links)}</hyperlinks>";
        return $"<{Prefix}worksheet xmlns{space}=\"{book.MainNamespace}\" xmlns:r=\"{book.RelationNamespace}\">{columns}<{Prefix}sheetData>{_rows}</{Prefix}sheetData>{merges}{links}{_behind}</{Prefix}worksheet>";
    }

    private string AddImage()
    {
        var id = $"i{_images.Count + 1}";
        _images.Add((id, "image", $"../media/image{number}_{_images.Count + 1}.png", false));
        book.Part($"xl/media/image{number}_{_images.Count}.png", Png);
        return id;
    }

    private void AddDrawing()
    {
        Behind($"<drawing r:id=\"{Relate("drawing", $"../drawings/drawing{number}.xml")}\"/>");
        book.Part($"xl/drawings/drawing{number}.xml", $"<xdr:wsDr xmlns:xdr=\"x\" xmlns:a=\"a\" xmlns:r=\"{WorkbookBuilder.Rels}\">{_drawing}</xdr:wsDr>");
        book.Part($"xl/drawings/_rels/drawing{number}.xml.rels", WorkbookBuilder.Relations([.. _images]));
    }

    private static string Pic(string image) =>
        $"<xdr:pic><xdr:nvPicPr><xdr:cNvPr id=\"1\" name=\"Picture {image}\"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed=\"{image}\"/></xdr:blipFill></xdr:pic>";

    private static string Marker(string element, int row, int column, int offset) =>
        $"<xdr:{element}><xdr:col>{column - 1}</xdr:col><xdr:colOff>{offset}</xdr:colOff><xdr:row>{row - 1}</xdr:row><xdr:rowOff>{offset}</xdr:rowOff></xdr:{element}>";
}
