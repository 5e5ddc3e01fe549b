namespace CoCreateStudio.Domain;

/// <summary>Text as people type it, tidied.</summary>
internal static class TypedText
{
    public const int LinkLength = 500;

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
}
