using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Domain.Meetings;

/// <summary>A topic that somebody wants to talk about: it waits for a meeting, or for all meetings of a series, until the host takes it or says no.</summary>
public sealed class Proposal : Entity, IInProject
{
    public const int NoteLength = 2000;
    public const int AnswerLength = 500;

    private Proposal()
    {
    }

    /// <summary>For this meeting; where it belongs to a series, the proposal waits for the next ones, too.</summary>
    public Proposal(Meeting meeting, Proposed proposed, Proposer by) : this(meeting.ProjectId, meeting.CustomerId, proposed, by)
    {
        meeting.NotOver();
        (MeetingId, SeriesId) = (meeting.Id, meeting.SeriesId);
    }

    public Proposal(MeetingSeries series, Proposed proposed, Proposer by) : this(series.ProjectId, series.CustomerId, proposed, by)
    {
        if (series.EndedAt is not null) throw new RuleException(nameof(RuleText.SeriesEnded));
        SeriesId = series.Id;
    }

    private Proposal(Guid projectId, Guid? customerId, Proposed proposed, Proposer by)
    {
        (ProjectId, CustomerId) = (projectId, customerId);
        (Side, AuthorId, Author, At) = (by.Side, by.PersonId, by.Name, by.At);
        var topic = new SeriesTopic(proposed.Title, proposed.Minutes, null).Checked();
        (Title, Minutes, Note) = (topic.Title, topic.Minutes, TypedText.Tidy(proposed.Note, NoteLength));
    }

    public Guid ProjectId { get; private init; }
    public Guid? SeriesId { get; private init; }
    public Guid? MeetingId { get; private init; }
    public Guid? CustomerId { get; private init; }

    /// <summary>Whose people proposed it. The customer's see their own; ours stay inside until they are on an agenda.</summary>
    public Side Side { get; private init; }

    public Guid? AuthorId { get; private init; }
    public string Author { get; private init; } = "";
    public DateTime At { get; private init; }
    public string Title { get; private init; } = "";
    public string? Note { get; private init; }
    public int Minutes { get; private init; }

    /// <summary>The item of an agenda that came of it; without one it waits, also when the item was taken off again.</summary>
    public Guid? ItemId { get; private set; }

    public DateTime? DeclinedAt { get; private set; }

    /// <summary>What was said to whoever proposed it, when it was declined.</summary>
    public string? Answer { get; private set; }

    public bool IsWaiting => ItemId is null && DeclinedAt is null;

    public void Decline(string? answer, DateTime at)
    {
        if (ItemId is not null) throw new RuleException(nameof(RuleText.OnAgendaAlready), Title);
        (DeclinedAt, Answer) = (at, TypedText.Tidy(answer, AnswerLength));
    }

    /// <summary>Waits again.</summary>
    public void Reopen() => (DeclinedAt, Answer) = (null, null);

    internal void Take(AgendaItem item)
    {
        if (ItemId is not null) throw new RuleException(nameof(RuleText.OnAgendaAlready), Title);
        (ItemId, DeclinedAt, Answer) = (item.Id, null, null);
    }
}

/// <summary>What is proposed.</summary>
public sealed record Proposed(string Title, string? Note, int Minutes);

/// <summary>Who proposes it, and when.</summary>
public sealed record Proposer(Side Side, Guid? PersonId, string Name, DateTime At);
