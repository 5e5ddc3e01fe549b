using System.Text;
using System.Xml.Linq;

namespace CoCreateStudio.Kit.Excel.Writing.Streaming;

/// <summary>One cell of a prototype row: the beginnings of its XML, ready to be copied, and its width in pixels.</summary>
internal sealed record PrototypeCell(string Column, int Index, byte[] Open, byte[] Style, double Width);

/// <summary>A row that ClosedXML composed to carry the styles of the streamed rows; it is not written itself.</summary>
internal sealed record PrototypeRow(PrototypeCell[] Cells)
{
    private const double PixelsPerCharacter = 7;
    private const double UsualWidth = 9.14;

    public static PrototypeRow[] Read(XElement sheet, int firstRow)
    {
        var ns = sheet.Name.Namespace;
        var widths = sheet.Descendants(ns + "col").ToList();
        return [.. sheet.Descendants(ns + "row")
            .Where(row => (int)row.Attribute("r")! >= firstRow)
            .Select(row => new PrototypeRow([.. row.Elements(ns + "c").Select(cell => ReadCell(cell, widths))]))];
    }

    private static PrototypeCell ReadCell(XElement cell, List<XElement> widths)
    {
        var column = ((string)cell.Attribute("r")!).TrimEnd([.. "0123456789"]);
        var index = column.Aggregate(0, (number, letter) => number * 26 + letter - '@');
        var width = widths.Find(c => (int)c.Attribute("min")! <= index && index <= (int)c.Attribute("max")!);
        return new(column, index,
            Encoding.UTF8.GetBytes($"<c r=\"{column}"),
            Encoding.UTF8.GetBytes($"\" s=\"{(string?)cell.Attribute("s") ?? "0"}\""),
            ((double?)width?.Attribute("width") ?? UsualWidth) * PixelsPerCharacter);
    }
}
