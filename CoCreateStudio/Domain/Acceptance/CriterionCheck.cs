using System.Text.RegularExpressions;

namespace CoCreateStudio.Domain.Acceptance;

/// <summary>What a criterion must tell to be one.</summary>
public enum CheckPoint
{
    Statement,
    Metric,
    Target,
    Proof,
    Answers,
}

/// <param name="Missing">The name of the sentence that says what is missing; null when it is met.</param>
/// <param name="Word">The word it speaks of.</param>
public sealed record CheckedPoint(CheckPoint Point, string? Missing = null, string? Word = null)
{
    public bool IsMet => Missing is null;

    /// <summary>In the reader's language.</summary>
    public string? Sentence => Missing is null ? null : new RuleException(Missing, Word ?? "").Message;
}

/// <summary>The helper while writing: is it measurable, against what, how is it seen, by when, and who answers on each side?</summary>
public static partial class CriterionCheck
{
    // Words that every reader fills with a number of their own.
    private const string Vague =
        @"\b(?:user[- ]friendly|easy|easily|easier|simple|simply|intuitive|fast|faster|quick|quickly|quicker|soon|sooner|good|well|better|stable|stably|robust|flexible|efficient|efficiently|reliable|reliably|modern|seamless|smooth|smoothly|timely|in time|asap|as soon as possible|significant|significantly|appropriate|sufficient|satisfactory|convenient|high quality|high performance)\b"
        + "|尽快|尽早|尽量|良好|较好|更好|稳定|快速|更快|迅速|友好|易用|简单|方便|便捷|高效|及时|合理|显著|明显|流畅|适当|较高|较低|大幅|灵活|完善|满意|可靠|先进";

    public static IReadOnlyList<CheckedPoint> Of(CriterionContent criterion) => [Statement(criterion), Metric(criterion), Target(criterion), Proof(criterion), Answers(criterion)];

    public static int Met(IEnumerable<CheckedPoint> points) => points.Count(p => p.IsMet);

    // Once a metric and a target say how fast, "fast" is only the headline.
    private static CheckedPoint Statement(CriterionContent c)
    {
        if (c is { HasMetric: true, HasTarget: true, Metric: not null }) return new(CheckPoint.Statement);
        var vague = AnyNumber().IsMatch(c.Statement) ? Match.Empty : VagueWord().Match(c.Statement);
        return vague.Success ? new(CheckPoint.Statement, nameof(RuleText.CheckVague), vague.Value) : new(CheckPoint.Statement);
    }

    private static CheckedPoint Metric(CriterionContent c) =>
        !c.HasMetric ? new(CheckPoint.Metric, nameof(RuleText.CheckNoMetric))
        : c.Unit is null && IsCounted(c) ? new(CheckPoint.Metric, nameof(RuleText.CheckNoUnit))
        : new(CheckPoint.Metric);

    private static CheckedPoint Target(CriterionContent c) => c switch
    {
        { Target: null } => new(CheckPoint.Target, nameof(RuleText.CheckNoTarget)),
        { Comparison: null } => new(CheckPoint.Target, nameof(RuleText.CheckNoComparison)),
        { HasTarget: false } => new(CheckPoint.Target, nameof(RuleText.CheckNoUpper)),
        { Baseline: null } when IsCounted(c) => new(CheckPoint.Target, nameof(RuleText.CheckNoBaseline)),
        _ when c.IsMetBy(c.Baseline) == true && IsCounted(c) => new(CheckPoint.Target, nameof(RuleText.CheckMetAlready)),
        _ => new(CheckPoint.Target),
    };

    private static CheckedPoint Proof(CriterionContent c) => c.Proof is null ? new(CheckPoint.Proof, nameof(RuleText.CheckNoProof)) : new(CheckPoint.Proof);

    private static CheckedPoint Answers(CriterionContent c) => c switch
    {
        { OurOwner: null, TheirOwner: null } => new(CheckPoint.Answers, nameof(RuleText.CheckNoOwners)),
        { OurOwner: null } => new(CheckPoint.Answers, nameof(RuleText.CheckNoOurOwner)),
        { TheirOwner: null } => new(CheckPoint.Answers, nameof(RuleText.CheckNoTheirOwner)),
        { DueOn: null } => new(CheckPoint.Answers, nameof(RuleText.CheckNoDay)),
        _ => new(CheckPoint.Answers),
    };

    private static bool IsCounted(CriterionContent c) => c.Comparison != Comparison.YesNo && CriterionValue.Day(c.Target) is null;

    [GeneratedRegex(Vague, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex VagueWord();

    [GeneratedRegex("[0-9０-９]|[一二三四五六七八九十百千万半][个天周月年次条%％]|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|all|every|no|zero)\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AnyNumber();
}
