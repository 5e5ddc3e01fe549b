using System.Text;
using CoCreateStudio.Kit.Excel.Writing.Streaming;

namespace CoCreateStudio.Kit.Excel.Writing;

/// <summary>The file name of an export: project_area_2026-01-31_1405.xlsx, in characters that Windows takes.</summary>
public static class ExportName
{
    private const int LongestPart = 60;

    public static string Of(string projectKey, string area, DateTime localTime)
    {
        var time = localTime.ToString("yyyy-MM-dd_HHmm", CultureInfo.InvariantCulture);
        return string.Join('_', new[] { Part(projectKey), Part(area), time }.Where(p => p.Length > 0)) + ".xlsx";
    }

    /// <summary>A dot becomes a dash too: Windows takes "con.x" for the console.</summary>
    private static string Part(string text)
    {
        var part = new StringBuilder(text.Length);
        foreach (var rune in PlainText.Of(text).EnumerateRunes()) part.Append(Allowed(rune) ? rune.ToString() : "-");
        return PlainText.Start(part.ToString().Trim('-'), LongestPart).TrimEnd('-');
    }

    /// <summary>Format characters can turn the order of a name round and so hide its ending.</summary>
    private static bool Allowed(Rune rune) =>
        !Rune.IsWhiteSpace(rune)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format)
        && rune.Value is not ('<' or '>' or ':' or '"' or '/' or '\\' or '|' or '?' or '*' or '.' or 0xFFFD);
}
