namespace CoCreateStudio.Kit.Excel.Reading;

/// <summary>Cell names such as B12 and ranges such as A12:A13.</summary>
public static class CellName
{
    public const int LastColumn = 16_384;

    public static string Letters(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26) letters = (char)('A' + (column - 1) % 26) + letters;
        return letters;
    }

    internal static bool TryRead(ReadOnlySpan<char> name, out int row, out int column)
    {
        (row, column) = (0, 0);
        foreach (var c in name)
        {
            if (c == '$') continue;
            if (char.IsAsciiDigit(c)) row = row * 10 + (c - '0');
            else if (char.IsAsciiLetter(c) && row == 0) column = column * 26 + ((c & ~32) - 'A' + 1);
            else return false;
            if (row > 10_000_000 || column > LastColumn) return false;
        }

        return column > 0;
    }

    internal static bool TryRead(ReadOnlySpan<char> range, out CellRange found)
    {
        found = default;
        var colon = range.IndexOf(':');
        var first = colon < 0 ? range : range[..colon];
        var last = colon < 0 ? range : range[(colon + 1)..];
        if (!TryRead(first, out var top, out var left) || !TryRead(last, out var bottom, out var right)) return false;
        found = new CellRange(top, left, bottom, right);
        return top > 0 && bottom >= top && right >= left;
    }
}
