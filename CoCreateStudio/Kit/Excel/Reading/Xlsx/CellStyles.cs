using System.Xml;

namespace CoCreateStudio.Kit.Excel.Reading.Xlsx;

/// <summary>The number formats of the workbook by style number.</summary>
internal static class CellStyles
{
    public static IReadOnlyList<CellStyle> Read(XlsxPackage package, string? part)
    {
        var styles = new List<CellStyle>();
        if (part is null || !package.Has(part)) return styles;
        var codes = new Dictionary<int, string>();
        var inCellFormats = false;
        using var xml = package.Open(part);
        while (xml.Next())
        {
            if (xml.IsEnd("cellXfs")) break;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt") codes[xml.Number("numFmtId")] = xml.GetAttribute("formatCode") ?? "";
            else if (xml.LocalName == "cellXfs") inCellFormats = !xml.IsEmptyElement;
            else if (inCellFormats && xml.LocalName == "xf") styles.Add(StyleOf(xml.Number("numFmtId"), codes));
        }

        return styles;
    }

    private static CellStyle StyleOf(int format, Dictionary<int, string> codes) => NumberFormats.Style(format, codes.GetValueOrDefault(format));
}
