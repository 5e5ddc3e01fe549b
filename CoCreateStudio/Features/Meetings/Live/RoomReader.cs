using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Meetings.Actions;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit.Live;
using CoCreateStudio.Kit.Ui;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings.Live;

/// <summary>Something of an earlier meeting that is open, and in how many meetings since it was.</summary>
public sealed record Carried(Entry Entry, int Times);

/// <summary>Lines that follow each other; a line stays in its block, also when others are taken back or become something else.</summary>
public sealed record LineBlock(int At, IReadOnlyList<Entry> Entries)
{
    /// <summary>Equal as long as none of them changed.</summary>
    public string Versions { get; } = QuietPart.Versions(Entries);
}

/// <summary>The lines of a topic that is not talked about.</summary>
/// <param name="At">Where the topic stands, from 0; -1 before the first.</param>
public sealed record LinesElsewhere(int At, IReadOnlyList<Entry> Entries)
{
    /// <summary>What the lines are called, such as "A-3", for whoever is led to one of them.</summary>
    public string Names { get; } = string.Join(' ', Entries.Select(EntryRow.NameOf));
}

/// <summary>A meeting with all that its room shows, as it is at one moment. The same for all who read it, who therefore find here what all of them would work out.</summary>
/// <param name="Earlier">Open actions and open issues that this meeting did not bring, without those of other customers; overdue and oldest first.</param>
public sealed record Room(
    Meeting Meeting, string? Customer, IReadOnlyList<AgendaItem> Items, IReadOnlyList<Entry> Entries, IReadOnlyList<Attendance> People, IReadOnlyList<Carried> Earlier,
    IReadOnlyList<MinutesVersion> Minutes, IReadOnlyList<Confirmation> Confirmations)
{
    /// <summary>The lines in the order in which they were said, in blocks of which each page draws those that changed.</summary>
    public IReadOnlyList<LineBlock> Blocks { get; init; } = [];

    /// <summary>Of them what is in sight: while a topic is talked about its lines; before the start whatever was prepared.</summary>
    public IReadOnlyList<LineBlock> Shown => field ??= [.. from block in Blocks let lines = block.Entries.Where(IsInSight).ToList() where lines.Count > 0 select new LineBlock(block.At, lines)];

    /// <summary>What was said under the other topics, and before the first.</summary>
    public IReadOnlyList<LinesElsewhere> Elsewhere => field ??=
        [.. from entry in Entries where !IsInSight(entry) group entry by Items.ToList().FindIndex(i => i.Id == entry.ItemId) into topic orderby topic.Key select new LinesElsewhere(topic.Key, [.. topic])];

    /// <summary>How many more are open than are shown.</summary>
    public int MoreEarlier { get; init; }

    public AgendaItem? Current => Items.FirstOrDefault(i => i.Id == Meeting.CurrentItemId);

    /// <summary>The next topic that is still open.</summary>
    public AgendaItem? Next => Items.Skip(At + 1).FirstOrDefault(i => i.State == ItemState.Open);

    /// <summary>The topic before this one.</summary>
    public AgendaItem? Before => At > 0 ? Items[At - 1] : null;

    /// <summary>Where the topic stands that is talked about, from 0; -1 while none is.</summary>
    public int At => Items.ToList().FindIndex(i => i.Id == Meeting.CurrentItemId);

    public IReadOnlyList<Unfinished> Unfinished => field ??= Domain.Meetings.Unfinished.Of(Meeting.CurrentItemId, Items, Entries.OfType<ActionItem>(), [.. People]);

    public string ItemVersions => field ??= QuietPart.Versions(Items);

    public string PeopleVersions => field ??= QuietPart.Versions(People);

    private bool IsInSight(Entry entry) => Meeting.State != MeetingState.InProgress || entry.ItemId == Meeting.CurrentItemId;
}

/// <summary>Reads a room once for everybody who is in it, until something in it changes.</summary>
public sealed class RoomReader(ProjectDbFactory projects, SharedReads reads, LiveHub live)
{
    private const int MostCarried = 50;
    private const int LinesInBlock = 12;
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(1);

    /// <summary>What a room consists of: who watches these kinds hears of every change.</summary>
    public static readonly IReadOnlyList<Type> Kinds =
        [typeof(Meeting), typeof(AgendaItem), typeof(Attendance), typeof(MeetingNote), typeof(KeyPoint), typeof(Decision), typeof(ActionItem), typeof(OpenIssue), typeof(Risk), typeof(MinutesVersion), typeof(Confirmation)];

    // What is open from earlier is counted over the whole project, so a note does not ask for it again.
    private static readonly IReadOnlyList<Type> CarriedKinds = [typeof(Meeting), typeof(ActionItem), typeof(OpenIssue)];

    public async Task<Room?> ReadAsync(Guid projectId, int number, CancellationToken ct = default)
    {
        var grant = await projects.AskAsync(projectId, Right.ViewProject, ct);
        return await reads.GetAsync((nameof(Room), projectId, number, grant.OnlyCustomer, live.Stamp(projectId, Kinds)), Keep, () => ReadAsync(projectId, number), ct);
    }

    private async Task<Room?> ReadAsync(Guid projectId, int number)
    {
        var ct = CancellationToken.None;
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        if (await db.Set<Meeting>().AsNoTracking().SingleOrDefaultAsync(m => m.Number == number, ct) is not { } meeting) return null;
        var customer = await db.Set<Customer>().Where(c => c.Id == meeting.CustomerId).Select(c => c.ShortName).SingleOrDefaultAsync(ct);
        var items = await db.Set<AgendaItem>().AsNoTracking().Where(i => i.MeetingId == meeting.Id).OrderBy(i => i.Position).ThenBy(i => i.Id).ToListAsync(ct);
        // With those that were taken back, which keep their place; what a line became has the place of the line.
        var said = await db.Set<Entry>().AsNoTracking().Where(e => e.MeetingId == meeting.Id && e.BecameId == null).OrderBy(e => e.SaidAt).ThenBy(e => e.Id).ToListAsync(ct);
        IReadOnlyList<LineBlock> blocks = [.. said.Chunk(LinesInBlock).Select((lines, at) => new LineBlock(at, [.. lines.Where(e => e.ArchivedAt is null)]))];
        var people = await db.Set<Attendance>().AsNoTracking().Where(a => a.MeetingId == meeting.Id).OrderBy(a => a.Side == Side.Customer).ThenBy(a => a.Name).ToListAsync(ct);
        Room room = new(meeting, customer, items, [.. blocks.SelectMany(b => b.Entries)], people, [], [], []) { Blocks = blocks };
        if (meeting.IsOver)
        {
            return room with
            {
                Minutes = await db.Set<MinutesVersion>().AsNoTracking().Where(v => v.MeetingId == meeting.Id).OrderBy(v => v.Number).ToListAsync(ct),
                Confirmations = await db.Set<Confirmation>().AsNoTracking().Where(c => c.MeetingId == meeting.Id).OrderBy(c => c.At).ToListAsync(ct),
            };
        }

        var (earlier, more) = await reads.GetAsync((nameof(Carried), meeting.Id, db.OnlyCustomer, live.Stamp(projectId, CarriedKinds)), Keep, () => EarlierAsync(projectId, meeting), ct);
        return room with { Earlier = earlier, MoreEarlier = more };
    }

    // What is due and what was said first; how often it was carried is counted over the few that are shown.
    private async Task<(IReadOnlyList<Carried> Shown, int More)> EarlierAsync(Guid projectId, Meeting meeting)
    {
        var ct = CancellationToken.None;
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        var actions = OnTheTable(db.Set<ActionItem>().Where(a => a.DoneAt == null), meeting);
        var issues = OnTheTable(db.Set<OpenIssue>().Where(i => i.ResolvedAt == null), meeting);
        Entry[] open =
        [
            .. await FirstAsync(actions.Where(a => a.MeetingId != meeting.Id), ct),
            .. await issues.Where(i => i.MeetingId != meeting.Id).OrderBy(i => i.SaidAt).ThenBy(i => i.Number).Take(MostCarried).ToListAsync(ct),
        ];
        if (open.Length == 0) return ([], 0);
        var held = await db.HeldAsync(open.Min(e => e.SaidAt), ct);
        return ([.. open.Select(e => new Carried(e, held.Carried(e.MeetingId, e.CustomerId, e.SaidAt) + 1))], await MoreAsync(actions, issues, meeting, open.Length, ct));
    }

    // All less what was said here, each counted from an index alone.
    private static async Task<int> MoreAsync(IQueryable<ActionItem> actions, IQueryable<OpenIssue> issues, Meeting meeting, int shown, CancellationToken ct)
    {
        if (shown < MostCarried) return 0;
        var all = await actions.CountAsync(ct) + await issues.CountAsync(ct);
        return all - await actions.CountAsync(a => a.MeetingId == meeting.Id, ct) - await issues.CountAsync(i => i.MeetingId == meeting.Id, ct) - shown;
    }

    // With a day and without one are read one after the other: each is a walk along an index.
    private static async Task<List<ActionItem>> FirstAsync(IQueryable<ActionItem> actions, CancellationToken ct)
    {
        var first = await actions.Where(a => a.DueOn != null).OrderBy(a => a.DueOn).ThenBy(a => a.SaidAt).ThenBy(a => a.Number).Take(MostCarried).ToListAsync(ct);
        if (first.Count < MostCarried) first.AddRange(await actions.Where(a => a.DueOn == null).OrderBy(a => a.SaidAt).ThenBy(a => a.Number).Take(MostCarried - first.Count).ToListAsync(ct));
        return first;
    }

    // Who meets one customer does not see what another has left open.
    private static IQueryable<T> OnTheTable<T>(IQueryable<T> entries, Meeting meeting) where T : Entry
    {
        entries = entries.AsNoTracking().Where(e => e.ArchivedAt == null);
        return meeting.CustomerId is { } customer ? entries.Where(e => e.CustomerId == null || e.CustomerId == customer) : entries;
    }
}
