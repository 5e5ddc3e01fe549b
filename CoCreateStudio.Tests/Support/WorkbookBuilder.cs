using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace CoCreateStudio.Tests.Support;

/// <summary>Builds workbooks as odd as customers' ones, part by part.</summary>
public sealed class WorkbookBuilder
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly Dictionary<string, byte[]> _parts = [];
    private readonly List<SheetBuilder> _sheets = [];
    private readonly List<string> _formats = [];
    private readonly List<string> _shared = [];

    public bool Date1904 { get; init; }

    public string MainNamespace { get; init; } = Main;

    public string RelationNamespace { get; init; } = Rels;

    public SheetBuilder Sheet(string name = "Sheet1", string state = "visible", string prefix = "")
    {
        var sheet = new SheetBuilder(this, _sheets.Count + 1, name, state) { Prefix = prefix };
        _sheets.Add(sheet);
        return sheet;
    }

    /// <summary>The style number of a number format.</summary>
    public int Format(string code)
    {
        _formats.Add(code);
        return _formats.Count;
    }

    /// <summary>The number of a shared text, given as the inside of its si element.</summary>
    public int Shared(string inner)
    {
        _shared.Add(inner);
        return _shared.Count - 1;
    }

    public WorkbookBuilder Part(string name, string content) => Part(name, Encoding.UTF8.GetBytes(content));

    public WorkbookBuilder Part(string name, byte[] content)
    {
        _parts[name] = content;
        return this;
    }

    public MemoryStream Build()
    {
        AddWorkbook();
        foreach (var sheet in _sheets) sheet.AddParts();
        return Zip(_parts);
    }

    public static MemoryStream Zip(IReadOnlyDictionary<string, byte[]> parts)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        file.Position = 0;
        return file;
    }

    public static string Relations(params (string Id, string Kind, string Target, bool External)[] relations) =>
        "<Relationships>" + string.Concat(relations.Select(r =>
            $"<Relationship Id=\"{r.Id}\" Type=\"{Rels}/{r.Kind}\" Target=\"{SecurityElement.Escape(r.Target)}\"{(r.External ? " TargetMode=\"External\"" : "")}/>")) + "</Relationships>";

    private void AddWorkbook()
    {
        var sheets = string.Concat(_sheets.Select(s => $"<sheet name=\"{SecurityElement.Escape(s.Name)}\" sheetId=\"{s.Number}\" state=\"{s.State}\" r:id=\"s{s.Number}\"/>"));
        var formats = string.Concat(_formats.Select((f, i) => $"<numFmt numFmtId=\"{200 + i}\" formatCode=\"{SecurityElement.Escape(f)}\"/>"));
        var styles = string.Concat(_formats.Select((f, i) => $"<xf numFmtId=\"{(f.Length == 2 && int.TryParse(f, NumberStyles.None, CultureInfo.InvariantCulture, out var builtIn) ? builtIn : 200 + i)}\"/>"));
        _parts.TryAdd("_rels/.rels", Encoding.UTF8.GetBytes(Relations(("r1", "officeDocument", "xl/workbook.xml", false))));
        AddPart("xl/workbook.xml", $"<workbook xmlns=\"{MainNamespace}\" xmlns:r=\"{RelationNamespace}\"><workbookPr date1904=\"{(Date1904 ? 1 : 0)}\"/><sheets>{sheets}</sheets></workbook>");
        AddPart("xl/_rels/workbook.xml.rels", Relations([.. _sheets.Select(s => ($"s{s.Number}", "worksheet", $"worksheets/sheet{s.Number}.xml", false)), ("st", "styles", "styles.xml", false), ("ss", "sharedStrings", "sharedStrings.xml", false)]));
        AddPart("xl/styles.xml", $"<styleSheet xmlns=\"{MainNamespace}\"><numFmts>{formats}</numFmts><cellXfs><xf numFmtId=\"0\"/>{styles}</cellXfs></styleSheet>");
        AddPart("xl/sharedStrings.xml", $"<sst xmlns=\"{MainNamespace}\">{string.Concat(_shared.Select(s => $"<si>{s}</si>"))}</sst>");
    }

    private void AddPart(string name, string content) => _parts.TryAdd(name, Encoding.UTF8.GetBytes(content));
}
