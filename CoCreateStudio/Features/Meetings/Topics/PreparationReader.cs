using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit.Live;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings.Topics;

/// <summary>A topic that an earlier meeting deferred and none has taken up since.</summary>
public sealed record DeferredTopic(AgendaItem Item, int MeetingNumber, DateTime HeldAt);

/// <summary>What waits for a meeting or a series, and the material of the topics on the agenda.</summary>
/// <param name="Declined">The latest that the host said no to.</param>
/// <param name="Material">By topic.</param>
public sealed record Preparation(
    IReadOnlyList<Proposal> Waiting, IReadOnlyList<Proposal> Declined, IReadOnlyList<DeferredTopic> Deferred, ILookup<Guid, Material> Material)
{
    public static readonly Preparation Nothing = new([], [], [], Array.Empty<Material>().ToLookup(m => m.TopicId));
}

/// <summary>Reads it once for everybody who prepares the same meeting, until something of it changes.</summary>
public sealed class PreparationReader(ProjectDbFactory projects, SharedReads reads, LiveHub live)
{
    private const int MostDeclined = 10;
    private const int MostDeferred = 50;
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(1);

    public static readonly IReadOnlyList<Type> Kinds = [typeof(Meeting), typeof(AgendaItem), typeof(Proposal), typeof(MaterialLink), typeof(MaterialFile)];

    public Task<Preparation> ReadAsync(Guid projectId, Meeting meeting, CancellationToken ct = default) => ReadAsync(projectId, meeting.Id, db => ReadAsync(db, meeting, CancellationToken.None), ct);

    public Task<Preparation> ReadAsync(Guid projectId, MeetingSeries series, CancellationToken ct = default) => ReadAsync(projectId, series.Id, db => ReadAsync(db, series, CancellationToken.None), ct);

    private async Task<Preparation> ReadAsync(Guid projectId, Guid id, Func<StudioDb, Task<Preparation>> read, CancellationToken ct)
    {
        var grant = await projects.AskAsync(projectId, Right.ViewProject, ct);
        return await reads.GetAsync((nameof(Preparation), id, grant.OnlyCustomer, live.Stamp(projectId, Kinds)), Keep, async () =>
        {
            await using var own = await projects.OpenAsync(projectId, Right.ViewProject, CancellationToken.None);
            return await read(own);
        }, ct);
    }

    private static async Task<Preparation> ReadAsync(StudioDb db, Meeting meeting, CancellationToken ct)
    {
        var items = db.Set<AgendaItem>().Where(i => i.MeetingId == meeting.Id);
        if (meeting.IsOver) return Preparation.Nothing with { Material = await MaterialAsync(db, items, [], ct) };
        var proposals = await ProposalsAsync(db.Set<Proposal>().Where(p => p.MeetingId == meeting.Id || (meeting.SeriesId != null && p.SeriesId == meeting.SeriesId)), ct);

        // Of a series its own earlier meetings, and single ones with the same customer; of a single meeting all with the same customer.
        var earlier = db.Set<Meeting>().Where(m => m.Id != meeting.Id && (meeting.SeriesId == null
            ? m.CustomerId == meeting.CustomerId
            : m.SeriesId == meeting.SeriesId || (m.SeriesId == null && m.CustomerId == meeting.CustomerId)));
        return await WithAsync(db, proposals, earlier, items, ct);
    }

    private static async Task<Preparation> ReadAsync(StudioDb db, MeetingSeries series, CancellationToken ct) => await WithAsync(
        db, await ProposalsAsync(db.Set<Proposal>().Where(p => p.SeriesId == series.Id), ct), db.Set<Meeting>().Where(m => m.SeriesId == series.Id), db.Set<AgendaItem>().Where(_ => false), ct);

    private static async Task<Preparation> WithAsync(StudioDb db, IReadOnlyList<Proposal> proposals, IQueryable<Meeting> earlier, IQueryable<AgendaItem> items, CancellationToken ct)
    {
        var deferred = await DeferredAsync(db, earlier, ct);
        var material = await MaterialAsync(db, items, [.. proposals.Select(p => p.Id), .. deferred.Select(d => d.Item.Topic)], ct);
        return new([.. proposals.Where(p => p.IsWaiting)], [.. proposals.Where(p => !p.IsWaiting).OrderByDescending(p => p.DeclinedAt).Take(MostDeclined)], deferred, material);
    }

    // Not on any agenda; who proposed first is asked first.
    private static async Task<IReadOnlyList<Proposal>> ProposalsAsync(IQueryable<Proposal> proposals, CancellationToken ct) =>
        await proposals.AsNoTracking().Where(p => p.ItemId == null).OrderBy(p => p.At).ThenBy(p => p.Id).ToListAsync(ct);

    private static async Task<IReadOnlyList<DeferredTopic>> DeferredAsync(StudioDb db, IQueryable<Meeting> earlier, CancellationToken ct) =>
        await (from i in db.Set<AgendaItem>().AsNoTracking()
               where i.State == ItemState.Deferred && !i.Dropped && !db.Set<AgendaItem>().Any(later => later.FromItemId == i.Id)
               join m in earlier.Where(m => m.State == MeetingState.Closed) on i.MeetingId equals m.Id
               orderby m.StartsAt, i.Position
               select new DeferredTopic(i, m.Number, m.StartsAt)).Take(MostDeferred).ToListAsync(ct);

    private static async Task<ILookup<Guid, Material>> MaterialAsync(StudioDb db, IQueryable<AgendaItem> items, IReadOnlyCollection<Guid> topics, CancellationToken ct) =>
        (await db.Set<Material>().AsNoTracking().Where(m => m.RemovedAt == null && (topics.Contains(m.TopicId) || items.Any(i => (i.TopicId ?? i.Id) == m.TopicId))).OrderBy(m => m.Id).ToListAsync(ct))
        .ToLookup(m => m.TopicId);
}
