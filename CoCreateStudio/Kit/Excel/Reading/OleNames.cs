using System.Buffers.Binary;
using System.Text;

namespace CoCreateStudio.Kit.Excel.Reading;

/// <summary>The stream names in the directory of an OLE file: enough to tell an old workbook, an encrypted one and a Word document apart.</summary>
internal static class OleNames
{
    private const int EntryLength = 128;

    public static HashSet<string> Read(Stream file)
    {
        var header = new byte[512];
        file.Position = 0;
        if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length) throw new FileRefusedException(nameof(ReadingText.Damaged));
        var sectorLength = 1 << Math.Clamp((int)BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30)), 9, 12);
        var firstSector = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(48));
        // The root's children nearly always stand in the first sectors of the directory, which nearly always lie together.
        var directory = new byte[sectorLength * 4];
        file.Position = Math.Min(file.Length, (firstSector + 1L) * sectorLength);
        var length = file.ReadAtLeast(directory, directory.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return Names(directory.AsSpan(0, length));
    }

    private static HashSet<string> Names(ReadOnlySpan<byte> directory)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at + EntryLength <= directory.Length; at += EntryLength)
        {
            var bytes = BinaryPrimitives.ReadUInt16LittleEndian(directory[(at + 64)..]);
            if (bytes is > 2 and <= 64) names.Add(Encoding.Unicode.GetString(directory.Slice(at, bytes - 2)));
        }

        return names;
    }
}
