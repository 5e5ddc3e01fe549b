namespace CoCreateStudio.Domain.Customers;

/// <summary>How many people work somewhere, as people write it: "1,200", "约 1200 人", "1.2万".</summary>
public static class HeadCount
{
    public const int Most = 10_000_000;

    private static readonly string[] Around = ["约", "大约", "about", "ca.", "approx.", "~", "≈", ">"];
    private static readonly string[] After = ["以上", "左右", "人", "名", "员工", "people", "employees", "+"];

    /// <summary>Null for an empty text.</summary>
    /// <exception cref="RuleException">It is no number, or none that a company could have.</exception>
    public static int? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return TryParse(text, out var count) ? count : throw new RuleException(nameof(RuleText.HeadCountRange), Most);
    }

    public static bool TryParse(string text, out int count)
    {
        text = Bare(text);
        var factor = text.EndsWith('万') ? 10_000 : text.EndsWith('千') ? 1_000 : 1;
        if (factor > 1) text = text[..^1];
        var style = factor > 1 ? NumberStyles.AllowDecimalPoint : NumberStyles.None;
        count = 0;
        if (!decimal.TryParse(text, style, CultureInfo.InvariantCulture, out var number) || number > Most || number * factor is < 1 or > Most) return false;
        count = (int)(number * factor);
        return true;
    }

    private static string Bare(string text)
    {
        text = string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant().Where(c => !char.IsWhiteSpace(c) && c is not (',' or '\'' or '’')));
        foreach (var word in Around) text = text.StartsWith(word, StringComparison.Ordinal) ? text[word.Length..] : text;
        foreach (var word in After) text = text.EndsWith(word, StringComparison.Ordinal) ? text[..^word.Length] : text;
        return text;
    }
}
