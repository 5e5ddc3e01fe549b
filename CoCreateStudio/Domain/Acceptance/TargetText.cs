using System.Text;
using System.Text.RegularExpressions;

namespace CoCreateStudio.Domain.Acceptance;

/// <summary>A target as it is typed in one go: "≤ 15", ">= 48,000", "15–20", "yes", "by 15 Mar".</summary>
/// <param name="Comparison">Null where the text does not say it.</param>
public sealed partial record TargetText(Comparison? Comparison, string? Target, string? Upper = null)
{
    /// <exception cref="RuleException">It cannot be read.</exception>
    public static TargetText Read(string? typed, DateOnly today)
    {
        // The compatible form would turn ≤ into nothing else, but full-width signs into plain ones.
        var text = typed?.Normalize(NormalizationForm.FormKC).Trim() ?? "";
        if (text.Length == 0) return new(null, null);
        if (CriterionValue.TryRead(text, today) is { } value) return new(OfItself(value), value);
        if (Range().Match(text) is { Success: true } range) return Between(range, today);
        var sign = Sign().Match(text);
        if (!sign.Success) throw new RuleException(nameof(RuleText.ValueNotRead), text);
        return new(OfSign(sign.Groups[1].Value), CriterionValue.Read(sign.Groups[2].Value, today));
    }

    private static TargetText Between(Match range, DateOnly today)
    {
        var (from, to) = (CriterionValue.Read(range.Groups[1].Value, today), CriterionValue.Read(range.Groups[2].Value, today));
        if (CriterionValue.Number(from) > CriterionValue.Number(to)) throw new RuleException(nameof(RuleText.RangeUpsideDown));
        return new(Acceptance.Comparison.Between, from, to);
    }

    // "By 15 March" needs no sign, and neither does yes.
    private static Comparison? OfItself(string value) =>
        CriterionValue.IsAnswer(value) ? Acceptance.Comparison.YesNo : CriterionValue.Day(value) is not null ? Acceptance.Comparison.AtMost : null;

    private static Comparison OfSign(string sign) => sign switch
    {
        "≥" or ">=" or "不少于" or "不低于" or "至少" or "at least" => Acceptance.Comparison.AtLeast,
        "≤" or "<=" or "不超过" or "不高于" or "至多" or "at most" => Acceptance.Comparison.AtMost,
        _ => Acceptance.Comparison.Equal,
    };

    [GeneratedRegex("^(≥|>=|≤|<=|=|不少于|不低于|至少|不超过|不高于|至多|at least|at most)\\s*(.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sign();

    [GeneratedRegex(@"^(?:between\s+)?(.+?)\s*(?:–|—|~|\.\.|\bto\b|\band\b|至|到|\s-\s|(?<=[0-9])-(?=[0-9]))\s*(.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
