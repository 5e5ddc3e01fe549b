namespace CoCreateStudio.Kit.Excel.Writing.Streaming;

/// <summary>
/// The height that wrapped text needs, estimated: Excel would fit the rows itself, but previews, WPS and LibreOffice
/// show only as much as the file says.
/// </summary>
internal static class TextHeight
{
    public const double Line = 16;
    public const double Padding = 5;

    // Words do not break at the last character of a line.
    private const double WrapLoss = 1.08;
    private const char FirstWide = '\u2E80';

    public static double Of(int lines) => lines * Line + Padding;

    public static int Lines(ReadOnlySpan<char> text, double width)
    {
        if (text.IsEmpty) return 1;
        var lines = 0;
        foreach (var line in text.EnumerateLines()) lines += Math.Max(1, (int)Math.Ceiling(Width(line) * WrapLoss / width));
        return lines;
    }

    /// <summary>A Chinese character is as wide as two others.</summary>
    private static int Width(ReadOnlySpan<char> line)
    {
        var width = line.Length;
        foreach (var character in line)
            if (character >= FirstWide) width++;
        return width;
    }
}
