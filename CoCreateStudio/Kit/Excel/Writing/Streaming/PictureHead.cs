using System.Buffers;
using static System.Buffers.Binary.BinaryPrimitives;

namespace CoCreateStudio.Kit.Excel.Writing.Streaming;

/// <summary>The kind and size of a picture, read from its first bytes.</summary>
internal sealed record PictureHead(string Extension, int Width, int Height)
{
    private const int SmallHead = 32;
    // A JPEG tells its size behind its EXIF data and colour profile.
    private const int JpegHead = 1 << 18;

    /// <summary>Null for anything that Excel does not show, WebP among them.</summary>
    public static async Task<PictureHead?> ReadAsync(Stream stream, CancellationToken ct)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(JpegHead);
        try
        {
            var length = await stream.ReadAtLeastAsync(bytes.AsMemory(0, SmallHead), SmallHead, throwOnEndOfStream: false, ct);
            if (bytes is [0xFF, 0xD8, ..])
                length += await stream.ReadAtLeastAsync(bytes.AsMemory(length, JpegHead - length), JpegHead - length, throwOnEndOfStream: false, ct);
            var head = Read(bytes.AsSpan(0, length));
            return head is { Width: > 0, Height: > 0 } ? head : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static PictureHead? Read(ReadOnlySpan<byte> head) => head switch
    {
        { Length: < 24 } => null,
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => new("png", ReadInt32BigEndian(head[16..]), ReadInt32BigEndian(head[20..])),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => new("gif", ReadUInt16LittleEndian(head[6..]), ReadUInt16LittleEndian(head[8..])),
        [0xFF, 0xD8, ..] => Jpeg(head),
        _ => null,
    };

    private static PictureHead? Jpeg(ReadOnlySpan<byte> head)
    {
        for (var at = 2; at + 9 < head.Length && head[at] == 0xFF; at += 2 + ReadUInt16BigEndian(head[(at + 2)..]))
        {
            // The frame markers; the other three of this range are tables.
            if (head[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return new("jpeg", ReadUInt16BigEndian(head[(at + 7)..]), ReadUInt16BigEndian(head[(at + 5)..]));
        }

        return null;
    }
}
