using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Text;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings.Time;

/// <summary>Planned and used time of what is added up: a topic, a host, a month.</summary>
/// <param name="Key">What its address says.</param>
public sealed record TimeSum(string Key, string Name, int Meetings, int PlannedMinutes, int UsedSeconds)
{
    public double UsedMinutes => UsedSeconds / 60.0;

    public double OverMinutes => UsedMinutes - PlannedMinutes;
}

/// <param name="Groups">What took longest first.</param>
/// <param name="Steps">One after the other, also those in which nothing was held.</param>
public sealed record TimeReport(IReadOnlyList<TimeSum> Groups, IReadOnlyList<TimeSum> Steps)
{
    public int PlannedMinutes => Steps.Sum(s => s.PlannedMinutes);
    public double UsedMinutes => Steps.Sum(s => s.UsedMinutes);
}

/// <summary>Adds up what meetings were planned to take and took.</summary>
public sealed class TimeReader(ProjectDbFactory projects, CurrentActor actor, TimeProvider clock)
{
    private const int MostGroups = 40;
    private const int LongestInWeeks = 3;

    public async Task<TimeReport> ReadAsync(Guid projectId, TimeFilter filter, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        var items = Items(db, filter);
        var groups = await GroupsAsync(db, items, filter.By, ct);
        return new(groups, Steps(filter, await Chosen(items, filter).GroupBy(i => new { i.MeetingId, i.StartsAt })
            .Select(g => new Held(g.Key.StartsAt, g.Sum(i => i.Minutes), g.Sum(i => i.UsedSeconds))).ToListAsync(ct)));
    }

    private IQueryable<Item> Items(StudioDb db, TimeFilter filter)
    {
        var since = filter.Months is { } months ? clock.GetUtcNow().UtcDateTime.AddMonths(-months) : DateTime.MinValue;
        return db.Set<Meeting>().Where(m => m.State == MeetingState.Closed && m.StartsAt >= since).Join(db.Set<AgendaItem>(), m => m.Id, i => i.MeetingId, (m, i) => new Item
        {
            MeetingId = m.Id,
            StartsAt = m.StartsAt,
            Host = m.Host,
            CustomerId = m.CustomerId,
            SeriesId = m.SeriesId,
            Kind = m.Kind,
            Title = i.Title,
            Minutes = i.Minutes,
            UsedSeconds = i.UsedSeconds,
        });
    }

    private static IQueryable<Item> Chosen(IQueryable<Item> items, TimeFilter filter) => (filter.By, filter.Of) switch
    {
        (_, null) => items,
        (TimeBy.Topic, var title) => items.Where(i => i.Title == title),
        (TimeBy.Host, "") => items.Where(i => i.Host == null),
        (TimeBy.Host, var host) => items.Where(i => i.Host == host),
        (TimeBy.Series, var of) => Guid.TryParse(of, out var series) ? items.Where(i => i.SeriesId == series) : items.Where(i => i.SeriesId == null),
        (TimeBy.Customer, var of) => Guid.TryParse(of, out var customer) ? items.Where(i => i.CustomerId == customer) : items.Where(i => i.CustomerId == null),
        (_, var of) => Enum.TryParse<MeetingKind>(of, out var kind) ? items.Where(i => i.Kind == kind) : items.Where(_ => false),
    };

    private static async Task<IReadOnlyList<TimeSum>> GroupsAsync(StudioDb db, IQueryable<Item> items, TimeBy by, CancellationToken ct)
    {
        switch (by)
        {
            case TimeBy.Host:
                return [.. (await SumsAsync(items.GroupBy(i => i.Host), ct)).Select(g => g.As(g.Key ?? "", g.Key ?? TimeText.NoHost))];
            case TimeBy.Customer:
                var customers = await db.Set<Customer>().Where(c => db.Set<Participation>().Any(p => p.CustomerId == c.Id)).ToDictionaryAsync(c => c.Id, c => c.ShortName, ct);
                return [.. (await SumsAsync(items.GroupBy(i => i.CustomerId), ct)).Select(g => g.As(g.Key?.ToString() ?? "", g.Key is { } id ? customers.GetValueOrDefault(id, "") : TimeText.Inside))];
            case TimeBy.Series:
                var series = await db.Set<MeetingSeries>().ToDictionaryAsync(s => s.Id, s => s.Title, ct);
                return [.. (await SumsAsync(items.GroupBy(i => i.SeriesId), ct)).Select(g => g.As(g.Key?.ToString() ?? "", g.Key is { } id ? series.GetValueOrDefault(id, "") : TimeText.NoSeries))];
            case TimeBy.Kind:
                return [.. (await SumsAsync(items.GroupBy(i => i.Kind), ct)).Select(g => g.As(g.Key.ToString(), g.Key.Word()))];
            default:
                return [.. (await SumsAsync(items.GroupBy(i => i.Title), ct)).Select(g => g.As(g.Key, g.Key))];
        }
    }

    private static Task<List<Sum<T>>> SumsAsync<T>(IQueryable<IGrouping<T, Item>> groups, CancellationToken ct) => groups
        .OrderByDescending(g => g.Sum(i => i.UsedSeconds)).Take(MostGroups)
        .Select(g => new Sum<T>(g.Key, g.Select(i => i.MeetingId).Distinct().Count(), g.Sum(i => i.Minutes), g.Sum(i => i.UsedSeconds))).ToListAsync(ct);

    // Weeks where the span is short, else months, as the reader's calendar has them.
    private List<TimeSum> Steps(TimeFilter filter, List<Held> held)
    {
        if (held.Count == 0) return [];
        var weeks = filter.Months <= LongestInWeeks;
        var byStep = held.ToLookup(h => Begin(ClockTime.Day(h.At, actor.TimeZone), weeks));
        List<TimeSum> steps = [];
        var last = byStep.Max(s => s.Key);
        for (var step = byStep.Min(s => s.Key); step <= last; step = weeks ? step.AddDays(7) : step.AddMonths(1))
            steps.Add(new(step.ToString("O", CultureInfo.InvariantCulture), TimeWords.Step(step, weeks), byStep[step].Count(), byStep[step].Sum(h => h.Planned), byStep[step].Sum(h => h.Used)));
        return steps;
    }

    private static DateOnly Begin(DateOnly day, bool weeks) => weeks ? day.AddDays(-(((int)day.DayOfWeek + 6) % 7)) : new(day.Year, day.Month, 1);

    private sealed class Item
    {
        public Guid MeetingId { get; init; }
        public DateTime StartsAt { get; init; }
        public string? Host { get; init; }
        public Guid? CustomerId { get; init; }
        public Guid? SeriesId { get; init; }
        public MeetingKind Kind { get; init; }
        public string Title { get; init; } = "";
        public int Minutes { get; init; }
        public int UsedSeconds { get; init; }
    }

    private sealed record Sum<T>(T Key, int Meetings, int Planned, int Used)
    {
        public TimeSum As(string key, string name) => new(key, name, Meetings, Planned, Used);
    }

    private sealed record Held(DateTime At, int Planned, int Used);
}
