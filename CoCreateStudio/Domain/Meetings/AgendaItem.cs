namespace CoCreateStudio.Domain.Meetings;

/// <summary>A topic of a meeting, with the time planned for it and the time it took.</summary>
public sealed class AgendaItem : Entity, IInProject
{
    public const int TitleLength = 200;
    private AgendaItem()
    {
    }

    public AgendaItem(Meeting meeting, int position, string title, int minutes, string? presenter)
    {
        (ProjectId, MeetingId, Position) = (meeting.ProjectId, meeting.Id, position);
        Describe(title, minutes, presenter);
    }

    /// <summary>Takes up again what an earlier meeting deferred, with its material.</summary>
    public AgendaItem(Meeting meeting, int position, AgendaItem from) : this(meeting, position, from.Title, from.Minutes, from.Presenter)
    {
        if (from.State != ItemState.Deferred || from.Dropped) throw new RuleException(nameof(RuleText.NotDeferred));
        (FromItemId, TopicId) = (from.Id, from.Topic);
    }

    /// <summary>Takes up what somebody proposed, with its material.</summary>
    public AgendaItem(Meeting meeting, int position, Proposal proposal) : this(meeting, position, proposal.Title, proposal.Minutes, proposal.Author)
    {
        TopicId = proposal.Id;
        proposal.Take(this);
    }

    /// <summary>What was taken off the agenda is on it again, in its place and with its material.</summary>
    public AgendaItem Again() => new()
    {
        Id = Id,
        ProjectId = ProjectId,
        MeetingId = MeetingId,
        Position = Position,
        Title = Title,
        Minutes = Minutes,
        Presenter = Presenter,
        State = State,
        UsedSeconds = UsedSeconds,
        FromItemId = FromItemId,
        TopicId = TopicId,
    };

    public Guid ProjectId { get; private init; }
    public Guid MeetingId { get; private init; }
    public int Position { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>Planned, in minutes.</summary>
    public int Minutes { get; private set; }

    public string? Presenter { get; private set; }
    public ItemState State { get; private set; }

    /// <summary>How long its clock has run, without the stretch that runs now.</summary>
    public int UsedSeconds { get; private set; }

    /// <summary>The deferred item of an earlier meeting that this one takes up again.</summary>
    public Guid? FromItemId { get; private init; }

    /// <summary>What the material belongs to, where the topic is older than this item: the proposal, or the item that was deferred first.</summary>
    public Guid? TopicId { get; private init; }

    /// <summary>Was deferred, and nobody wants to come back to it.</summary>
    public bool Dropped { get; private set; }

    /// <summary>The same in all meetings in which the topic comes up.</summary>
    public Guid Topic => TopicId ?? Id;

    public void Describe(string title, int minutes, string? presenter)
    {
        var topic = new SeriesTopic(title, minutes, presenter).Checked();
        (Title, Minutes, Presenter) = (topic.Title, topic.Minutes, topic.Presenter);
    }

    /// <summary>No longer comes back as a proposal, or does so again.</summary>
    public void Drop(bool dropped)
    {
        if (State != ItemState.Deferred) throw new RuleException(nameof(RuleText.NotDeferred));
        Dropped = dropped;
    }

    public void MoveTo(int position) => Position = position;

    public void Decide(ItemState state) => State = state;

    internal void Spend(TimeSpan time) => UsedSeconds += Math.Max(0, (int)Math.Round(time.TotalSeconds));

    // Whoever goes on has talked about it, unless it was put off.
    internal void LeaveBehind()
    {
        if (State == ItemState.Open) State = ItemState.Discussed;
    }

    internal void Take()
    {
        if (State == ItemState.Deferred) State = ItemState.Open;
    }
}
