using System.IO.Compression;

namespace CoCreateStudio.Domain.Files;

/// <summary>The documents people bring to a meeting, recognised by their content: PDF, Office and WPS without macros, pictures.</summary>
public static class DocumentKinds
{
    /// <summary>What a file field offers to choose.</summary>
    public const string Accepted = ".pdf,.docx,.xlsx,.pptx,.doc,.xls,.ppt,.wps,.et,.dps,.png,.jpg,.jpeg,.webp,.gif";

    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    // Old Office files and those of WPS look alike from outside; so do installers, which is why the name must say one of these.
    private static readonly string[] CompoundEndings = [".doc", ".xls", ".ppt", ".wps", ".et", ".dps"];

    /// <summary>The file's name, with an ending that fits what it is.</summary>
    /// <exception cref="RuleException">It is none of these documents.</exception>
    public static string NameFor(string fileName, byte[] bytes)
    {
        var name = Path.GetFileName(fileName);
        var endings = EndingsOf(bytes);
        var ending = Path.GetExtension(name).ToLowerInvariant();
        if (endings.Contains(ending)) return name;
        if (endings.Length == 0 || endings == CompoundEndings) throw new RuleException(nameof(RuleText.NotADocument));
        return Path.ChangeExtension(name, endings[0]);
    }

    private static string[] EndingsOf(byte[] bytes) => bytes.AsSpan() switch
    {
        var head when PictureKinds.Recognise(head) is { } picture => picture == PictureKind.Jpeg ? [".jpg", ".jpeg"] : [$".{picture.ToString().ToLowerInvariant()}"],
        var head when head.StartsWith("%PDF-"u8) => [".pdf"],
        var head when head.StartsWith("PK\x03\x04"u8) => OfficeEndings(bytes),
        var head when head.StartsWith(Compound) => CompoundEndings,
        _ => [],
    };

    private static string[] OfficeEndings(byte[] bytes)
    {
        try
        {
            using ZipArchive parts = new(new MemoryStream(bytes));
            var names = parts.Entries.Select(e => e.FullName).ToHashSet();
            if (names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return [];
            return names.Contains("word/document.xml") ? [".docx"] : names.Contains("xl/workbook.xml") ? [".xlsx"] : names.Contains("ppt/presentation.xml") ? [".pptx"] : [];
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }
}
