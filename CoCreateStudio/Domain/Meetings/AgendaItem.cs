namespace CoCreateStudio.Domain.Meetings;

/// <summary>A topic of a meeting, with the time planned for it and the time it took.</summary>
public sealed class AgendaItem : Entity, IInProject
{
    public const int TitleLength = 200;
    private const int LongestTopic = 480;

    private AgendaItem()
    {
    }

    public AgendaItem(Meeting meeting, int position, string title, int minutes, string? presenter, Guid? fromItemId = null)
    {
        (ProjectId, MeetingId, Position, FromItemId) = (meeting.ProjectId, meeting.Id, position, fromItemId);
        Describe(title, minutes, presenter);
    }

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

    public void Describe(string title, int minutes, string? presenter)
    {
        title = title.Trim();
        if (title.Length is 0 or > TitleLength) throw new RuleException(nameof(RuleText.NameNeeded), TitleLength);
        if (minutes is < 0 or > LongestTopic) throw new RuleException(nameof(RuleText.TopicLength), LongestTopic);
        (Title, Minutes, Presenter) = (title, minutes, string.IsNullOrWhiteSpace(presenter) ? null : presenter.Trim());
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
