using System.Text;

namespace CoCreateStudio.Features.Requirements.Import;

/// <summary>Makes texts comparable, whatever the spaces, marks and capitals.</summary>
public static class SameText
{
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
