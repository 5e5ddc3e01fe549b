using System.Xml;

namespace CoCreateStudio.Kit.Excel.Reading.Xlsx;

/// <summary>Reads what stands around the rows of a sheet part: merges, hidden columns, links, and the names of its drawings.</summary>
internal sealed class LayoutReader(XlsxPackage package, string part)
{
    // A range link or a whole-sheet merge must not become a million entries.
    private const int MostEntries = 200_000;
    private const int MostAttachments = 1000;

    private readonly IReadOnlyDictionary<string, Relation> _relations = package.Relations(part);
    private readonly List<CellRange> _merges = [];
    private readonly HashSet<int> _hidden = [];
    private readonly List<CellLink> _links = [];
    private readonly List<SourceAttachment> _attachments = [];
    private readonly List<SourcePicture> _pictures = [];

    public SheetLayout Read()
    {
        using (var xml = XlsxPackage.Read(new SkipRowsStream(package.OpenLong(part))))
        {
            while (xml.Next())
            {
                if (xml.NodeType == XmlNodeType.Element) Take(xml);
            }
        }

        return new SheetLayout
        {
            Merges = _merges,
            HiddenColumns = _hidden,
            Links = _links,
            Comments = Comments(),
            Pictures = _pictures,
            Attachments = _attachments,
            HasPivot = _relations.Values.Any(r => r.Kind == "pivotTable"),
        };
    }

    private void Take(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "col" when xml.Flag("hidden"): Hide(xml.Number("min"), xml.Number("max")); break;
            case "mergeCell" when CellName.TryRead(xml.GetAttribute("ref"), out CellRange merge) && _merges.Count < MostEntries: _merges.Add(merge); break;
            case "hyperlink": AddLink(xml); break;
            case "oleObject": AddAttachment(xml); break;
            case "drawing" when _pictures.Count == 0: AddPictures(Target(xml)); break;
            case "legacyDrawing" when Target(xml) is { } vml: _pictures.AddRange(PreviewReader.Read(package, vml)); break;
            default: break;
        }
    }

    private void Hide(int first, int last)
    {
        for (var column = Math.Max(1, first); column <= Math.Min(last, CellName.LastColumn); column++) _hidden.Add(column);
    }

    private void AddLink(XmlReader xml)
    {
        if (!CellName.TryRead(xml.GetAttribute("ref"), out CellRange range) || _links.Count >= MostEntries) return;
        var address = Named(xml.Any("id"))?.Target;
        if (xml.GetAttribute("location") is { Length: > 0 } place) address += "#" + place;
        if (!string.IsNullOrEmpty(address)) _links.Add(new CellLink(range.Top, range.Left, address));
    }

    private void AddAttachment(XmlReader xml)
    {
        if (_attachments.Count == MostAttachments) return;
        var name = Path.GetFileName(Named(xml.Any("id"))?.Target ?? "");
        if (_attachments.All(a => a.Name != name)) _attachments.Add(new SourceAttachment(name, xml.GetAttribute("progId") ?? ""));
    }

    private void AddPictures(string? drawing)
    {
        if (drawing is not null && package.Has(drawing)) _pictures.AddRange(new DrawingReader(package, drawing).Read());
    }

    private List<CellComment> Comments()
    {
        var part = _relations.Values.FirstOrDefault(r => r.Kind == "comments")?.Target;
        return part is not null && package.Has(part) ? CommentReader.Read(package, part) : [];
    }

    private string? Target(XmlReader xml) => Named(xml.Any("id"))?.Target;

    private Relation? Named(string? id) => id is null ? null : _relations.GetValueOrDefault(id);
}
