namespace CoCreateStudio.Domain.Customers;

/// <summary>A company as far as its names go.</summary>
public sealed record NamedCompany(Guid Id, string Name, string ShortName);

/// <summary>Finds companies that may be the same under another name: an equal core of a name, or nearly the same letters.</summary>
public sealed class CompanyLikeness
{
    private const double Near = 0.8;
    private const int FewestPairs = 3;

    private readonly Dictionary<string, List<NamedCompany>> _byKey = [];
    private readonly Dictionary<string, List<(NamedCompany Company, string Key, int Pairs)>> _byPair = [];

    public CompanyLikeness(IEnumerable<NamedCompany> companies)
    {
        foreach (var company in companies) Add(company);
    }

    public void Add(NamedCompany company)
    {
        foreach (var key in Keys(company.Name, company.ShortName)) Under(_byKey, key).Add(company);
        var core = CompanyName.Key(company.Name);
        var pairs = Pairs(core);
        foreach (var pair in pairs) Under(_byPair, pair).Add((company, core, pairs.Count));
    }

    /// <summary>Those that are called alike, the likest first.</summary>
    /// <param name="but">The company itself, where it is one of them.</param>
    public IReadOnlyList<NamedCompany> Find(string name, string? shortName, Guid? but = null)
    {
        var same = Keys(name, shortName).SelectMany(k => _byKey.GetValueOrDefault(k) ?? []);
        return [.. same.Concat(Nearly(CompanyName.Key(name))).Where(c => c.Id != but).DistinctBy(c => c.Id)];
    }

    // "Line 2" and "Line 3" are nearly the same letters and two things: digits must agree.
    private IEnumerable<NamedCompany> Nearly(string core)
    {
        var pairs = Pairs(core);
        if (pairs.Count < FewestPairs) return [];
        return pairs.SelectMany(p => _byPair.GetValueOrDefault(p) ?? []).GroupBy(c => c.Company.Id)
            .Select(g => (g.First().Company, g.First().Key, Likeness: 2.0 * g.Count() / (pairs.Count + g.First().Pairs)))
            .Where(c => c.Likeness >= Near && Digits(c.Key) == Digits(core)).OrderByDescending(c => c.Likeness).Select(c => c.Company);
    }

    // "合联电子 Helian Electronics" is called either way.
    private static IEnumerable<string> Keys(string name, string? shortName) =>
        new[] { name, shortName ?? "" }.Select(CompanyName.Key).SelectMany(k => new[] { k, string.Concat(k.Where(char.IsAscii)), string.Concat(k.Where(c => !char.IsAscii(c))) })
            .Where(k => k.Length > 1 && k.Any(char.IsLetter)).Distinct();

    private static HashSet<string> Pairs(string core) => [.. Enumerable.Range(0, Math.Max(0, core.Length - 1)).Select(i => core.Substring(i, 2))];

    private static string Digits(string core) => string.Concat(core.Where(char.IsDigit));

    private static List<T> Under<T>(Dictionary<string, List<T>> map, string key)
    {
        if (!map.TryGetValue(key, out var list)) map[key] = list = [];
        return list;
    }
}
