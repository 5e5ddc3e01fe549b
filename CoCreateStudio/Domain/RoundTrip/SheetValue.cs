using System.Text;
using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Domain.RoundTrip;

/// <summary>What a value is beyond the way a spreadsheet program keeps it: spaces, line ends and seconds change when a file is only saved.</summary>
public static class SheetValue
{
    public static bool IsSame(RequirementField field, string? one, string? other) =>
        field == RequirementField.ReportedAt && Moment(one) is { } first && Moment(other) is { } second
            ? (first - second).Duration() < TimeSpan.FromMinutes(1)
            : string.Equals(Plain(one), Plain(other), StringComparison.Ordinal);

    private static DateTime? Moment(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    private static string Plain(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var lines = text.ReplaceLineEndings("\n").Normalize().Split('\n').Select(Line);
        return string.Join('\n', lines).Trim('\n');
    }

    private static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c)) line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }

        return line.ToString().TrimEnd();
    }
}
