using CoCreateStudio.Domain.Files;

namespace CoCreateStudio.Domain.Acceptance;

/// <summary>What is typed of a measured value.</summary>
public sealed record MeasuredCard(DateOnly On, string Value, string? Source, string? Note = null);

/// <summary>A value of a criterion's metric on a day. What a Member writes down is a proposal until somebody confirms it; only confirmed values count.</summary>
public sealed class Measurement : Entity, IInProject
{
    public const int NoteLength = 1000;

    private Measurement()
    {
    }

    /// <param name="today">Where the writer lives.</param>
    public Measurement(CriterionContent criterion, AcceptanceAgreement agreement, MeasuredCard card, string by, DateTime at, DateOnly today)
    {
        if (card.On > today) throw new RuleException(nameof(RuleText.MeasuredTooEarly));
        var value = CriterionValue.Read(card.Value, today) ?? throw new RuleException(nameof(RuleText.MeasuredNothing));
        if (Misfit(criterion, value) is { } misfit) throw new RuleException(misfit);
        (ProjectId, AgreementId, CriterionId) = (agreement.ProjectId, agreement.Id, criterion.Id);
        (On, Value, By, At) = (card.On, value, by, at);
        (Metric, Unit) = (criterion.Metric, criterion.Unit);
        Source = AcceptanceCriterion.Text(card.Source, AcceptanceCriterion.LineLength) ?? throw new RuleException(nameof(RuleText.MeasuredNeedsSource));
        Note = AcceptanceCriterion.Text(card.Note, NoteLength);
    }

    public Guid ProjectId { get; private init; }
    public Guid AgreementId { get; private init; }
    public Guid CriterionId { get; private init; }
    public DateOnly On { get; private init; }
    public string Value { get; private init; } = "";

    /// <summary>What was measured, and in what; both null in rows of the first release, which are taken for what their kind fits.</summary>
    public string? Metric { get; private set; }
    public string? Unit { get; private set; }

    /// <summary>Where the value comes from: a report, a system, a person.</summary>
    public string Source { get; private init; } = "";

    public string? Note { get; private init; }
    public string By { get; private init; } = "";
    public DateTime At { get; private init; }
    public string? ConfirmedBy { get; private set; }
    public DateTime? ConfirmedAt { get; private set; }
    public DateTime? ArchivedAt { get; private set; }

    public bool Counts => ConfirmedAt is not null && ArchivedAt is null;

    /// <summary>Whether it is a value of what the criterion measures; a later version may measure something else, or in another unit.</summary>
    public bool Measures(CriterionContent criterion) =>
        Misfit(criterion, Value) is null && ((Metric is null && Unit is null) || (Same(Metric, criterion.Metric) && Same(Unit, criterion.Unit)));

    /// <summary>Whether it is of something else, and somebody may say that it is the same in other words.</summary>
    public bool CouldMeasure(CriterionContent criterion) => !Measures(criterion) && Misfit(criterion, Value) is null;

    /// <summary>It counts from here on, also for a criterion that was worded anew since it was measured.</summary>
    public void Confirm(CriterionContent criterion, string by, DateTime at)
    {
        if (ArchivedAt is not null) throw new RuleException(nameof(RuleText.NotThere));
        if (Misfit(criterion, Value) is { } misfit) throw new RuleException(misfit);
        if (ConfirmedAt is not null && Measures(criterion)) return;
        (ConfirmedBy, ConfirmedAt, Metric, Unit) = (by, at, criterion.Metric, criterion.Unit);
    }

    public void Archive(DateTime at) => ArchivedAt ??= at;

    public void Restore() => ArchivedAt = null;

    /// <summary>Whether it can be judged by: a report or a third party's word is a file or a link; who saw a demonstration or ran a test may say so in a few words.</summary>
    /// <exception cref="RuleException">What proves it is missing.</exception>
    public void MustBeProven(CriterionContent criterion, IEnumerable<Evidence> proofs)
    {
        if (proofs.Any(p => p.OwnerId == Id && p.RemovedAt is null)) return;
        if (criterion.Proof is ProofKind.Audit or ProofKind.ThirdParty or null) throw new RuleException(nameof(RuleText.JudgingNeedsFile), criterion.Code);
        if (!TypedText.IsAFewWords($"{Source} {Note}")) throw new RuleException(nameof(RuleText.JudgingNeedsWords), criterion.Code);
    }

    private static bool Same(string? one, string? other) => string.Equals(one ?? "", other ?? "", StringComparison.OrdinalIgnoreCase);

    // A date is no number, and neither is yes.
    private static string? Misfit(CriterionContent criterion, string value)
    {
        var (isAnswer, isDay) = (criterion.Comparison == Comparison.YesNo, CriterionValue.Day(criterion.Target) is not null);
        if (isAnswer != CriterionValue.IsAnswer(value)) return isAnswer ? nameof(RuleText.MeasureYesNo) : nameof(RuleText.MeasureNumber);
        if (isDay != CriterionValue.Day(value) is not null) return isDay ? nameof(RuleText.MeasureDay) : nameof(RuleText.MeasureNumber);
        return null;
    }
}
