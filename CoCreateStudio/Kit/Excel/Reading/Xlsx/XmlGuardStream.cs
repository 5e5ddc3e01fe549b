using System.Text;

namespace CoCreateStudio.Kit.Excel.Reading.Xlsx;

/// <summary>
/// Bounds what the XML reader keeps at once. It holds an attribute or a CDATA section whole, however long; between two "&lt;" stands one of them or one text.
/// </summary>
internal sealed class XmlGuardStream(Stream part, ReadLimits limits) : Stream
{
    private static ReadOnlySpan<byte> Verbatim => "<![CDATA["u8;

    private const int Declaration = 200;

    private readonly byte[] _edge = new byte[16];
    private long _sinceTag;
    private long _left = long.MaxValue;
    private bool _started;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = _started ? part.Read(buffer) : part.ReadAtLeast(buffer, Math.Min(Declaration, buffer.Length), throwOnEndOfStream: false);
        if (count > 0) Look(buffer[..count]);
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) part.Dispose();
        base.Dispose(disposing);
    }

    private void Look(ReadOnlySpan<byte> block)
    {
        var tag = block.LastIndexOf((byte)'<');
        _sinceTag = tag < 0 ? _sinceTag + block.Length : block.Length - tag;
        // In a CDATA section and in the encodings nobody uses for this, "<" may be anything: such a part has to be short.
        if (_left == long.MaxValue && (HasVerbatim(block) || !_started && !IsUtf8(block))) _left = limits.TextBytes;
        else if (_left < long.MaxValue) _left -= block.Length;
        _started = true;
        if (_sinceTag > limits.TextBytes || _left < 0) throw new FileRefusedException(nameof(ReadingText.TextTooLong), null, Math.Max(1, limits.TextBytes >> 20));
    }

    // Also where the mark is cut by the edge of two blocks.
    private bool HasVerbatim(ReadOnlySpan<byte> block)
    {
        var head = block[..Math.Min(8, block.Length)];
        head.CopyTo(_edge.AsSpan(8));
        var found = block.IndexOf(Verbatim) >= 0 || _edge.AsSpan(0, 8 + head.Length).IndexOf(Verbatim) >= 0;
        var tail = block[^Math.Min(8, block.Length)..];
        _edge.AsSpan(tail.Length, 8 - tail.Length).CopyTo(_edge);
        tail.CopyTo(_edge.AsSpan(8 - tail.Length));
        return found;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> start)
    {
        if (start[0] is not ((byte)'<' or 0xEF or (byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t') || start[..Math.Min(64, start.Length)].Contains((byte)0)) return false;
        var text = Encoding.Latin1.GetString(start[..Math.Min(Declaration, start.Length)]);
        if (!text.Contains("<?xml", StringComparison.Ordinal)) return true;
        var end = text.IndexOf("?>", StringComparison.Ordinal);
        return end > 0 && (!text[..end].Contains("encoding", StringComparison.Ordinal) || text[..end].Contains("utf-8", StringComparison.OrdinalIgnoreCase));
    }
}
