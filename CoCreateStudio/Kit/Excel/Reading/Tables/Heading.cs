using System.Text;

namespace CoCreateStudio.Kit.Excel.Reading.Tables;

/// <summary>Headings as people write them, made comparable.</summary>
public static class Heading
{
    private static readonly string[] Marks = ["(*)", "(必填)", "(选填)", "(必選)", "(選填)", "(required)", "(optional)", "*", "※"];

    /// <summary>Half-width, lower-case, without spaces, stars and "(required)" marks or a closing colon.</summary>
    public static string Normal(string heading)
    {
        var text = new StringBuilder(heading.Length);
        foreach (var c in heading)
        {
            if (!char.IsWhiteSpace(c) && c is not ('\u200b' or '\ufeff')) text.Append(char.ToLowerInvariant(HalfWidth(c)));
        }

        return WithoutMarks(text.ToString());
    }

    /// <summary>The words of a heading with single spaces around them, for finding a phrase in it.</summary>
    public static string Phrase(string heading)
    {
        var text = new StringBuilder(" ");
        foreach (var c in heading)
        {
            if (char.IsLetterOrDigit(c)) text.Append(char.ToLowerInvariant(c));
            else if (text[^1] != ' ') text.Append(' ');
        }

        return text[^1] == ' ' ? text.ToString() : text.Append(' ').ToString();
    }

    public static string BeforeBracket(string normal) => normal.IndexOf('(', StringComparison.Ordinal) is var at and > 0 ? normal[..at] : normal;

    /// <summary>As shown to a person: one line, without the stars of required fields.</summary>
    public static string Shown(string heading) => string.Join(' ', heading.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('*', '＊', ' ', ':', '：');

    public static bool IsChinese(string text) => text.Any(c => c is >= '\u3400' and <= '\u9fff');

    private static char HalfWidth(char c) => c switch
    {
        >= '\uff01' and <= '\uff5e' => (char)(c - 0xfee0),
        '【' or '［' => '(',
        '】' or '］' => ')',
        _ => c,
    };

    private static string WithoutMarks(string text)
    {
        for (var before = -1; before != text.Length;)
        {
            before = text.Length;
            foreach (var mark in Marks)
            {
                if (text.Length > mark.Length && text.EndsWith(mark, StringComparison.Ordinal)) text = text[..^mark.Length];
                if (text.Length > mark.Length && text.StartsWith(mark, StringComparison.Ordinal)) text = text[mark.Length..];
            }

            text = text.TrimEnd(':');
        }

        return text;
    }
}
