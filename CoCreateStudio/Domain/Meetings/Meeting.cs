namespace CoCreateStudio.Domain.Meetings;

/// <summary>One meeting: planned, held with clocks that the server starts, then closed with minutes.</summary>
public sealed class Meeting : Entity, IInProject
{
    public const int TitleLength = 120;
    public const int PlaceLength = 200;
    public const int LinkLength = 500;
    public const int RemarkLength = 500;
    private const int ShortestSlot = 5;
    private const int LongestSlot = 720;

    private Meeting()
    {
    }

    public Meeting(Guid projectId, int number, MeetingPlan plan)
    {
        (ProjectId, Number) = (projectId, number);
        Plan(plan);
    }

    public Guid ProjectId { get; private init; }

    /// <summary>Counts the meetings of the project, and is never used again.</summary>
    public int Number { get; private init; }

    public string Title { get; private set; } = "";
    public MeetingKind Kind { get; private set; }

    /// <summary>The customer it is held with, whose people see it once it is open; without one it stays inside.</summary>
    public Guid? CustomerId { get; private set; }

    public string? Host { get; private set; }
    public DateTime StartsAt { get; private set; }

    /// <summary>The slot in minutes.</summary>
    public int Minutes { get; private set; }

    public string TimeZone { get; private set; } = "UTC";
    public string? Place { get; private set; }
    public string? Link { get; private set; }
    public MeetingState State { get; private set; }
    public DateTime? StartedAt { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public Guid? CurrentItemId { get; private set; }

    /// <summary>Since when the clock of the current item runs; null while it is held.</summary>
    public DateTime? CurrentSince { get; private set; }

    /// <summary>What the minutes say about what was left unfinished, or why it was called off.</summary>
    public string? Remark { get; private set; }

    public bool IsOver => State is MeetingState.Closed or MeetingState.Cancelled;

    public void Plan(MeetingPlan plan)
    {
        NotOver();
        var title = plan.Title.Trim();
        if (title.Length is 0 or > TitleLength) throw new RuleException(nameof(RuleText.NameNeeded), TitleLength);
        if (plan.Minutes is < ShortestSlot or > LongestSlot) throw new RuleException(nameof(RuleText.SlotLength), ShortestSlot, LongestSlot);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(plan.TimeZone, out _)) throw new RuleException(nameof(RuleText.UnknownTimeZone), plan.TimeZone);
        if (State != MeetingState.Draft && plan.CustomerId != CustomerId) throw new RuleException(nameof(RuleText.CustomerStays));
        (Title, Kind, CustomerId, Host) = (title, plan.Kind, plan.CustomerId, Tidy(plan.Host, TitleLength));
        (StartsAt, Minutes, TimeZone) = (plan.StartsAt, plan.Minutes, plan.TimeZone);
        (Place, Link) = (Tidy(plan.Place, PlaceLength), WebAddress(plan.Link));
    }

    /// <summary>Shows it to those invited, who may prepare.</summary>
    public void Open()
    {
        NotOver();
        if (State == MeetingState.Draft) State = MeetingState.Open;
    }

    public void Start(DateTime now)
    {
        NotOver();
        if (State == MeetingState.InProgress) throw new RuleException(nameof(RuleText.MeetingRuns));
        (State, StartedAt) = (MeetingState.InProgress, now);
    }

    /// <summary>Goes to an item, and counts for the one before what its clock has run.</summary>
    public void GoTo(AgendaItem item, AgendaItem? from, DateTime now)
    {
        MustRun();
        if (item.MeetingId != Id) throw new RuleException(nameof(RuleText.NotThere));
        if (item.Id == CurrentItemId) return;
        Hold(from, now);
        from?.LeaveBehind();
        item.Take();
        (CurrentItemId, CurrentSince) = (item.Id, now);
    }

    /// <summary>Stops the clock of the current item until it is let run again.</summary>
    public void Hold(AgendaItem? current, DateTime now)
    {
        MustRun();
        if (current is not null && current.Id == CurrentItemId && CurrentSince is { } since) current.Spend(now - since);
        CurrentSince = null;
    }

    public void Resume(DateTime now)
    {
        MustRun();
        if (CurrentItemId is not null) CurrentSince ??= now;
    }

    /// <summary>Ends it. What is unfinished is mended before, or the minutes say so.</summary>
    /// <param name="remark">What the minutes say about it; needed where something is unfinished.</param>
    public void Close(AgendaItem? current, IReadOnlyCollection<Unfinished> unfinished, string? remark, DateTime now)
    {
        MustRun();
        remark = Tidy(remark, RemarkLength);
        if (unfinished.Count > 0 && remark is null) throw new RuleException(nameof(RuleText.MeetingUnfinished), unfinished.Count);
        Hold(current, now);
        current?.LeaveBehind();
        (State, EndedAt, CurrentItemId, Remark) = (MeetingState.Closed, now, null, remark);
    }

    public void Cancel(string? reason)
    {
        NotOver();
        if (State == MeetingState.InProgress) throw new RuleException(nameof(RuleText.MeetingRuns));
        (State, Remark) = (MeetingState.Cancelled, Tidy(reason, RemarkLength));
    }

    /// <exception cref="RuleException">It is over: closed or called off.</exception>
    public void NotOver()
    {
        if (IsOver) throw new RuleException(nameof(RuleText.MeetingOver));
    }

    private void MustRun()
    {
        NotOver();
        if (State != MeetingState.InProgress) throw new RuleException(nameof(RuleText.MeetingNotStarted));
    }

    private static string? Tidy(string? text, int longest)
    {
        text = text?.Trim();
        if (text?.Length > longest) throw new RuleException(nameof(RuleText.TooLong), longest);
        return string.IsNullOrEmpty(text) ? null : text;
    }

    private static string? WebAddress(string? link)
    {
        if (Tidy(link, LinkLength) is not { } text) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? text : throw new RuleException(nameof(RuleText.WebAddressNeeded));
    }
}
