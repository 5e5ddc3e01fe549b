using System.Text;

namespace CoCreateStudio.Kit.Excel.Reading;

internal enum FileKind
{
    Xlsx,
    Xls,
    Text,
}

/// <summary>What a file is, by its content: customers rename extensions, and systems export web pages as ".xls".</summary>
internal static class FileSniffer
{
    private const int LockFileLength = 165;

    public static FileKind Sniff(Stream file, string fileName, ReadLimits limits)
    {
        if (file.Length > limits.FileBytes) throw new FileRefusedException(nameof(ReadingText.TooLarge), null, limits.FileBytes >> 20);
        if (file.Length == 0) throw new FileRefusedException(nameof(ReadingText.Empty));
        var head = Head(file);
        if (IsLockFile(file.Length, head, fileName)) throw new FileRefusedException(nameof(ReadingText.LockFile));
        if (head.StartsWith("PK\x03\x04"u8)) return FileKind.Xlsx;
        if (head.StartsWith(Ole)) return OleKind(file);
        if (IsWebPage(head)) throw new FileRefusedException(nameof(ReadingText.WebPage));
        if (!IsText(head)) throw new FileRefusedException(nameof(ReadingText.NotAWorkbook));
        return FileKind.Text;
    }

    private static ReadOnlySpan<byte> Ole => [0xD0, 0xCF, 0x11, 0xE0];

    private static ReadOnlySpan<byte> Head(Stream file)
    {
        var head = new byte[Math.Min(8192, file.Length)];
        file.Position = 0;
        file.ReadExactly(head);
        file.Position = 0;
        return head;
    }

    private static bool IsLockFile(long length, ReadOnlySpan<byte> head, string fileName) =>
        length == LockFileLength && (Path.GetFileName(fileName).StartsWith("~$", StringComparison.Ordinal) || head[0] < 55 && head.Contains((byte)0));

    private static bool IsWebPage(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head[..Math.Min(2048, head.Length)]).Replace("\0", "", StringComparison.Ordinal).TrimStart('ï', '»', '¿', 'ÿ', 'þ', ' ', '\r', '\n', '\t');
        return text.StartsWith('<') || text.StartsWith("MIME-Version", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsText(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith([(byte)0xFF, (byte)0xFE]) || head.StartsWith([(byte)0xFE, (byte)0xFF])) return true;
        return !head.ContainsAnyInRange((byte)0, (byte)8) && !head.StartsWith("%PDF"u8) && !head.StartsWith("{\\rtf"u8);
    }

    private static FileKind OleKind(Stream file)
    {
        var names = OleNames.Read(file);
        if (names.Contains("Workbook") || names.Contains("Book")) return FileKind.Xls;
        throw new FileRefusedException(names.Contains("EncryptedPackage") ? nameof(ReadingText.PasswordProtected) : nameof(ReadingText.NotAWorkbook));
    }
}
