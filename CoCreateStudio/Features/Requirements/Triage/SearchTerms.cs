namespace CoCreateStudio.Features.Requirements.Triage;

/// <summary>The words of a text as a database can look for them; where a language puts no spaces, each two signs that stand together.</summary>
internal static class SearchTerms
{
    private const int Most = 12;
    private const char FirstSign = '\u2E80';

    public static IReadOnlyList<string> Of(string text) =>
        [.. Runs(text.ToLowerInvariant()).SelectMany(Parts).Distinct().OrderByDescending(t => t[0] < FirstSign ? t.Length : t.Length * 2).Take(Most)];

    private static IEnumerable<string> Runs(string text)
    {
        var begin = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i < text.Length && Kind(text[i]) == Kind(text[begin])) continue;
            if (Kind(text[begin]) > 0) yield return text[begin..i];
            begin = i;
        }
    }

    private static int Kind(char sign) => !char.IsLetterOrDigit(sign) ? 0 : sign < FirstSign ? 1 : 2;

    private static IEnumerable<string> Parts(string run)
    {
        if (run[0] < FirstSign) return run.Length > 1 ? [run] : [];
        return run.Length <= 2 ? [run] : Enumerable.Range(0, run.Length - 1).Select(i => run.Substring(i, 2));
    }
}
