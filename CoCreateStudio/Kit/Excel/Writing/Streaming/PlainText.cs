using System.Text;

namespace CoCreateStudio.Kit.Excel.Writing.Streaming;

/// <summary>Text for places where XML takes no control characters and no half emoji, and knows no way to escape them.</summary>
internal static class PlainText
{
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            plain.Append(rune.Value is >= 32 and not (0xFFFE or 0xFFFF) || rune.Value is '\t' or '\n' ? rune.ToString() : "\uFFFD");
        return plain.ToString();
    }

    /// <summary>The beginning of a text, at most <paramref name="length"/> characters and no half emoji at the end.</summary>
    public static string Start(string text, int length)
    {
        if (text.Length <= length) return text;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }
}
