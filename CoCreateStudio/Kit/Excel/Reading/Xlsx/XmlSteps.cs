using System.Xml;

namespace CoCreateStudio.Kit.Excel.Reading.Xlsx;

/// <summary>Reading by local name only, so that strict and transitional namespaces and the "x:" prefix are all the same.</summary>
internal static class XmlSteps
{
    // Each level is kept in memory; no part goes deeper than two dozen.
    private const int Deepest = 250;

    public static bool Next(this XmlReader xml) => xml.Read() && (xml.Depth <= Deepest ? true : throw new InvalidDataException());

    public static bool IsStart(this XmlReader xml, string name) => xml.NodeType == XmlNodeType.Element && xml.LocalName == name;

    public static bool IsEnd(this XmlReader xml, string name) => xml.NodeType == XmlNodeType.EndElement && xml.LocalName == name;

    /// <summary>An attribute by local name, for r:id and r:embed under whatever prefix and namespace.</summary>
    public static string? Any(this XmlReader xml, string name)
    {
        string? found = null;
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName != name || xml.Prefix.Length == 0 && found is not null) continue;
            found = xml.Value;
            if (xml.Prefix.Length > 0) break;
        }

        xml.MoveToElement();
        return found;
    }

    public static bool Flag(this XmlReader xml, string name) => xml.GetAttribute(name) is "1" or "true" or "on";

    public static int Number(this XmlReader xml, string name, int otherwise = 0) =>
        int.TryParse(xml.GetAttribute(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    /// <summary>The text of the "t" elements inside the current element, without the readings (rPh) printed above Chinese and Japanese words.</summary>
    public static string RichText(this XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var depth = xml.Depth;
        string? text = null;
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "rPh") SkipInside(xml);
            else if (xml.LocalName == "t") text = text is null ? xml.ReadText() : text + xml.ReadText();
        }

        return Escapes.Decode(text ?? "");
    }

    /// <summary>The text of the current element; afterwards the reader stands on its end.</summary>
    public static string ReadText(this XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var depth = xml.Depth;
        string? text = null;
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) text = text is null ? xml.Value : text + xml.Value;
        }

        return text ?? "";
    }

    public static void SkipInside(this XmlReader xml)
    {
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        while (xml.Next() && xml.Depth > depth)
        {
        }
    }
}
