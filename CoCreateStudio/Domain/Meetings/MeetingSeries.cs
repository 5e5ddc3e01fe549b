namespace CoCreateStudio.Domain.Meetings;

/// <summary>
/// Meetings that come again. Each is a meeting of its own that knows the date for which it stands, so skipping or moving one moves no
/// other; the series itself only says how the next ones begin.
/// </summary>
public sealed class MeetingSeries : Entity, IInProject
{
    /// <summary>How many meetings lie ahead at any time.</summary>
    public const int Ahead = 3;

    private const int MostTopics = 30;

    private MeetingSeries()
    {
    }

    public MeetingSeries(Guid projectId, int number, SeriesPlan plan)
    {
        (ProjectId, Number) = (projectId, number);
        Plan(plan);
    }

    public Guid ProjectId { get; private init; }

    /// <summary>Counts the series of the project, and is never used again.</summary>
    public int Number { get; private init; }

    public string Title { get; private set; } = "";
    public MeetingKind Kind { get; private set; }
    public Guid? CustomerId { get; private set; }
    public string? Host { get; private set; }
    public Every Every { get; private set; }

    /// <summary>The date from which on the others are counted.</summary>
    public DateOnly First { get; private set; }

    /// <summary>The time on the clocks of its zone, whatever they are put to.</summary>
    public TimeOnly At { get; private set; }

    public string TimeZone { get; private set; } = "UTC";
    public int Minutes { get; private set; }
    public string? Place { get; private set; }
    public string? Link { get; private set; }

    /// <summary>What each new meeting begins with on its agenda.</summary>
    public IReadOnlyList<SeriesTopic> Topics { get; private set; } = [];

    public DateTime? EndedAt { get; private set; }

    public Recurrence When => new(Every, First, At, TimeZone, Minutes);

    public SeriesPlan Planned => new(Title, Kind, CustomerId, Host, When, Place, Link);

    public void Plan(SeriesPlan plan)
    {
        if (EndedAt is not null) throw new RuleException(nameof(RuleText.SeriesEnded));
        var first = new MeetingPlan(plan.Title, plan.Kind, plan.CustomerId, plan.Host, default, plan.When.Minutes, plan.When.TimeZone, plan.Place, plan.Link).Checked();
        (Title, Kind, CustomerId, Host, Place, Link) = (first.Title, first.Kind, first.CustomerId, first.Host, first.Place, first.Link);
        (Every, First, At, TimeZone, Minutes) = (plan.When.Every, plan.When.First, plan.When.At, plan.When.TimeZone, plan.When.Minutes);
    }

    public void ListTopics(IEnumerable<SeriesTopic> topics)
    {
        IReadOnlyList<SeriesTopic> listed = [.. topics.Select(t => t.Checked())];
        if (listed.Count > MostTopics) throw new RuleException(nameof(RuleText.TooManyTopics), MostTopics);
        Topics = listed;
    }

    /// <summary>What is agreed of the meeting on one of its dates.</summary>
    public MeetingPlan PlanFor(DateOnly date) => new(Title, Kind, CustomerId, Host, When.Utc(date), Minutes, TimeZone, Place, Link);

    /// <summary>Ends it: what nobody has touched yet is called off, what was held, shown or changed by hand stays.</summary>
    public void End(IEnumerable<Meeting> meetings, DateTime now)
    {
        EndedAt ??= now;
        foreach (var meeting in Following(meetings, now)) meeting.Cancel(reason: null);
    }

    /// <summary>The dates for which meetings are still to be made, so that enough of them lie ahead.</summary>
    /// <param name="meetings">Those of this series that are not past.</param>
    public IReadOnlyList<DateOnly> Missing(IReadOnlyCollection<Meeting> meetings, DateTime now)
    {
        if (EndedAt is not null) return [];
        var ahead = meetings.Count(m => !m.IsOver && m.StartsAt > now);
        return [.. Free(meetings, now).Take(Math.Max(0, Ahead - ahead))];
    }

    /// <summary>Gives the meetings ahead that follow it what is planned now, in their order. Those that were shown or changed by hand stay as they are.</summary>
    /// <param name="meetings">Those of this series that are not past.</param>
    public IReadOnlyList<Meeting> Guide(IReadOnlyCollection<Meeting> meetings, DateTime now)
    {
        var following = Following(meetings, now);
        foreach (var (meeting, date) in following.Zip(Free([.. meetings.Except(following)], now)).ToList()) meeting.Follow(this, date);
        return following;
    }

    private static List<Meeting> Following(IEnumerable<Meeting> meetings, DateTime now) => [.. meetings.Where(m => m.FollowsSeries && m.StartsAt > now).OrderBy(m => m.PlannedOn)];

    /// <summary>Dates to come for which no meeting stands yet, one that was called off or moved included.</summary>
    private IEnumerable<DateOnly> Free(IReadOnlyCollection<Meeting> meetings, DateTime now)
    {
        var taken = meetings.Select(m => m.PlannedOn).ToHashSet();
        var from = First > DateOnly.FromDateTime(now).AddDays(-1) ? First.AddDays(-1) : DateOnly.FromDateTime(now).AddDays(-2);
        return When.Dates(from, taken.Count + Ahead + 3).Where(d => !taken.Contains(d) && When.Utc(d) > now);
    }
}
