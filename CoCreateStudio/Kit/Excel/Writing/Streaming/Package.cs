using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CoCreateStudio.Kit.Excel.Writing.Streaming;

/// <summary>
/// Copies a composed package part by part, with changes: each part is written once, in any order, straight to the output.
/// Only <see cref="Complete"/> writes the parts list without which no reader opens the file: a save that failed half way is never a valid workbook.
/// </summary>
internal sealed class Package(Stream composed, Stream output) : IDisposable
{
    public static readonly XNamespace Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string TypesPart = "[Content_Types].xml";
    private static readonly XNamespace Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XmlWriterSettings Utf8 = new() { Encoding = new UTF8Encoding(false) };

    private readonly ZipArchive _source = new(composed, ZipArchiveMode.Read);
    // Never Update mode: it keeps every written part in memory until the end.
    private readonly ZipArchive _target = new(output, ZipArchiveMode.Create, leaveOpen: true);
    private readonly HashSet<string> _written = [TypesPart];
    private readonly Dictionary<string, string> _typesByExtension = [];
    private readonly Dictionary<string, string> _typesByPart = [];

    public static XmlWriter Xml(Stream stream) => XmlWriter.Create(stream, Utf8);

    /// <summary>A small part of the source, its names freed of the "x:" that ClosedXML puts before each and some readers stumble over.</summary>
    public XElement? Read(string part)
    {
        using var stream = _source.GetEntry(part)?.Open();
        if (stream is null) return null;

        var root = XElement.Load(stream);
        root.Attributes().Where(a => a.IsNamespaceDeclaration && a.Value == root.Name.NamespaceName).Remove();
        root.SetAttributeValue("xmlns", root.Name.NamespaceName);
        return root;
    }

    public Stream Create(string part, CompressionLevel level = CompressionLevel.Optimal)
    {
        _written.Add(part);
        return _target.CreateEntry(part, level).Open();
    }

    public void Write(string part, Action<XmlWriter> content)
    {
        using var stream = Create(part);
        using var xml = Xml(stream);
        content(xml);
    }

    public void Declare(string part, string contentType) => _typesByPart[part] = contentType;

    public void DeclareExtension(string extension, string contentType) => _typesByExtension[extension] = contentType;

    /// <summary>The targets of a part's relationships in the source, by id.</summary>
    public Dictionary<string, string> TargetsOf(string part) =>
        RelationshipsOf(part).ToDictionary(r => (string)r.Attribute("Id")!, r => Absolute(part, (string)r.Attribute("Target")!));

    public void WriteRelationships(string part, IEnumerable<(string Id, string Kind, string Target)> added) =>
        Write(RelationshipsPart(part), new XStreamingElement(Relationships + "Relationships", RelationshipsOf(part), added.Select(Relationship)).WriteTo);

    public void Complete()
    {
        foreach (var entry in _source.Entries.Where(e => !_written.Contains(e.FullName)))
        {
            using var from = entry.Open();
            using var to = _target.CreateEntry(entry.FullName).Open();
            from.CopyTo(to);
        }

        WriteTypes();
    }

    public void Dispose()
    {
        _target.Dispose();
        _source.Dispose();
    }

    private static string RelationshipsPart(string part) => part.Insert(part.LastIndexOf('/') + 1, "_rels/") + ".rels";

    private static string Absolute(string part, string target) => new Uri(new Uri("part:///" + part), target).AbsolutePath.TrimStart('/');

    private static XElement Relationship((string Id, string Kind, string Target) r) => new(Relationships + "Relationship",
        new XAttribute("Id", r.Id),
        new XAttribute("Type", $"{Office}/{r.Kind}"),
        new XAttribute("Target", r.Target),
        r.Kind == "hyperlink" ? new XAttribute("TargetMode", "External") : null);

    private IEnumerable<XElement> RelationshipsOf(string part) => Read(RelationshipsPart(part))?.Elements() ?? [];

    private void WriteTypes()
    {
        var types = Read(TypesPart) ?? throw new InvalidDataException(TypesPart);
        var known = types.Elements().Select(t => (string?)t.Attribute("Extension")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var ns = types.Name.Namespace;
        types.AddFirst(_typesByExtension.Where(t => !known.Contains(t.Key))
            .Select(t => new XElement(ns + "Default", new XAttribute("Extension", t.Key), new XAttribute("ContentType", t.Value))));
        types.Add(_typesByPart.Select(t => new XElement(ns + "Override", new XAttribute("PartName", "/" + t.Key), new XAttribute("ContentType", t.Value))));
        Write(TypesPart, types.WriteTo);
    }
}
