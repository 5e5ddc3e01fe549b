using System.Text;

namespace CoCreateStudio.Domain.Customers;

/// <summary>What of a company's name tells it from others: without legal form, case, width, blanks and punctuation.</summary>
public static class CompanyName
{
    // Longer ones first, since they hold the shorter.
    private static readonly string[] ChineseEndings = ["股份有限公司", "有限责任公司", "集团有限公司", "控股有限公司", "有限公司", "分公司", "公司", "企业集团", "集团", "控股", "股份"];

    private static readonly HashSet<string> Forms =
    [
        "co", "company", "ltd", "limited", "inc", "incorporated", "corp", "corporation", "group", "holding", "holdings", "gmbh", "ag", "kg", "kgaa", "se", "sa", "sas", "sarl",
        "bv", "nv", "plc", "llc", "llp", "lp", "pte", "pty", "kk", "oy", "oyj", "ab", "as", "aps", "spa", "srl", "sro", "the", "and", "china", "international",
    ];

    public static string Key(string name)
    {
        name = name.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        var words = Words(name).ToList();
        var telling = words.Where(w => !Forms.Contains(w)).ToList();
        var key = string.Concat((telling.Count == 0 ? words : telling).Select(WithoutEnding));
        return key.Length == 0 ? string.Concat(words) : key;
    }

    private static string WithoutEnding(string word)
    {
        if (word == "中国" || Array.IndexOf(ChineseEndings, word) >= 0) return "";
        while (Array.Find(ChineseEndings, e => word.Length > e.Length && word.EndsWith(e, StringComparison.Ordinal)) is { } ending) word = word[..^ending.Length];
        return word;
    }

    // "Co.,Ltd" are two words, "S.A." is one: a dot between single letters joins them.
    private static IEnumerable<string> Words(string name)
    {
        StringBuilder word = new();
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsLetterOrDigit(name[i])) word.Append(name[i]);
            else if (name[i] == '.' && word.Length == 1 && i + 1 < name.Length && char.IsLetter(name[i + 1])) continue;
            else if (name[i] == '.' && word.Length == 2 && i >= 2 && name[i - 2] == '.') continue;
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0) yield return word.ToString();
    }
}
