namespace CoCreateStudio.Domain.Meetings;

/// <summary>One meeting: planned, held with clocks that the server starts, then closed with minutes.</summary>
public sealed class Meeting : Entity, IInProject
{
    public const int TitleLength = 120;
    public const int PlaceLength = 200;
    public const int LinkLength = TypedText.LinkLength;
    public const int RemarkLength = 500;

    private Meeting()
    {
    }

    public Meeting(Guid projectId, int number, MeetingPlan plan)
    {
        (ProjectId, Number) = (projectId, number);
        Write(plan.Checked());
    }

    /// <summary>The meeting of a series for one of its dates.</summary>
    public Meeting(MeetingSeries series, int number, DateOnly date)
    {
        (ProjectId, Number, SeriesId, PlannedOn) = (series.ProjectId, number, series.Id, date);
        Write(series.PlanFor(date));
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

    /// <summary>Those invited have seen it: the customer's people see it then, also when it is called off.</summary>
    public bool Shown { get; private set; }

    public DateTime? StartedAt { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public Guid? CurrentItemId { get; private set; }

    /// <summary>Since when the clock of the current item runs; null while it is held.</summary>
    public DateTime? CurrentSince { get; private set; }

    public Guid? SeriesId { get; private init; }

    /// <summary>The date of its series for which this meeting stands, on whatever day it is held.</summary>
    public DateOnly? PlannedOn { get; private set; }

    /// <summary>Somebody changed it since its series planned it, which leaves it alone from then on.</summary>
    public bool ByHand { get; private set; }

    /// <summary>Counts the changes that calendars have to hear of.</summary>
    public int Sequence { get; private set; }

    /// <summary>In whose name it was first invited to. Calendars take a change, or that it is called off, from nobody else.</summary>
    public string? OrganizerName { get; private set; }

    public string? OrganizerEmail { get; private set; }

    /// <summary>What the minutes say about what was left unfinished, or why it was called off.</summary>
    public string? Remark { get; private set; }

    public bool IsOver => State is MeetingState.Closed or MeetingState.Cancelled;

    /// <summary>Changes along with its series: nobody has shown, moved or changed it yet.</summary>
    public bool FollowsSeries => SeriesId is not null && State == MeetingState.Draft && !ByHand;

    public MeetingPlan Planned => new(Title, Kind, CustomerId, Host, StartsAt, Minutes, TimeZone, Place, Link);

    public void Plan(MeetingPlan plan)
    {
        NotOver();
        plan = plan.Checked();
        if (State != MeetingState.Draft && plan.CustomerId != CustomerId) throw new RuleException(nameof(RuleText.CustomerStays));
        ByHand |= SeriesId is not null && plan != Planned;
        Write(plan);
    }

    /// <summary>Becomes what its series has planned for this date.</summary>
    public void Follow(MeetingSeries series, DateOnly date)
    {
        if (!FollowsSeries || SeriesId != series.Id) throw new InvalidOperationException($"Meeting {Number} does not follow this series.");
        PlannedOn = date;
        Write(series.PlanFor(date));
    }

    /// <summary>Shows it to those invited, who may prepare.</summary>
    public void Open()
    {
        NotOver();
        if (State == MeetingState.Draft) State = MeetingState.Open;
        Shown = true;
    }

    public void Start(DateTime now)
    {
        NotOver();
        if (State == MeetingState.InProgress) throw new RuleException(nameof(RuleText.MeetingRuns));
        (State, StartedAt, Shown) = (MeetingState.InProgress, now, true);
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
        remark = TypedText.Tidy(remark, RemarkLength);
        if (unfinished.Count > 0 && remark is null) throw new RuleException(nameof(RuleText.MeetingUnfinished), unfinished.Count);
        Hold(current, now);
        current?.LeaveBehind();
        (State, EndedAt, CurrentItemId, Remark) = (MeetingState.Closed, now, null, remark);
    }

    public void Cancel(string? reason)
    {
        NotOver();
        if (State == MeetingState.InProgress) throw new RuleException(nameof(RuleText.MeetingRuns));
        (State, Remark) = (MeetingState.Cancelled, TypedText.Tidy(reason, RemarkLength));
        Sequence++;
    }

    /// <summary>Takes place after all. Calendars that heard it was called off hear of it.</summary>
    public void Reinstate()
    {
        if (State != MeetingState.Cancelled) throw new RuleException(nameof(RuleText.MeetingNotCancelled));
        (State, Remark) = (Shown ? MeetingState.Open : MeetingState.Draft, null);
        Sequence++;
    }

    /// <summary>Remembers whose invitation it is; whoever invites later does so in the same name.</summary>
    public void Organize(string name, string email)
    {
        if (OrganizerEmail is null) (OrganizerName, OrganizerEmail) = (name, email);
    }

    /// <summary>What was taken back on our side comes later than what calendars have heard of.</summary>
    public void SendAgain() => Sequence += 2;

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

    private void Write(MeetingPlan plan)
    {
        var before = (Title, StartsAt, Minutes, TimeZone, Place, Link, Host);
        (Title, Kind, CustomerId, Host) = (plan.Title, plan.Kind, plan.CustomerId, plan.Host);
        (StartsAt, Minutes, TimeZone, Place, Link) = (plan.StartsAt, plan.Minutes, plan.TimeZone, plan.Place, plan.Link);

        // Who hosts it stands in what was sent, if anything was.
        var host = OrganizerEmail is null ? before.Host : Host;
        if (before.Title.Length > 0 && before != (Title, StartsAt, Minutes, TimeZone, Place, Link, host)) Sequence++;
    }
}
