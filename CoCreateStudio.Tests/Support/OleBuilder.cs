using System.Buffers.Binary;
using System.Text;

namespace CoCreateStudio.Tests.Support;

/// <summary>A smallest OLE file with one stream: enough for an encrypted workbook and for an old .xls.</summary>
public static class OleBuilder
{
    private const int Sector = 512;
    private const int SmallestStream = 4096;
    private const uint End = 0xFFFFFFFE;

    public static MemoryStream Build(string streamName, byte[] content)
    {
        var length = Math.Max(SmallestStream, (content.Length + Sector - 1) / Sector * Sector);
        var file = new byte[Sector * 3 + length];
        WriteHeader(file);
        WriteTable(file.AsSpan(Sector, Sector), length / Sector);
        WriteEntry(file.AsSpan(Sector * 2), "Root Entry", 5, End, 0, child: 1);
        WriteEntry(file.AsSpan(Sector * 2 + 128), streamName, 2, 2, length, child: uint.MaxValue);
        content.CopyTo(file, Sector * 3);
        return new MemoryStream(file);
    }

    private static void WriteHeader(byte[] file)
    {
        byte[] signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        signature.CopyTo(file, 0);
        (int At, ushort Value)[] shorts = [(24, 0x3E), (26, 3), (28, 0xFFFE), (30, 9), (32, 6)];
        foreach (var (at, value) in shorts) BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), value);
        (int At, uint Value)[] longs = [(44, 1), (48, 1), (56, SmallestStream), (60, End), (68, End), (76, 0)];
        foreach (var (at, value) in longs) BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);
        file.AsSpan(80, Sector - 80).Fill(0xFF);
    }

    // Sector 0 is this table, 1 the directory, the stream follows.
    private static void WriteTable(Span<byte> table, int streamSectors)
    {
        table.Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(table, 0xFFFFFFFD);
        BinaryPrimitives.WriteUInt32LittleEndian(table[4..], End);
        for (var i = 0; i < streamSectors; i++) BinaryPrimitives.WriteUInt32LittleEndian(table[(8 + i * 4)..], i + 1 == streamSectors ? End : (uint)(i + 3));
    }

    private static void WriteEntry(Span<byte> entry, string name, byte kind, uint start, int length, uint child)
    {
        Encoding.Unicode.GetBytes(name).CopyTo(entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)(name.Length * 2 + 2));
        entry[66] = kind;
        entry[67] = 1;
        (int At, uint Value)[] longs = [(68, uint.MaxValue), (72, uint.MaxValue), (76, child), (116, start), (120, (uint)length)];
        foreach (var (at, value) in longs) BinaryPrimitives.WriteUInt32LittleEndian(entry[at..], value);
    }
}
