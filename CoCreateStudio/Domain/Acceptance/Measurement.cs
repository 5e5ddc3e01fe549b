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
        MustFit(criterion, value);
        (ProjectId, AgreementId, CriterionId) = (agreement.ProjectId, agreement.Id, criterion.Id);
        (On, Value, By, At) = (card.On, value, by, at);
        Source = AcceptanceCriterion.Text(card.Source, AcceptanceCriterion.LineLength) ?? throw new RuleException(nameof(RuleText.MeasuredNeedsSource));
        Note = AcceptanceCriterion.Text(card.Note, NoteLength);
    }

    public Guid ProjectId { get; private init; }
    public Guid AgreementId { get; private init; }
    public Guid CriterionId { get; private init; }
    public DateOnly On { get; private init; }
    public string Value { get; private init; } = "";

    /// <summary>Where the value comes from: a report, a system, a person.</summary>
    public string Source { get; private init; } = "";

    public string? Note { get; private init; }
    public string By { get; private init; } = "";
    public DateTime At { get; private init; }
    public string? ConfirmedBy { get; private set; }
    public DateTime? ConfirmedAt { get; private set; }
    public DateTime? ArchivedAt { get; private set; }

    public bool Counts => ConfirmedAt is not null && ArchivedAt is null;

    public void Confirm(string by, DateTime at)
    {
        if (ArchivedAt is not null) throw new RuleException(nameof(RuleText.NotThere));
        if (ConfirmedAt is null) (ConfirmedBy, ConfirmedAt) = (by, at);
    }

    public void Archive(DateTime at) => ArchivedAt ??= at;

    public void Restore() => ArchivedAt = null;

    // A date is no number, and neither is yes.
    private static void MustFit(CriterionContent criterion, string value)
    {
        var (isAnswer, isDay) = (criterion.Comparison == Comparison.YesNo, CriterionValue.Day(criterion.Target) is not null);
        if (isAnswer != CriterionValue.IsAnswer(value)) throw new RuleException(isAnswer ? nameof(RuleText.MeasureYesNo) : nameof(RuleText.MeasureNumber));
        if (isDay != CriterionValue.Day(value) is not null) throw new RuleException(isDay ? nameof(RuleText.MeasureDay) : nameof(RuleText.MeasureNumber));
    }
}
