using System.Xml;

namespace CoCreateStudio.Kit.Excel.Reading.Xlsx;

/// <summary>The stand-in pictures of attached documents, which old VML drawings hold.</summary>
internal static class PreviewReader
{
    public static bool IsMetafile(string fileName) => Path.GetExtension(fileName).ToUpperInvariant() is ".EMF" or ".WMF";

    public static List<SourcePicture> Read(XlsxPackage package, string part)
    {
        var pictures = new List<SourcePicture>();
        if (!package.Has(part)) return pictures;
        var relations = package.Relations(part);
        if (relations.Count == 0) return pictures;
        using var xml = package.Open(part);
        try
        {
            while (xml.Next())
            {
                if (!xml.IsStart("imagedata") || xml.Any("relid") is not { } id) continue;
                if (package.Picture(relations.GetValueOrDefault(id), 0, 0, xml.Any("title") ?? "") is { } picture) pictures.Add(AsPreview(picture));
            }
        }
        catch (XmlException)
        {
            // VML need not be well-formed XML, and only previews are lost with it.
        }

        return pictures;
    }

    private static SourcePicture AsPreview(SourcePicture picture) =>
        new(picture.Row, picture.Column, picture.Name, picture.FileName, picture.Length, picture.Open) { Preview = true };
}
