using CoCreateStudio.Domain.Meetings;

namespace CoCreateStudio.Domain;

/// <summary>Text as people type it, tidied.</summary>
internal static class TypedText
{
    public const int LinkLength = 500;

    // How many words are "a few".
    private const int FewWords = 3;

    // Chinese writes no blanks: two of its characters are about a word.
    private const double WordsACharacter = 0.5;

    /// <summary>Without blanks around it; null where nothing is left.</summary>
    /// <exception cref="RuleException">It is longer than fits.</exception>
    public static string? Tidy(string? text, int longest)
    {
        text = text?.Trim();
        if (text?.Length > longest) throw new RuleException(nameof(RuleText.TooLong), longest);
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <exception cref="RuleException">There is something, and it is no address of the web.</exception>
    public static string? WebAddress(string? link)
    {
        if (Tidy(link, LinkLength) is not { } text) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? text : throw new RuleException(nameof(RuleText.WebAddressNeeded));
    }

    /// <summary>Whether it says something, and is not "ok".</summary>
    public static bool IsAFewWords(string? text) => Words(text ?? "") >= FewWords;

    private static double Words(string text)
    {
        var (words, inWord) = (0.0, false);
        foreach (var letter in text)
        {
            var isChinese = Chinese.Is(letter) && char.IsLetter(letter);
            if (isChinese) words += WordsACharacter;
            else if (char.IsLetterOrDigit(letter) && !inWord) words++;
            inWord = !isChinese && (char.IsLetterOrDigit(letter) || (inWord && letter is '\'' or '’' or '-' or '.' or ','));
        }

        return words;
    }
}
