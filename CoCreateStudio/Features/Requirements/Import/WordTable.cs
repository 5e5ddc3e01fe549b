using System.Text;

namespace CoCreateStudio.Features.Requirements.Import;

/// <summary>Words people write for a fixed set of values, whatever the case, spaces, width and emoji.</summary>
internal sealed class WordTable
{
    private static readonly HashSet<string> Nothing = ["无", "無", "none", "na", "null", "nil", "空", "没有", "沒有"];

    private readonly Dictionary<string, string> _values = [];

    public WordTable(params (string Value, string Words)[] rows)
    {
        foreach (var (value, words) in rows)
        {
            foreach (var word in words.Split('|')) _values[Normal(word)] = value;
        }
    }

    public string? Find(string text) => _values.GetValueOrDefault(Normal(text));

    /// <summary>"-", "无", "N/A": a cell that says there is nothing to say.</summary>
    public static bool SaysNothing(string text) => Normal(text) is var normal && (normal.Length == 0 || Nothing.Contains(normal));

    private static string Normal(string text)
    {
        var normal = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(c) && !char.IsSurrogate(c)) normal.Append(char.ToLowerInvariant(c));
        }

        return normal.ToString();
    }
}
