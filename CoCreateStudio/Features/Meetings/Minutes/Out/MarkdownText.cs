using System.Text;

namespace CoCreateStudio.Features.Meetings.Minutes.Out;

/// <summary>What people typed as Markdown that says exactly that: no character of it makes a heading, a list, a link, a table or HTML.</summary>
internal static class MarkdownText
{
    private const string Always = "\\`*_[]<>|~&#$";

    /// <param name="indent">Where further lines of a text begin, so that they stay in their list item.</param>
    public static string Of(string? text, string indent = "") =>
        string.Join($"  \n{indent}", (text ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Line));

    private static string Line(string line)
    {
        var escaped = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            if (char.IsControl(line[i])) continue;
            if (Always.Contains(line[i], StringComparison.Ordinal) || (IsMarker(line[i]) && IsAtStart(line, i))) escaped.Append('\\');
            escaped.Append(line[i]);
        }

        return escaped.ToString();
    }

    private static bool IsMarker(char c) => c is '-' or '+' or '=' or '.' or ')' or ':' or '!';

    // At the start of a line, or after the digits that would number an item.
    private static bool IsAtStart(string line, int at) => line.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0;
}
