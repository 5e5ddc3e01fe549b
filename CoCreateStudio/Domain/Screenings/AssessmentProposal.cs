namespace CoCreateStudio.Domain.Screenings;

/// <summary>An assessment that somebody offers who may not write it; it waits until it is taken over or turned down.</summary>
public sealed class AssessmentProposal : Entity, IInProject
{
    private AssessmentProposal()
    {
    }

    public AssessmentProposal(Screening screening, Trait trait, Assessment assessment, string by, DateTime at)
    {
        screening.MustBeOpen();
        var tidy = assessment.For(trait);
        (ProjectId, ScreeningId, Trait, By, At) = (screening.ProjectId, screening.Id, trait, by, at);
        (State, Note, Date, ContactId) = (tidy.State, tidy.Note, tidy.Date, tidy.ContactId);
        Seen = screening.Of(trait).Now;
    }

    public Guid ProjectId { get; private init; }
    public Guid ScreeningId { get; private init; }
    public Trait Trait { get; private init; }
    public TraitState State { get; private init; }
    public string? Note { get; private init; }
    public DateOnly? Date { get; private init; }
    public Guid? ContactId { get; private init; }
    public string By { get; private init; } = "";
    public DateTime At { get; private init; }

    /// <summary>What stood there when it was offered; null where that was not kept yet.</summary>
    public Assessment? Seen { get; private init; }

    /// <summary>When it was taken over or turned down; null while it waits.</summary>
    public DateTime? SettledAt { get; private set; }

    public string? SettledBy { get; private set; }
    public bool Taken { get; private set; }

    public Assessment Assessment => new(State, Note, Date, ContactId);

    /// <summary>Writes what it changes, over what stands there now: it stays the word of whoever proposed it.</summary>
    public void Take(Screening screening, string by, DateTime at)
    {
        MustWait();
        screening.Assess(Trait, Seen is null ? Assessment : Assessment.Over(screening.Of(Trait).Now, Seen), By, at);
        (SettledAt, SettledBy, Taken) = (at, by, true);
    }

    public void TurnDown(string by, DateTime at)
    {
        MustWait();
        (SettledAt, SettledBy) = (at, by);
    }

    private void MustWait()
    {
        if (SettledAt is not null) throw new RuleException(nameof(RuleText.ProposalSettled), SettledBy ?? "");
    }
}
