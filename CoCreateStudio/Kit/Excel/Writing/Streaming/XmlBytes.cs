using System.Buffers;
using System.Text;

namespace CoCreateStudio.Kit.Excel.Writing.Streaming;

/// <summary>Writes XML as UTF-8 bytes through one buffer straight into a stream: no string is made on the way.</summary>
internal sealed class XmlBytes(Stream output)
{
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(c => (char)c).Except("\t\n"), .. "<>&_\uFFFE\uFFFF"]);
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdefABCDEF");

    // Holds the longest text a cell may have, three bytes a character.
    private readonly byte[] _buffer = new byte[1 << 17];
    private int _used;

    public void Raw(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(_used));
        _used += bytes.Length;
    }

    public void Number<T>(T value) where T : IUtf8SpanFormattable
    {
        Reserve(64);
        value.TryFormat(_buffer.AsSpan(_used), out var length, default, CultureInfo.InvariantCulture);
        _used += length;
    }

    /// <summary>Text of a cell: what XML refuses is written in Excel's own way, _xHHHH_.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var at = text.IndexOfAny(Special);
            var plain = at < 0 ? text : text[..at];
            Reserve(plain.Length * 3);
            // A lone surrogate becomes U+FFFD here.
            _used += Encoding.UTF8.GetBytes(plain, _buffer.AsSpan(_used));
            if (at < 0) return;

            var special = text[at];
            text = text[(at + 1)..];
            Escape(special, text);
        }
    }

    public void Flush()
    {
        output.Write(_buffer, 0, _used);
        _used = 0;
    }

    private void Escape(char special, ReadOnlySpan<char> following)
    {
        switch (special)
        {
            case '<': Raw("&lt;"u8); break;
            case '>': Raw("&gt;"u8); break;
            case '&': Raw("&amp;"u8); break;
            // A line break in a cell is LF.
            case '\r': if (!following.StartsWith('\n')) Raw("\n"u8); break;
            case '_': Raw(LooksEscaped(following) ? "_x005F_"u8 : "_"u8); break;
            default: Raw(Encoding.ASCII.GetBytes($"_x{(int)special:X4}_")); break;
        }
    }

    private static bool LooksEscaped(ReadOnlySpan<char> afterUnderscore) =>
        afterUnderscore is ['x', _, _, _, _, '_', ..] && !afterUnderscore[1..5].ContainsAnyExcept(Hex);

    private void Reserve(int bytes)
    {
        if (_buffer.Length - _used < bytes) Flush();
    }
}
