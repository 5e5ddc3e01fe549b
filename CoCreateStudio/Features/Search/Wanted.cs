using System.Text.RegularExpressions;

namespace CoCreateStudio.Features.Search;

/// <summary>What somebody looks for: words, or a requirement by its number, such as "187", "R-187" or, in one project, "ACME-187".</summary>
public sealed partial record Wanted(string Text, int? Number = null, string? ProjectKey = null)
{
    public static Wanted From(string typed)
    {
        typed = typed.Trim();
        var match = Numbered().Match(typed);
        if (!match.Success || !int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return new(typed);
        var key = match.Groups["key"].Value.ToUpperInvariant();
        return new(typed, number, key is "" or "R" ? null : key);
    }

    /// <summary>For LIKE with "\" as its escape: anywhere in a text, in any case.</summary>
    public string Pattern =>
        $"%{Text.ToLowerInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";

    [GeneratedRegex("^(?:(?<key>[A-Za-z][A-Za-z0-9]{0,7})-)?#?(?<number>[0-9]{1,9})$")]
    private static partial Regex Numbered();
}
