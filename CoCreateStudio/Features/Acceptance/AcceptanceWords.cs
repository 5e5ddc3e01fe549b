using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Kit.Text;

namespace CoCreateStudio.Features.Acceptance;

/// <summary>Values of an agreement in the reader's words.</summary>
internal static class AcceptanceWords
{
    public const string Nothing = "–";

    public static string Word(this Dimension dimension) => Of($"Dimension{dimension}");

    /// <summary>What belongs to it, in a few words.</summary>
    public static string About(this Dimension dimension) => Of($"About{dimension}");

    public static string Word(this Aspect aspect) => Of($"Aspect{aspect}");

    public static string Word(this ProofKind proof) => Of($"Proof{proof}");

    public static string Word(this AgreementPhase phase) => Of($"Phase{phase}");

    /// <summary>What a phase is for.</summary>
    public static string Meaning(this AgreementPhase phase) => Of($"Meaning{phase}");

    public static string Word(this DebtKind kind) => Of($"Debt{kind}");

    public static string Word(this CheckPoint point) => Of($"Check{point}");

    public static string Word(this CriterionField field) => Of($"Field{field}");

    public static string Word(this AnswerKind kind) => Of($"Answer{kind}");

    public static string Word(this GivenHow how) => Of($"How{how}");

    public static string Word(this ChangeState state) => Of($"ChangeIs{state}");

    public static string Word(this VerificationResult result) => result switch
    {
        VerificationResult.Passed => AcceptanceText.Passed,
        VerificationResult.Failed => AcceptanceText.Failed,
        VerificationResult.Waived => AcceptanceText.Waived,
        _ => AcceptanceText.ResultOpen,
    };

    public static string Word(this AgreementOutcome outcome) => Of($"Outcome{outcome}");

    public static string Word(this Comparison comparison) => Of($"Comparison{comparison}");

    public static string Sign(this Comparison comparison) => comparison switch { Comparison.AtLeast => "≥", Comparison.AtMost => "≤", Comparison.Equal => "=", _ => "" };

    public static string Said(string text, params object?[] values) => string.Format(CultureInfo.CurrentCulture, text, values);

    /// <summary>"48,000", "15 Mar", "yes".</summary>
    public static string Value(string? value, DateOnly today) => value switch
    {
        null => Nothing,
        CriterionValue.Yes => AcceptanceText.Yes,
        CriterionValue.No => AcceptanceText.No,
        _ when CriterionValue.Day(value) is { } day => Format.Day(day, today),
        _ => CriterionValue.Number(value) is { } number ? number.ToString("#,##0.##########", CultureInfo.CurrentCulture) : value,
    };

    /// <summary>"≥ 48,000", "15–20", "15 Mar", "yes".</summary>
    public static string Target(CriterionContent criterion, DateOnly today) => criterion switch
    {
        { Target: null } => Nothing,
        { Comparison: Comparison.Between } => $"{Value(criterion.Target, today)}–{Value(criterion.UpperTarget, today)}",
        { Comparison: null or Comparison.YesNo } => Value(criterion.Target, today),
        { Comparison: Comparison.AtMost } when CriterionValue.Day(criterion.Target) is not null => Value(criterion.Target, today),
        _ => $"{criterion.Comparison.Value.Sign()} {Value(criterion.Target, today)}",
    };

    /// <summary>What is measured, with its unit.</summary>
    public static string? Metric(CriterionContent criterion) => (criterion.Metric, criterion.Unit) switch
    {
        ({ } metric, { } unit) => $"{metric} · {unit}",
        ({ } metric, _) => metric,
        (_, { } unit) => unit,
        _ when criterion.Comparison == Comparison.YesNo => AcceptanceText.YesOrNo,
        _ when CriterionValue.Day(criterion.Target) is not null => AcceptanceText.ADay,
        _ => null,
    };

    /// <summary>Where the values lead, in a sentence.</summary>
    public static string Word(Forecast forecast, CriterionContent signed, DateOnly today) => forecast.Kind switch
    {
        ForecastKind.Met => AcceptanceText.ForecastMet,
        ForecastKind.Reaches => Said(AcceptanceText.ForecastReaches, Target(signed, today), Format.Day(forecast.On!.Value, today)),
        ForecastKind.TooLate => Said(AcceptanceText.ForecastTooLate, Target(signed, today), Format.Day(forecast.On!.Value, today), Format.Day(signed.DueOn!.Value, today)),
        _ => Said(AcceptanceText.ForecastNotInSight, Target(signed, today)),
    };

    /// <summary>A field as the difference shows it.</summary>
    public static string FieldValue(CriterionContent criterion, CriterionField field, DateOnly today) => field switch
    {
        CriterionField.Target => Target(criterion, today),
        CriterionField.Baseline => Value(criterion.Baseline, today),
        CriterionField.Aspect => criterion.Aspect?.Word() ?? Nothing,
        CriterionField.Proof => criterion.Proof?.Word() ?? Nothing,
        CriterionField.Phase => criterion.Phase?.Word() ?? Nothing,
        CriterionField.DueOn => criterion.DueOn is { } day ? Format.Day(day, today) : Nothing,
        _ => criterion.Read(field) ?? Nothing,
    };

    /// <summary>"Lin Yue, project lead · online", "Chen Wei, … · recorded by Lin Yue from paper".</summary>
    public static string How(GivenHow how, string? recordedBy) => how == GivenHow.Online ? AcceptanceText.GivenOnline : Said(Of($"Recorded{how}"), recordedBy);

    /// <summary>What is not as it was sealed, in one sentence.</summary>
    public static string Said(this AgreementFault fault) => Said(Of($"Fault{fault.Kind}"), fault.Version, fault.Who);

    private static string Of(string key) => AcceptanceText.ResourceManager.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
