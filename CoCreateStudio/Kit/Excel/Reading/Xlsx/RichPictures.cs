using System.Xml;

namespace CoCreateStudio.Kit.Excel.Reading.Xlsx;

/// <summary>
/// Pictures Excel 365 places in cells. The cell names an entry of metadata.xml, that a rich value, that a relation, that the image.
/// </summary>
internal static class RichPictures
{
    private const string Folder = "xl/richData/";

    public static string NameOf(string valueMetadata) => "rich:" + valueMetadata;

    public static Dictionary<string, SourcePicture> Read(XlsxPackage package)
    {
        var pictures = new Dictionary<string, SourcePicture>();
        var relationPart = Folder + "richValueRel.xml";
        if (!package.Has("xl/metadata.xml") || !package.Has(relationPart)) return pictures;
        var relations = package.Relations(relationPart);
        var images = Each(package, relationPart, "rel", x => x.Any("id") ?? "");
        var values = RichValues(package);
        var cells = ValueMetadata(package);
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i] is not { } value || values.ElementAtOrDefault(value) is not { } image || image >= images.Count) continue;
            var name = NameOf((i + 1).ToString(CultureInfo.InvariantCulture));
            if (package.Picture(relations.GetValueOrDefault(images[image]), 0, 0, "") is { } picture) pictures[name] = picture;
        }

        return pictures;
    }

    // For each rich value the number of its image, or null where it is something else.
    private static List<int?> RichValues(XlsxPackage package)
    {
        if (!package.Has(Folder + "rdrichvalue.xml")) return [];
        var places = ImagePlaces(package);
        return Each(package, Folder + "rdrichvalue.xml", "rv", xml =>
        {
            var place = places.ElementAtOrDefault(xml.Number("s")) ?? -1;
            var found = default(int?);
            var depth = xml.Depth;
            for (var i = 0; !xml.IsEmptyElement && xml.Next() && xml.Depth > depth;)
            {
                if (!xml.IsStart("v")) continue;
                var text = xml.ReadText();
                if (i++ == place && int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var image) && image >= 0) found = image;
            }

            return found;
        });
    }

    // For each structure the place of the image number among its keys.
    private static List<int?> ImagePlaces(XlsxPackage package)
    {
        var part = Folder + "rdrichvaluestructure.xml";
        if (!package.Has(part)) return [0];
        return Each(package, part, "s", xml =>
        {
            var found = default(int?);
            var depth = xml.Depth;
            for (var i = 0; !xml.IsEmptyElement && xml.Next() && xml.Depth > depth;)
            {
                if (!xml.IsStart("k")) continue;
                if (xml.GetAttribute("n") == "_rvRel:LocalImageIdentifier") found = i;
                i++;
            }

            return found;
        });
    }

    // For each value metadata entry the number of its rich value.
    private static List<int?> ValueMetadata(XlsxPackage package)
    {
        var rich = new List<int>();
        var cells = new List<int?>();
        var inValues = false;
        using var xml = package.Open("xl/metadata.xml");
        while (xml.Next())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "rvb") rich.Add(xml.Number("i"));
            else if (xml.LocalName == "valueMetadata") inValues = true;
            else if (xml.LocalName == "cellMetadata") inValues = false;
            else if (xml.LocalName == "rc" && inValues) cells.Add(xml.Number("v", -1) is var v && v >= 0 && v < rich.Count ? rich[v] : null);
        }

        return cells;
    }

    private static List<T> Each<T>(XlsxPackage package, string part, string element, Func<XmlReader, T> read)
    {
        var found = new List<T>();
        using var xml = package.Open(part);
        while (xml.Next())
        {
            if (xml.IsStart(element)) found.Add(read(xml));
        }

        return found;
    }
}
