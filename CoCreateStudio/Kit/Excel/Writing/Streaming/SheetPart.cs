using System.Xml;
using System.Xml.Linq;

namespace CoCreateStudio.Kit.Excel.Writing.Streaming;

/// <summary>One sheet of the package: its composed head and tail, and between them the rows as they come.</summary>
internal sealed class SheetPart(Package package, string part, StreamedSheet sheet)
{
    private const string DrawingId = "rowPictures";
    private const string LinkId = "rowLink";
    // The elements of a sheet stand in a fixed order.
    private static readonly string[] AfterDrawing = ["legacyDrawing", "legacyDrawingHF", "picture", "oleObjects", "controls", "tableParts", "extLst"];
    private static readonly string[] AfterLinks =
        ["printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "ignoredErrors", "drawing", .. AfterDrawing];

    private readonly XElement _root = package.Read(part) ?? throw new InvalidDataException(part);
    private int _lastRow;

    private XNamespace Main => _root.Name.Namespace;

    /// <summary>Writes the part and what belongs to it; gives the last row.</summary>
    public async Task<int> WriteAsync(CancellationToken ct)
    {
        Place(new(Main + "hyperlinks"), AfterLinks);
        Place(new(Main + "drawing", new XAttribute(Package.Office + "id", DrawingId)), AfterDrawing);
        var rows = await WriteSheetAsync(ct);
        var drawing = part.Replace("worksheets/", "drawings/rows-", StringComparison.Ordinal);
        package.WriteRelationships(part, Relationships(rows, drawing));
        if (rows.Pictures.Count > 0) await new SheetDrawing(package, drawing, rows.Pictures).WriteAsync(ct);
        return _lastRow;
    }

    private static IEnumerable<(string Id, string Kind, string Target)> Relationships(SheetRows rows, string drawing)
    {
        if (rows.Pictures.Count > 0) yield return (DrawingId, "drawing", "/" + drawing);
        for (var i = 0; i < rows.Links.Count; i++)
            if (rows.Links[i].Target is [not '#', ..] address) yield return ($"{LinkId}{i}", "hyperlink", address);
    }

    private void Place(XElement element, string[] following)
    {
        if (_root.Elements().FirstOrDefault(e => following.Contains(e.Name.LocalName)) is { } next) next.AddBeforeSelf(element);
        else _root.Add(element);
    }

    private async Task<SheetRows> WriteSheetAsync(CancellationToken ct)
    {
        await using var stream = package.Create(part);
        using var xml = Package.Xml(stream);
        var rows = new SheetRows(stream, PrototypeRow.Read(_root, sheet.FirstRow), sheet.FirstRow);
        xml.WriteStartElement("worksheet", Main.NamespaceName);
        xml.WriteAttributeString("xmlns", "r", null, Package.Office.NamespaceName);
        foreach (var element in _root.Elements())
        {
            if (element.Name.LocalName == "sheetData") await WriteDataAsync(element, xml, rows, ct);
            else WriteElement(element, xml, rows);
        }

        xml.WriteEndElement();
        return rows;
    }

    private async Task WriteDataAsync(XElement data, XmlWriter xml, SheetRows rows, CancellationToken ct)
    {
        xml.WriteStartElement("sheetData");
        foreach (var row in data.Elements().TakeWhile(r => (int)r.Attribute("r")! < sheet.FirstRow)) row.WriteTo(xml);
        // Closes the start tag, so that the rows can be written past the XmlWriter.
        xml.WriteWhitespace("\n");
        xml.Flush();
        await sheet.WriteAsync(rows, ct);
        rows.Finish();
        xml.WriteEndElement();
        // A range cannot be empty.
        _lastRow = Math.Max(rows.Row, sheet.FirstRow);
    }

    private void WriteElement(XElement element, XmlWriter xml, SheetRows rows)
    {
        switch (element.Name.LocalName)
        {
            // Optional, stands before the rows, and a wrong one makes some readers lose rows.
            case "dimension": break;
            case "hyperlinks" when rows.Links.Count == 0: break;
            case "hyperlinks": new XStreamingElement(element.Name, rows.Links.Select(Link)).WriteTo(xml); break;
            case "drawing" when rows.Pictures.Count == 0: break;
            default: Resized(element).WriteTo(xml); break;
        }
    }

    private XElement Link((string Cell, string Target) link, int i) => new(Main + "hyperlink",
        new XAttribute("ref", link.Cell),
        link.Target[0] == '#' ? new XAttribute("location", link.Target[1..]) : new XAttribute(Package.Office + "id", $"{LinkId}{i}"));

    private XElement Resized(XElement element)
    {
        if (_lastRow == 0) return element;
        foreach (var range in element.DescendantsAndSelf().Attributes().Where(a => a.Name.LocalName is "ref" or "sqref"))
            range.Value = StreamedWorkbook.Resize(range.Value, sheet.FirstRow, _lastRow);
        return element;
    }
}
