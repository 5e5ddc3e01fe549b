namespace CoCreateStudio.Kit.Text;

/// <summary>The mark that stands for a person: two letters, or the family name of a Chinese one.</summary>
public static class Initials
{
    public static string Of(string? name)
    {
        name = name?.Trim() ?? "";
        if (name.Length == 0) return "?";
        if (name[0] >= 0x2E80) return StringInfo.GetNextTextElement(name);
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (words.Length > 1 ? $"{words[0][0]}{words[^1][0]}" : name[..Math.Min(2, name.Length)]).ToUpperInvariant();
    }
}
