namespace CoCreateStudio.Kit.Excel.Reading.Tables;

internal readonly record struct HeadingMatch(ImportTarget Target, double Score, MappingReason Reason);

/// <summary>Finds the targets a heading may mean.</summary>
internal sealed class HeadingMatcher
{
    public const double Exact = 100;
    public const double Bracket = 90;
    public const double Weak = 60;
    public const double Similar = 30;

    private const int LongestHeading = 40;
    private const int ShortestChinesePart = 3;
    private const int ShortestEnglishPart = 8;

    private readonly Dictionary<string, List<HeadingMatch>> _whole = [];
    private readonly List<(string Part, HeadingMatch Match)> _parts = [];
    private readonly HashSet<string> _aside;

    public HeadingMatcher(ImportWords words)
    {
        foreach (var target in words.Targets)
        {
            Learn(target, target.Words, Exact, MappingReason.SameWords);
            Learn(target, target.WeakWords, Weak, MappingReason.OftenMeans);
        }

        _aside = words.AsideWords.Select(Heading.Normal).ToHashSet();
    }

    public bool IsAside(string heading) => _aside.Contains(Heading.Normal(heading));

    public IEnumerable<HeadingMatch> Match(string heading)
    {
        var normal = Heading.Normal(heading);
        if (normal.Length is 0 or > LongestHeading) return [];
        if (_whole.TryGetValue(normal, out var whole)) return whole;
        var start = Heading.BeforeBracket(normal);
        if (start.Length < normal.Length && _whole.TryGetValue(start, out var partial)) return partial.Select(m => m with { Score = m.Score - (Exact - Bracket), Reason = MappingReason.BeforeBracket });
        return SimilarTo(normal, Heading.Phrase(heading));
    }

    private void Learn(ImportTarget target, IReadOnlyList<string> words, double score, MappingReason reason)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var normal = Heading.Normal(words[i]);
            if (!_whole.TryGetValue(normal, out var matches)) _whole[normal] = matches = [];
            // Words stand in order of how telling they are.
            matches.Add(new HeadingMatch(target, score - i * 0.01, reason));
            if (target.Role != TargetRole.Number) LearnPart(words[i], normal, new HeadingMatch(target, Similar - i * 0.01 - (score < Exact ? 5 : 0), MappingReason.SimilarWords));
        }
    }

    private void LearnPart(string word, string normal, HeadingMatch match)
    {
        if (Heading.IsChinese(word) && normal.Length >= ShortestChinesePart) _parts.Add((normal, match));
        else if (!Heading.IsChinese(word) && normal.Length >= ShortestEnglishPart) _parts.Add((Heading.Phrase(word), match));
    }

    private IEnumerable<HeadingMatch> SimilarTo(string normal, string phrase) => _parts
        .Where(p => (p.Part[0] == ' ' ? phrase : normal).Contains(p.Part, StringComparison.Ordinal))
        .GroupBy(p => p.Match.Target, (_, parts) => parts.MaxBy(p => p.Match.Score).Match);
}
