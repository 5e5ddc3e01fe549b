using System.Text;
using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Features.Requirements.Import;

/// <summary>Finds rows that say what another one says already, whatever the spaces, marks and capitals.</summary>
public static class SameText
{
    public static void Mark(IReadOnlyList<ImportRow> rows, IReadOnlyDictionary<string, int> known)
    {
        var seen = new Dictionary<string, int>(rows.Count);
        foreach (var row in rows)
        {
            var words = Of(row[RequirementField.Title], row[RequirementField.Description]);
            if (words.Length == 0) continue;
            if (known.TryGetValue(words, out var number)) row.Twice = new(number, null);
            else if (!seen.TryAdd(words, row.Number)) row.Twice = new(null, seen[words]);
        }
    }

    /// <summary>What a requirement says, made comparable.</summary>
    public static string Of(string? title, string? description)
    {
        var text = description ?? title ?? "";
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c)) plain.Append(char.ToLowerInvariant(c));
        }

        return plain.ToString();
    }
}
