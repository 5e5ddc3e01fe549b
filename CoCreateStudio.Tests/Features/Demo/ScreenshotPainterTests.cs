using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using CoCreateStudio.Features.Demo.Pictures;

namespace CoCreateStudio.Tests.Features.Demo;

public class ScreenshotPainterTests
{
    [Fact]
    public void A_screenshot_is_a_whole_png_of_less_than_30_kilobytes()
    {
        for (var seed = 0; seed < 25; seed++)
        {
            var chunks = Chunks(ScreenshotPainter.Paint(seed)).ToList();

            Assert.Equal(["IHDR", "PLTE", "IDAT", "IEND"], chunks.Select(c => c.Name));
            Assert.Equal(ScreenshotPainter.Width, BinaryPrimitives.ReadInt32BigEndian(chunks[0].Data));
            Assert.Equal(ScreenshotPainter.Height, BinaryPrimitives.ReadInt32BigEndian(chunks[0].Data.AsSpan(4)));
            Assert.Equal((ScreenshotPainter.Width + 1) * ScreenshotPainter.Height, Inflated(chunks[2].Data).Length);
            Assert.InRange(chunks.Sum(c => c.Data.Length), 1, 30 * 1024);
        }
    }

    [Fact]
    public void Every_pixel_has_a_colour_of_the_palette()
    {
        var chunks = Chunks(ScreenshotPainter.Paint(3)).ToList();

        Assert.True(Inflated(chunks[2].Data).Max() < chunks[1].Data.Length / 3);
    }

    [Fact]
    public void One_seed_gives_one_picture_and_another_seed_another() =>
        Assert.Multiple(
            () => Assert.Equal(ScreenshotPainter.Paint(7), ScreenshotPainter.Paint(7)),
            () => Assert.NotEqual(ScreenshotPainter.Paint(7), ScreenshotPainter.Paint(12)));

    private static IEnumerable<(string Name, byte[] Data)> Chunks(byte[] png)
    {
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            Assert.Equal(Crc(png.AsSpan(at + 4, length + 4)), BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)));
            yield return (Encoding.ASCII.GetString(png, at + 4, 4), png[(at + 8)..(at + 8 + length)]);
            at += 12 + length;
        }
    }

    // Bit by bit as the standard defines it, so that a wrong table is noticed.
    private static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var b in data)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }

        return ~crc;
    }

    private static byte[] Inflated(byte[] data)
    {
        using var zlib = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        zlib.CopyTo(plain);
        return plain.ToArray();
    }
}
