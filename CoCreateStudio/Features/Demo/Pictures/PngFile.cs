using System.Buffers.Binary;
using System.IO.Compression;

namespace CoCreateStudio.Features.Demo.Pictures;

/// <summary>Writes a picture of up to 256 colours as a PNG file.</summary>
internal static class PngFile
{
    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(CrcOf)];

    public static byte[] Encode(int width, int height, ReadOnlySpan<uint> palette, ReadOnlySpan<byte> pixels)
    {
        using var file = new MemoryStream();
        file.Write([0x89, .. "PNG\r\n\x1a\n"u8]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 3); // 8 bits a pixel, by palette
        Chunk(file, "IHDR"u8, head);
        Chunk(file, "PLTE"u8, Colours(palette));
        Chunk(file, "IDAT"u8, Rows(width, height, pixels));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Colours(ReadOnlySpan<uint> palette)
    {
        var colours = new byte[palette.Length * 3];
        for (var i = 0; i < palette.Length; i++)
            (colours[3 * i], colours[3 * i + 1], colours[3 * i + 2]) = ((byte)(palette[i] >> 16), (byte)(palette[i] >> 8), (byte)palette[i]);
        return colours;
    }

    private static byte[] Rows(int width, int height, ReadOnlySpan<byte> pixels)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte(0); // no filter
                zlib.Write(pixels.Slice(y * width, width));
            }
        }

        return packed.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(name);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, name), data));
        file.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var b in data) crc = CrcTable[(byte)(crc ^ b)] ^ (crc >> 8);
        return crc;
    }

    private static uint CrcOf(int index)
    {
        var crc = (uint)index;
        for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        return crc;
    }
}
