namespace CoCreateStudio.Kit.Excel.Reading.Xlsx;

/// <summary>A sheet part without its rows: merges and pictures stand behind them, and parsing a million cells to get there would double the time of an import.</summary>
internal sealed class SkipRowsStream(Stream sheet) : Stream
{
    private static ReadOnlySpan<byte> Rows => "sheetData>"u8;

    // The longest closing tag looked for, its namespace prefix included: it may be cut by the edge of a block.
    private const int Tag = 32;

    private readonly byte[] _block = new byte[1 << 16];
    private int _start;
    private int _end;
    private int _release;
    private Place _place;

    private enum Place
    {
        Before,
        Rows,
        Behind,
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (true)
        {
            var ready = Ready();
            if (ready > 0)
            {
                var count = Math.Min(ready, buffer.Length);
                _block.AsSpan(_start, count).CopyTo(buffer);
                _start += count;
                _release = Math.Max(0, _release - count);
                return count;
            }

            if (!Fill()) return 0;
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) sheet.Dispose();
        base.Dispose(disposing);
    }

    // How many bytes from _start on may be handed out now.
    private int Ready()
    {
        if (_place == Place.Behind) return _end - _start;
        if (_release > 0) return _release;
        if (_place == Place.Before) FindOpening();
        else FindClosing();
        return _place == Place.Behind ? _end - _start : _release;
    }

    private void FindOpening()
    {
        var bytes = _block.AsSpan(_start, _end - _start);
        var mark = bytes.IndexOf(Rows);
        if (mark < 0) _release = Math.Max(0, bytes.Length - Tag);
        else if (IsClosing(bytes[..mark])) _place = Place.Behind;
        else (_release, _place) = (mark + Rows.Length, Place.Rows);
    }

    private void FindClosing()
    {
        while (true)
        {
            var bytes = _block.AsSpan(_start, _end - _start);
            var mark = bytes.IndexOf(Rows);
            if (mark < 0)
            {
                _start = Math.Max(_start, _end - Tag);
                return;
            }

            if (IsClosing(bytes[..mark]))
            {
                _start += bytes[..mark].LastIndexOf((byte)'<');
                _place = Place.Behind;
                return;
            }

            _start += mark + Rows.Length;
        }
    }

    private static bool IsClosing(ReadOnlySpan<byte> before)
    {
        var start = before.LastIndexOf((byte)'<');
        return start >= 0 && before.Length - start < Tag - Rows.Length && before[start..].StartsWith("</"u8) && !before[start..].Contains((byte)'>');
    }

    private bool Fill()
    {
        _block.AsSpan(_start, _end - _start).CopyTo(_block);
        (_start, _end) = (0, _end - _start);
        var read = sheet.Read(_block, _end, _block.Length - _end);
        _end += read;
        if (read > 0) return true;
        var rest = _place == Place.Before && _end > 0;
        _place = Place.Behind;
        return rest;
    }
}
