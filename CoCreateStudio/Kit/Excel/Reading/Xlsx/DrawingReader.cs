using System.Xml;

namespace CoCreateStudio.Kit.Excel.Reading.Xlsx;

/// <summary>The pictures of one drawing, each with the cell under its upper left corner.</summary>
internal sealed class DrawingReader(XlsxPackage package, string part)
{
    private readonly IReadOnlyDictionary<string, Relation> _relations = package.Relations(part);
    private readonly List<SourcePicture> _pictures = [];

    public IReadOnlyList<SourcePicture> Read()
    {
        using var xml = package.Open(part);
        while (xml.Next())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "twoCellAnchor" or "oneCellAnchor" or "absoluteAnchor") ReadAnchor(xml);
        }

        return _pictures;
    }

    private void ReadAnchor(XmlReader xml)
    {
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        var (from, to) = (default(Marker), default(Marker?));
        var noExtent = false;
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "from": from = Marker.Read(xml); break;
                case "to": to = Marker.Read(xml); break;
                case "ext" when xml.Depth == depth + 1: noExtent = xml.Number("cx") == 0 || xml.Number("cy") == 0; break;
                case "pic": ReadPicture(xml, from, noExtent || to is { } end && end.IsFlatFrom(from)); break;
                // Older programs' copy of what the choice before it already said.
                case "Fallback": xml.SkipInside(); break;
                default: break;
            }
        }
    }

    private void ReadPicture(XmlReader xml, Marker from, bool flat)
    {
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        var (name, image) = ("", default(string));
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.IsStart("cNvPr")) name = xml.GetAttribute("name") ?? "";
            else if (xml.IsStart("blip")) image = xml.Any("embed");
            else if (xml.IsStart("ext") && xml.GetAttribute("cx") is not null) flat |= xml.Number("cx") == 0 || xml.Number("cy") == 0;
        }

        if (image is null || package.Picture(_relations.GetValueOrDefault(image), from.Row + 1, from.Column + 1, name) is not { } picture) return;
        _pictures.Add(new SourcePicture(picture.Row, picture.Column, name, picture.FileName, picture.Length, picture.Open) { ZeroSize = flat, Preview = PreviewReader.IsMetafile(picture.FileName) });
    }

    private readonly record struct Marker(int Row, long RowOffset, int Column, long ColumnOffset)
    {
        public static Marker Read(XmlReader xml)
        {
            var marker = default(Marker);
            var depth = xml.Depth;
            while (xml.Next() && xml.Depth > depth)
            {
                marker = xml.NodeType != XmlNodeType.Element ? marker : xml.LocalName switch
                {
                    "row" => marker with { Row = (int)Number(xml) },
                    "rowOff" => marker with { RowOffset = Number(xml) },
                    "col" => marker with { Column = (int)Number(xml) },
                    "colOff" => marker with { ColumnOffset = Number(xml) },
                    _ => marker,
                };
            }

            return marker;
        }

        public bool IsFlatFrom(Marker from) =>
            (Row, RowOffset) == (from.Row, from.RowOffset) || (Column, ColumnOffset) == (from.Column, from.ColumnOffset);

        private static long Number(XmlReader xml) => long.TryParse(xml.ReadText(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 0, int.MaxValue - 1) : 0;
    }
}
