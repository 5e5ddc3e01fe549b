namespace CoCreateStudio.Infrastructure.Data;

/// <summary>What LIKE looks for, with "\" as its escape: words anywhere in a text, in any case.</summary>
public static class LikePart
{
    public static string Of(string text) =>
        $"%{text.Trim().ToLowerInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
