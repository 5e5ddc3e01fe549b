namespace CoCreateStudio.Kit.Excel.Reading.Xlsx;

/// <summary>The pictures WPS embeds in cells: xl/cellimages.xml maps the ID in =DISPIMG("ID_…") to an image.</summary>
internal static class CellImages
{
    private const string Part = "xl/cellimages.xml";

    public static Dictionary<string, SourcePicture> Read(XlsxPackage package)
    {
        var pictures = new Dictionary<string, SourcePicture>();
        if (!package.Has(Part)) return pictures;
        var relations = package.Relations(Part);
        var (id, title) = ("", "");
        using var xml = package.Open(Part);
        while (xml.Next())
        {
            if (xml.IsStart("cNvPr")) (id, title) = (xml.GetAttribute("name") ?? "", xml.GetAttribute("descr") ?? "");
            if (!xml.IsStart("blip") || xml.Any("embed") is not { } image) continue;
            if (package.Picture(relations.GetValueOrDefault(image), 0, 0, title) is { } picture) pictures[id] = picture;
        }

        return pictures;
    }
}
