namespace CoCreateStudio.Domain.Screenings;

/// <summary>How a candidate stands to one trait, with what proves it. Every change is history.</summary>
public sealed class TraitAssessment : Entity, IInProject
{
    private TraitAssessment()
    {
    }

    internal TraitAssessment(Screening screening, Trait trait, DateTime at) =>
        (ProjectId, ScreeningId, Trait, StateSince) = (screening.ProjectId, screening.Id, trait, at);

    public Guid ProjectId { get; private init; }
    public Guid ScreeningId { get; private init; }
    public Trait Trait { get; private init; }
    public TraitState State { get; private set; }

    /// <summary>How we know.</summary>
    public string? Note { get; private set; }

    public DateOnly? Date { get; private set; }
    public Guid? ContactId { get; private set; }

    /// <summary>Who looked at it last; null until somebody has.</summary>
    public string? By { get; private set; }

    /// <summary>When somebody looked at it last, be it to say that it is still so.</summary>
    public DateTime? At { get; private set; }

    /// <summary>Since when it is met, not met or unknown.</summary>
    public DateTime StateSince { get; private set; }

    public Assessment Now => new(State, Note, Date, ContactId);

    /// <summary>Whole days since somebody looked at it; null where nobody has.</summary>
    public int? Age(DateTime now) => At is { } at ? Math.Max(0, (int)(now - at).TotalDays) : null;

    internal void Write(Assessment assessment, string by, DateTime at)
    {
        var tidy = assessment.For(Trait);
        if (tidy.State != State) StateSince = at;
        (State, Note, Date, ContactId) = (tidy.State, tidy.Note, tidy.Date, tidy.ContactId);
        (By, At) = (by, at);
    }

    internal void Confirm(string by, DateTime at) => (By, At) = (by, at);
}
