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
        var unpacked = _parts.Values.Where(IsXml).Sum(e => e.Length);
        if (unpacked > limits.UnpackedBytes || _parts.Values.Any(e => IsXml(e) && IsBlownUp(e))) throw TooLarge(limits.UnpackedBytes);
    }

    public IEnumerable<string> Parts => _parts.Keys;

    public bool Has(string part) => _parts.ContainsKey(part);

    /// <summary>A part that is read as it comes: rows and shared texts.</summary>
    public Stream OpenLong(string part) => OpenPart(part, _limits.UnpackedBytes);

    public XmlReader Open(string part) => Read(OpenPart(part, _limits.PartBytes));

    public static XmlReader Read(Stream xml) => XmlReader.Create(xml, Safe);

    public IReadOnlyDictionary<string, Relation> Relations(string part)
    {
        var found = new Dictionary<string, Relation>();
        var slash = part.LastIndexOf('/');
        var rels = $"{part[..(slash + 1)]}_rels/{part[(slash + 1)..]}.rels";
        if (!Has(rels)) return found;
        using var xml = Open(rels);
        while (xml.Next())
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

    private XmlGuardStream OpenPart(string part, long budget)
    {
        var entry = Find(part);
        if (!IsXml(entry)) throw new InvalidDataException(part);
        if (entry.Length > budget) throw TooLarge(budget);
        return new XmlGuardStream(new BudgetStream(entry.Open(), budget, nameof(ReadingText.TooLargeInside)), _limits);
    }

    private ZipArchiveEntry Find(string part) => _parts.TryGetValue(part, out var entry) ? entry : throw new InvalidDataException(part);

    private bool IsBlownUp(ZipArchiveEntry part) => part.Length > _limits.PartBytes && part.Length / _limits.Ratio > part.CompressedLength;

    private static bool IsXml(ZipArchiveEntry part) => part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || part.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || part.FullName.EndsWith(".vml", StringComparison.OrdinalIgnoreCase);

    private static FileRefusedException TooLarge(long bytes) => new(nameof(ReadingText.TooLargeInside), null, Math.Max(1, bytes >> 20));

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
