namespace CoCreateStudio.Domain.Meetings;

/// <summary>An @ in a line, and who it means: a whole name, a part of it, or how one of the two begins; the longest name wins.</summary>
/// <param name="Start">Where the @ stands.</param>
/// <param name="End">Where the text goes on.</param>
internal sealed record Mention(int Start, int End, string? Owner, string? Unknown)
{
    private const int LongestUnknownChineseName = 4;

    /// <summary>The first @ that means one of the people; else the first there is, which may mean nobody, or be a day.</summary>
    public static Mention? Find(string text, DateOnly today, IReadOnlyList<string> people)
    {
        var all = Places(text).Select(at => At(text, at, today, people)).ToList();
        return all.Find(m => m.Owner is not null) ?? all.Find(m => m.Unknown is not null) ?? all.FirstOrDefault();
    }

    private static IEnumerable<int> Places(string text) => Enumerable.Range(0, text.Length).Where(i => text[i] is '@' or '＠'
        && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])
        && (i == 0 || !IsOfWord(text[i - 1])));

    private static Mention At(string text, int at, DateOnly today, IReadOnlyList<string> people)
    {
        var rest = text[(at + 1)..];
        if (WholeName(rest, people) is { } known) return new(at, at + 1 + known.Length, known.Owner, known.Owner is null ? rest[..known.Length] : null);
        var word = Word(rest, today);
        if (word.Length == 0) return new(at, at, null, null);
        var begins = people.Where(p => Keys(p).Any(k => k.StartsWith(word, StringComparison.OrdinalIgnoreCase))).ToList();
        return new(at, at + 1 + word.Length, begins.Count == 1 ? begins[0] : null, begins.Count == 1 ? null : word);
    }

    private static (int Length, string? Owner)? WholeName(string rest, IReadOnlyList<string> people)
    {
        var best = people.SelectMany(p => Keys(p).Select((key, i) => (Person: p, Key: key, IsWhole: i == 0)))
            .Where(k => rest.StartsWith(k.Key, StringComparison.OrdinalIgnoreCase) && EndsThere(rest, k.Key.Length))
            .GroupBy(k => (k.Key.Length, k.IsWhole)).OrderByDescending(g => g.Key).FirstOrDefault();
        if (best is null) return null;
        return (best.Key.Length, best.Count() == 1 ? best.First().Person : null);
    }

    /// <summary>The whole name first, then its words, then the ways to write it as one word.</summary>
    private static IEnumerable<string> Keys(string person)
    {
        var words = person.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2) return words;
        return new[] { string.Join(' ', words), string.Concat(words), string.Join('.', words) }.Concat(words).Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private static bool EndsThere(string rest, int end) => end == rest.Length || Chinese.Is(rest[end - 1]) || !IsOfWord(rest[end]);

    /// <summary>The typed name; empty where it is a day, or where nobody could say where a Chinese name ends.</summary>
    private static string Word(string rest, DateOnly today)
    {
        if (DueWords.AtStart(rest, today) is { Start: 0 }) return "";
        var isChinese = Chinese.Is(rest[0]);
        var end = rest.TakeWhile(c => isChinese ? Chinese.Is(c) && char.IsLetter(c) : IsOfWord(c) || c == '.').Count();
        if (!isChinese) return rest[..end].TrimEnd('.', '\'', '’', '-');
        var day = Enumerable.Range(1, end).Where(i => DueWords.AtStart(rest[i..], today) is { Start: 0 }).FirstOrDefault(end);
        return day <= LongestUnknownChineseName ? rest[..day] : "";
    }

    private static bool IsOfWord(char c) => (char.IsLetterOrDigit(c) && !Chinese.Is(c)) || c is '\'' or '’' or '-' or '_';
}
