namespace CoCreateStudio.Features.Projects;

/// <summary>A key that people would give a project themselves: its first word, or the first letters of its words.</summary>
public static class KeySuggestion
{
    private const int Usual = 6;

    public static string For(string name)
    {
        string[] words = [.. name.ToUpperInvariant().Split(' ', '-', '_', '·', '/').Select(w => string.Concat(w.Where(char.IsAsciiLetterOrDigit))).Where(w => w.Length > 0)];
        var key = words.Length > 2 ? string.Concat(words.Select(w => w[0])) : words.FirstOrDefault(w => char.IsAsciiLetter(w[0])) ?? "";
        key = key.TrimStart([.. "0123456789"]);
        return key.Length < 2 ? "" : key[..Math.Min(key.Length, Usual)];
    }
}
