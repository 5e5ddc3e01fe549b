using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CoCreateStudio.Features.Meetings.Live;

/// <summary>Something of an earlier meeting that is open, and in how many meetings since it was.</summary>
public sealed record Carried(Entry Entry, int Times);

/// <summary>A meeting with all that its room shows, as it is at one moment. The same for all who read it.</summary>
/// <param name="Earlier">Open actions and open issues of the project that this meeting did not bring; overdue and oldest first.</param>
public sealed record Room(
    Meeting Meeting, string? Customer, IReadOnlyList<AgendaItem> Items, IReadOnlyList<Entry> Entries, IReadOnlyList<Attendance> People, IReadOnlyList<Carried> Earlier,
    IReadOnlyList<MinutesVersion> Minutes)
{
    public AgendaItem? Current => Items.FirstOrDefault(i => i.Id == Meeting.CurrentItemId);

    public IReadOnlyList<Unfinished> Unfinished => Domain.Meetings.Unfinished.Of(Meeting.CurrentItemId, Items, Entries.OfType<ActionItem>(), [.. People]);
}

/// <summary>Reads a room once for everybody who is in it, until something in it changes.</summary>
public sealed class RoomReader(ProjectDbFactory projects, IMemoryCache cache, LiveHub live)
{
    private const int MostCarried = 200;

    /// <summary>What a room consists of: who watches these kinds hears of every change.</summary>
    public static readonly IReadOnlyList<Type> Kinds =
        [typeof(Meeting), typeof(AgendaItem), typeof(Attendance), typeof(MeetingNote), typeof(KeyPoint), typeof(Decision), typeof(ActionItem), typeof(OpenIssue), typeof(Risk), typeof(MinutesVersion)];

    public async Task<Room?> ReadAsync(Guid projectId, int number, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        var stamp = string.Join('.', Kinds.Select(k => live.Stamp(projectId, k)));
        return await cache.GetOrCreateAsync((nameof(Room), projectId, number, db.OnlyCustomer, stamp), entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1);
            return ReadAsync(db, number, ct);
        });
    }

    private static async Task<Room?> ReadAsync(StudioDb db, int number, CancellationToken ct)
    {
        if (await db.Set<Meeting>().AsNoTracking().SingleOrDefaultAsync(m => m.Number == number, ct) is not { } meeting) return null;
        var customer = await db.Set<Customer>().Where(c => c.Id == meeting.CustomerId).Select(c => c.ShortName).SingleOrDefaultAsync(ct);
        var items = await db.Set<AgendaItem>().AsNoTracking().Where(i => i.MeetingId == meeting.Id).OrderBy(i => i.Position).ToListAsync(ct);
        var entries = await db.Set<Entry>().AsNoTracking().Where(e => e.MeetingId == meeting.Id && e.ArchivedAt == null).OrderBy(e => e.SaidAt).ThenBy(e => e.Id).ToListAsync(ct);
        var people = await db.Set<Attendance>().AsNoTracking().Where(a => a.MeetingId == meeting.Id).OrderBy(a => a.Side == Side.Customer).ThenBy(a => a.Name).ToListAsync(ct);
        var minutes = await db.Set<MinutesVersion>().AsNoTracking().Where(v => v.MeetingId == meeting.Id).OrderBy(v => v.Number).ToListAsync(ct);
        return new(meeting, customer, items, entries, people, await EarlierAsync(db, meeting, ct), minutes);
    }

    private static async Task<IReadOnlyList<Carried>> EarlierAsync(StudioDb db, Meeting meeting, CancellationToken ct)
    {
        if (meeting.IsOver) return [];
        var actions = await db.Set<ActionItem>().AsNoTracking().Where(a => a.DoneAt == null && a.ArchivedAt == null && a.MeetingId != meeting.Id)
            .OrderBy(a => a.DueOn == null).ThenBy(a => a.DueOn).ThenBy(a => a.SaidAt).Take(MostCarried).ToListAsync(ct);
        var issues = await db.Set<OpenIssue>().AsNoTracking().Where(i => i.ResolvedAt == null && i.ArchivedAt == null && i.MeetingId != meeting.Id)
            .OrderBy(i => i.SaidAt).Take(MostCarried).ToListAsync(ct);
        Entry[] open = [.. actions, .. issues];
        if (open.Length == 0) return [];
        var since = open.Min(e => e.SaidAt);
        var held = await db.Set<Meeting>().Where(m => m.State == MeetingState.Closed && m.StartedAt > since).Select(m => m.StartedAt!.Value).ToListAsync(ct);
        return [.. open.Select(e => new Carried(e, held.Count(at => at > e.SaidAt) + 1))];
    }
}
