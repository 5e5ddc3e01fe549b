using System.Runtime.InteropServices;

namespace CoCreateStudio.Features.Requirements.Import.Difference;

/// <summary>
/// Finds the text that is most alike another one, by the pairs of neighbouring characters that both have: Chinese knows no
/// spaces. Two texts that are alike share at least one of their rarest pairs, so only texts under those are looked at.
/// </summary>
public sealed class NearText
{
    /// <summary>From here on two texts are near: twice the shared pairs, by the pairs of both.</summary>
    public const double Near = 0.75;

    // Shorter texts are alike by chance.
    private const int FewestPairs = 6;

    // Longer ones are told apart by their beginning.
    private const int Longest = 600;

    // A pair that so many texts have tells nothing, and so many candidates are enough.
    private const int MostUnderOnePair = 2000;
    private const int MostCandidates = 300;

    private readonly Dictionary<int, int> _ranks = [];
    private readonly Dictionary<int, List<int>> _places = [];
    private readonly int[][] _texts;

    /// <param name="texts">Made comparable beforehand.</param>
    public NearText(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
            foreach (var pair in Pairs(text)) CollectionsMarshal.GetValueRefOrAddDefault(_ranks, pair, out _)++;
        var rank = 0;
        foreach (var (pair, _) in _ranks.OrderBy(r => r.Value).ThenBy(r => r.Key).ToList()) _ranks[pair] = rank++;
        _texts = [.. texts.Select(t => Ranked(Pairs(t)))];
        for (var i = 0; i < _texts.Length; i++) Enter(i, _texts[i]);
    }

    /// <summary>The nearest text by its place, and how much alike it is, from 0 to 1; null where none is near.</summary>
    public (int Place, double Alike)? Find(string text)
    {
        var pairs = Pairs(text);
        if (pairs.Count < FewestPairs) return null;
        var known = Ranked(pairs);
        HashSet<int> seen = [];
        (int Place, double Alike)? best = null;
        foreach (var rank in known.AsSpan(0, Math.Max(0, Telling(pairs.Count) - (pairs.Count - known.Length))))
        {
            if (!_places.TryGetValue(rank, out var places) || places.Count > MostUnderOnePair) continue;
            foreach (var place in places)
            {
                if (seen.Count == MostCandidates) return best;
                if (!seen.Add(place)) continue;
                var alike = Alike(known, _texts[place], pairs.Count);
                if (alike >= Near && !(alike <= best?.Alike)) best = (place, alike);
            }
        }

        return best;
    }

    private void Enter(int place, int[] ranks)
    {
        if (ranks.Length < FewestPairs) return;
        foreach (var rank in ranks.AsSpan(0, Telling(ranks.Length)))
        {
            if (!_places.TryGetValue(rank, out var places)) _places[rank] = places = [];
            if (places.Count <= MostUnderOnePair) places.Add(place);
        }
    }

    // How many of its rarest pairs a text must be looked up under, so that none that is near is missed.
    private static int Telling(int pairs) => pairs - (int)Math.Ceiling(Near / (2 - Near) * pairs) + 1;

    private static double Alike(int[] one, int[] other, int pairsOfOne)
    {
        var shared = 0;
        for (int i = 0, j = 0; i < one.Length && j < other.Length;)
        {
            if (one[i] == other[j]) (i, j, shared) = (i + 1, j + 1, shared + 1);
            else if (one[i] < other[j]) i++;
            else j++;
        }

        return 2.0 * shared / (pairsOfOne + other.Length);
    }

    // The rarest first; pairs that no text has are left out.
    private int[] Ranked(HashSet<int> pairs)
    {
        List<int> ranks = new(pairs.Count);
        foreach (var pair in pairs)
        {
            if (_ranks.TryGetValue(pair, out var rank)) ranks.Add(rank);
        }

        ranks.Sort();
        return [.. ranks];
    }

    private static HashSet<int> Pairs(string text)
    {
        HashSet<int> pairs = [];
        for (var i = 1; i < Math.Min(text.Length, Longest); i++) pairs.Add(text[i - 1] << 16 | text[i]);
        return pairs;
    }
}
