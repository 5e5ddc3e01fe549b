using System.IO.Compression;
using System.Xml;

namespace CoCreateStudio.Kit.Excel.Reading.Xlsx;

internal sealed record Relation(string Kind, string Target, bool External);

/// <summary>The archive and its parts. Names are found whatever their case and slashes; nothing outside the archive is opened.</summary>
internal sealed class XlsxPackage : IDisposable
{
    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        // Exports exist with raw control characters; they are no reason to refuse a file.
        CheckCharacters = false,
        CloseInput = true,
    };

    private readonly ZipArchive _archive;
    private readonly ReadLimits _limits;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    public XlsxPackage(Stream file, ReadLimits limits)
    {
        _limits = limits;
        _archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (_archive.Entries.Count > limits.Parts) throw new FileRefusedException(nameof(ReadingText.Damaged));
        foreach (var entry in _archive.Entries) _parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
    }

    public IEnumerable<string> Parts => _parts.Keys;

    public bool Has(string part) => _parts.ContainsKey(part);

    public Stream OpenStream(string part) => new BudgetStream(Find(part).Open(), _limits.PartBytes, nameof(ReadingText.TooLargeInside));

    public XmlReader Open(string part) => Read(OpenStream(part));

    public static XmlReader Read(Stream xml) => XmlReader.Create(xml, Safe);

    public IReadOnlyDictionary<string, Relation> Relations(string part)
    {
        var found = new Dictionary<string, Relation>();
        var slash = part.LastIndexOf('/');
        var rels = $"{part[..(slash + 1)]}_rels/{part[(slash + 1)..]}.rels";
        if (!Has(rels)) return found;
        using var xml = Open(rels);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship") continue;
            var external = xml.GetAttribute("TargetMode") == "External";
            var target = xml.GetAttribute("Target") ?? "";
            var kind = xml.GetAttribute("Type") ?? "";
            found[xml.GetAttribute("Id") ?? ""] = new Relation(kind[(kind.LastIndexOf('/') + 1)..], external ? target : Resolve(part, target), external);
        }

        return found;
    }

    public SourcePicture? Picture(Relation? image, int row, int column, string name)
    {
        if (image is null || image.External || !_parts.TryGetValue(image.Target, out var entry)) return null;
        return new SourcePicture(row, column, name, Path.GetFileName(image.Target), entry.Length, () => OpenPicture(entry));
    }

    public void Dispose() => _archive.Dispose();

    private BudgetStream OpenPicture(ZipArchiveEntry entry)
    {
        if (entry.Length > _limits.PictureBytes) throw new FileRefusedException(nameof(ReadingText.PictureTooLarge), null, _limits.PictureBytes >> 20);
        return new BudgetStream(entry.Open(), _limits.PictureBytes, nameof(ReadingText.PictureTooLarge));
    }

    private ZipArchiveEntry Find(string part)
    {
        if (!_parts.TryGetValue(part, out var entry)) throw new InvalidDataException(part);
        if (entry.Length > _limits.PartBytes) throw new FileRefusedException(nameof(ReadingText.TooLargeInside), null, _limits.PartBytes >> 20);
        return entry;
    }

    private static string Resolve(string part, string target)
    {
        target = Uri.UnescapeDataString(target.Replace('\\', '/'));
        if (target.StartsWith('/')) return target[1..];
        var folder = part.Split('/')[..^1].ToList();
        foreach (var step in target.Split('/'))
        {
            if (step == ".." && folder.Count > 0) folder.RemoveAt(folder.Count - 1);
            else if (step is not ("." or "..")) folder.Add(step);
        }

        return string.Join('/', folder);
    }
}
