using System.Xml;

namespace CoCreateStudio.Kit.Excel.Reading.Xlsx;

internal sealed class XlsxBook : SourceBook
{
    private readonly List<SourceSheet> _sheets = [];
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    private XlsxBook(XlsxPackage package, ReadLimits limits)
    {
        Package = package;
        Limits = limits;
        var workbook = WorkbookPart(package);
        var relations = package.Relations(workbook);
        var from1904 = ReadSheets(workbook, relations);
        if (_sheets.Count == 0) throw new FileRefusedException(nameof(ReadingText.NoSheets));
        Values = new CellValues(SharedTexts.Read(package, Part(relations, "sharedStrings"), limits), CellStyles.Read(package, Part(relations, "styles")), from1904);
        CellPictures = CellImages.Read(package);
        foreach (var (name, picture) in RichPictures.Read(package)) CellPictures[name] = picture;
    }

    public XlsxPackage Package { get; }

    public ReadLimits Limits { get; }

    public CellValues Values { get; }

    public Dictionary<string, SourcePicture> CellPictures { get; }

    public override IReadOnlyList<SourceSheet> Sheets => _sheets;

    public override int PictureCount => base.PictureCount + CellPictures.Count;

    public override bool HasMacros => Package.Parts.Any(p => p.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));

    public static XlsxBook From(Stream file, ReadLimits limits)
    {
        var package = new XlsxPackage(file, limits);
        try
        {
            return new XlsxBook(package, limits);
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) Package.Dispose();
        base.Dispose(disposing);
    }

    private static string WorkbookPart(XlsxPackage package)
    {
        var part = package.Relations("").Values.FirstOrDefault(r => r.Kind == "officeDocument")?.Target ?? "xl/workbook.xml";
        if (part.EndsWith(".bin", StringComparison.OrdinalIgnoreCase)) throw new FileRefusedException(nameof(ReadingText.BinaryWorkbook));
        var isWorkbook = package.Has(part) && part.StartsWith("xl/", StringComparison.OrdinalIgnoreCase);
        if (isWorkbook) return part;
        // Word, PowerPoint and OpenDocument files are archives too; an Excel archive without its workbook is a damaged one.
        var torn = package.Parts.Any(p => p.StartsWith("xl/", StringComparison.OrdinalIgnoreCase));
        throw new FileRefusedException(torn ? nameof(ReadingText.Damaged) : nameof(ReadingText.NotAWorkbook));
    }

    private bool ReadSheets(string workbook, IReadOnlyDictionary<string, Relation> relations)
    {
        var from1904 = false;
        using var xml = Package.Open(workbook);
        while (xml.Next())
        {
            if (xml.IsStart("workbookPr")) from1904 = xml.Flag("date1904");
            else if (xml.IsStart("sheet")) AddSheet(xml, relations);
        }

        return from1904;
    }

    private void AddSheet(XmlReader xml, IReadOnlyDictionary<string, Relation> relations)
    {
        var relation = xml.Any("id") is { } id ? relations.GetValueOrDefault(id) : null;
        if (relation is not { Kind: "worksheet" } || !Package.Has(relation.Target)) return;
        if (!_taken.Add(relation.Target)) return;
        if (_sheets.Count == Limits.Sheets) throw new FileRefusedException(nameof(ReadingText.TooManySheets), null, Limits.Sheets);
        var hidden = xml.GetAttribute("state") is "hidden" or "veryHidden";
        _sheets.Add(new XlsxSheet(this, xml.GetAttribute("name") ?? "", hidden, relation.Target));
    }

    private static string? Part(IReadOnlyDictionary<string, Relation> relations, string kind) => relations.Values.FirstOrDefault(r => r.Kind == kind)?.Target;
}
