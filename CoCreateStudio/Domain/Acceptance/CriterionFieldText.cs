namespace CoCreateStudio.Domain.Acceptance;

public sealed partial class AcceptanceCriterion
{
    /// <summary>Writes a field from what was typed, in a draft that may be changed.</summary>
    /// <param name="today">Where the writer lives: a day may be typed without its year.</param>
    public void Write(AcceptanceAgreement agreement, CriterionField field, string? text, DateOnly today)
    {
        if (!IsProposed) Enter(agreement);
        Set(field, text, today);
    }

    /// <summary>Before the first save, for what is filled in at once.</summary>
    internal void Fill(CriterionField field, string? text, DateOnly today) => Set(field, text, today);

    private void Set(CriterionField field, string? text, DateOnly today)
    {
        switch (field)
        {
            case CriterionField.Statement: Statement = Text(text, StatementLength) ?? throw new RuleException(nameof(RuleText.CriterionNeedsStatement)); break;
            case CriterionField.Aspect: SetAspect(Word<Aspect>(text)); break;
            case CriterionField.Metric: Metric = Text(text, LineLength); break;
            case CriterionField.Unit: Unit = Text(text, LineLength); break;
            case CriterionField.Baseline: Baseline = CriterionValue.Read(text, today); break;
            case CriterionField.Comparison: Compare(Word<Comparison>(text)); break;
            case CriterionField.Target: Aim(TargetText.Read(text, today)); break;
            case CriterionField.UpperTarget: SetUpper(CriterionValue.Read(text, today)); break;
            case CriterionField.Proof: Proof = Word<ProofKind>(text); break;
            case CriterionField.ProofNote: ProofNote = Text(text, NoteLength); break;
            case CriterionField.DueOn: DueOn = string.IsNullOrWhiteSpace(text) ? null : CriterionValue.Day(CriterionValue.Read(text, today)) ?? throw new RuleException(nameof(RuleText.ValueNotRead), text); break;
            case CriterionField.OurOwner: OurOwner = Text(text, LineLength); break;
            case CriterionField.TheirOwner: TheirOwner = Text(text, LineLength); break;
            case CriterionField.Phase: Phase = Word<AgreementPhase>(text); break;
            default: throw new ArgumentOutOfRangeException(nameof(field));
        }
    }

    private void SetAspect(Aspect? aspect)
    {
        if (aspect is { } chosen && !Dimension.Aspects().Contains(chosen)) throw new RuleException(nameof(RuleText.AspectOfOtherDimension));
        Aspect = aspect;
    }

    // What is compared with yes is yes; a range has two ends, everything else one.
    private void Compare(Comparison? comparison)
    {
        Comparison = comparison;
        if (comparison == Acceptance.Comparison.YesNo && !CriterionValue.IsAnswer(Target)) Target = CriterionValue.Yes;
        else if (comparison != Acceptance.Comparison.YesNo && CriterionValue.IsAnswer(Target)) Target = null;
        if (comparison != Acceptance.Comparison.Between) UpperTarget = null;
    }

    private void Aim(TargetText aim)
    {
        Target = aim.Target;
        if (aim.Comparison is { } said) Comparison = said;
        if (aim.Upper is not null) UpperTarget = aim.Upper;
        Compare(Comparison);
    }

    private void SetUpper(string? upper)
    {
        if (upper is not null && CriterionValue.Number(Target) > CriterionValue.Number(upper)) throw new RuleException(nameof(RuleText.RangeUpsideDown));
        UpperTarget = upper;
    }

    private static T? Word<T>(string? text) where T : struct, Enum =>
        string.IsNullOrWhiteSpace(text) ? null : Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : throw new RuleException(nameof(RuleText.ValueNotRead), text);
}
