using System.Runtime.CompilerServices;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Live;
using CoCreateStudio.Kit.Ui.Table;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings.Actions;

/// <summary>Reads actions and open issues of a project; never more of them than are shown.</summary>
public sealed class ActionList(ProjectDbFactory projects, CurrentActor actor, TimeProvider clock, SharedReads reads, LiveHub live)
{
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(2);

    /// <summary>The day that it is where the reader lives.</summary>
    public DateOnly Today => actor.Today(clock);

    /// <summary>Counts what the filter finds, by owner; remembered until one of them changes.</summary>
    public async Task<ActionTotals> CountAsync(Guid projectId, ActionFilter filter, CancellationToken ct = default)
    {
        var grant = await projects.AskAsync(projectId, Right.ViewProject, ct);
        var stamp = live.Stamp(projectId, filter.Of == ActionKind.Actions ? typeof(ActionItem) : typeof(OpenIssue));
        var shown = grant.OnlyCustomer is null ? 0 : live.Stamp(projectId, typeof(Meeting)); // a meeting that is shown to them brings what was said in it
        var today = Today;
        return await reads.GetAsync((nameof(ActionTotals), projectId, grant.OnlyCustomer, stamp, shown, today, filter.Of, filter.CustomerId, filter.Text), Keep, async () =>
        {
            await using var own = await projects.OpenAsync(projectId, Right.ViewProject, CancellationToken.None);
            return await CountAsync(own, filter, today, CancellationToken.None);
        }, ct);
    }

    /// <summary>The rows of a window.</summary>
    public async Task<IReadOnlyList<ActionRow>> ReadAsync(Guid projectId, ActionFilter filter, IReadOnlyList<Stretch> window, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        List<ActionRow> rows = [];
        foreach (var stretch in window) rows.AddRange(await WithMeetings(db, Filtered(db, filter, Enum.Parse<ActionGroup>(stretch.Group)).Skip(stretch.Skip).Take(stretch.Take)).ToListAsync(ct));
        return await WithCarriedAsync(db, rows, ct);
    }

    public async Task<IReadOnlyList<ActionRow>> ReadAsync(Guid projectId, ActionKind kind, IReadOnlyCollection<Guid> ids, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        return await WithCarriedAsync(db, await WithMeetings(db, db.Rows(kind).Where(r => ids.Contains(r.Id))).ToListAsync(ct), ct);
    }

    /// <summary>The one with a number; null when there is none that the actor may see.</summary>
    public async Task<ActionRow?> FindAsync(Guid projectId, ActionKind kind, int number, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        return (await WithCarriedAsync(db, await WithMeetings(db, db.Rows(kind).Where(r => r.Number == number)).ToListAsync(ct), ct)).SingleOrDefault();
    }

    /// <summary>All rows in the order of the screen, one after the other.</summary>
    public async IAsyncEnumerable<ActionRow> StreamAsync(Guid projectId, ActionFilter filter, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        var held = await db.HeldAsync(DateTime.MinValue, ct);
        foreach (var group in ActionQuery.Groups(filter))
            await foreach (var row in WithMeetings(db, Filtered(db, filter, group)).AsAsyncEnumerable().WithCancellation(ct)) yield return Counted(row, held);
    }

    private IQueryable<ActionRow> Filtered(StudioDb db, ActionFilter filter, ActionGroup group) => db.Rows(filter.Of).Saying(filter).Shown(filter, Today, actor.Name).InGroup(filter, group);

    private static async Task<ActionTotals> CountAsync(StudioDb db, ActionFilter filter, DateOnly today, CancellationToken ct) => new(
        await db.Rows(filter.Of).Saying(filter).GroupBy(r => r.Owner)
            .Select(g => new OwnerCount(g.Key, g.Count(), g.Count(r => r.EndedAt == null), g.Count(r => r.EndedAt == null && r.DueOn != null), g.Count(r => r.EndedAt == null && r.DueOn < today))).ToListAsync(ct));

    private static IQueryable<ActionRow> WithMeetings(StudioDb db, IQueryable<ActionRow> rows) => rows.LeftJoin(db.Set<Meeting>(), r => r.MeetingId, m => (Guid?)m.Id, (r, m) => new ActionRow
    {
        Id = r.Id,
        Kind = r.Kind,
        Number = r.Number,
        Text = r.Text,
        Owner = r.Owner,
        DueOn = r.DueOn,
        EndedAt = r.EndedAt,
        Ended = r.Ended,
        CustomerId = r.CustomerId,
        SaidAt = r.SaidAt,
        Author = r.Author,
        MeetingId = r.MeetingId,
        MeetingNumber = m == null ? null : m.Number,
        MeetingTitle = m == null ? null : m.Title,
    });

    private static async Task<IReadOnlyList<ActionRow>> WithCarriedAsync(StudioDb db, List<ActionRow> rows, CancellationToken ct)
    {
        if (rows.Count == 0) return rows;
        var held = await db.HeldAsync(rows.Min(r => r.SaidAt), ct);
        return [.. rows.Select(r => Counted(r, held))];
    }

    private static ActionRow Counted(ActionRow row, HeldMeetings held) => row with { Carried = held.Carried(row.MeetingId, row.CustomerId, row.SaidAt, row.EndedAt) };
}
