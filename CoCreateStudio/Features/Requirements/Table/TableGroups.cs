using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CoCreateStudio.Features.Requirements.Table;

/// <summary>One group of the table with its true size, however many of its rows are shown.</summary>
/// <param name="Key">The value that its rows share: a side, a status, a customer's id, a category; <see cref="TableGroups.Nobody"/> for none.</param>
/// <param name="Since">When the one that waits longest began to.</param>
public sealed record RowGroup(string Key, int Count, int Late, DateTime Since);

/// <summary>What the head of the table says: rows by status, by group, and the facts.</summary>
public sealed record TableTotals(IReadOnlyDictionary<RequirementStatus, int> ByStatus, IReadOnlyList<RowGroup> Groups, int Rows, int Open, int WithUs, int WithCustomer, int Late);

/// <summary>
/// Counts rows in the database and remembers the answer until a requirement of the project changes, so that many open
/// pages cost one count.
/// </summary>
public sealed class TableGroups(ProjectDbFactory projects, RequirementTable table, IMemoryCache cache, LiveHub live)
{
    public const string Nobody = "-";

    public async Task<TableTotals> CountAsync(Guid projectId, RequirementFilter filter, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        filter = filter.For(isInternal: db.OnlyCustomer is null);
        var today = table.Today;
        var key = (projectId, db.OnlyCustomer, live.Stamp(projectId, typeof(Requirement)), today, Query: FilterAddress.Of(filter with { Folded = [], SortedBy = null }));
        return await cache.GetOrCreateAsync(key, entry =>
        {
            entry.SlidingExpiration = TimeSpan.FromMinutes(2);
            return CountAsync(db, filter, today, ct);
        }) ?? throw new InvalidOperationException("Nothing was counted.");
    }

    private static async Task<TableTotals> CountAsync(StudioDb db, RequirementFilter filter, DateOnly today, CancellationToken ct)
    {
        var all = db.Set<Requirement>().AsNoTracking();
        var byStatus = await all.Matching(filter with { Statuses = [], LateOnly = false }, today)
            .GroupBy(r => r.Status)
            .Select(g => new { g.Key, Count = g.Count(), Late = g.Count(r => r.TargetDate < today) })
            .ToListAsync(ct);
        var groups = await GroupsAsync(all.Matching(filter, today), filter.GroupedBy, today, ct);
        int In(Func<RequirementStatus, bool> which) => byStatus.Where(s => which(s.Key)).Sum(s => s.Count);
        return new(byStatus.ToDictionary(s => s.Key, s => s.Count), filter.GroupedBy == GroupBy.None ? [] : groups, groups.Sum(g => g.Count),
            In(s => s.IsOpen()), In(s => s.WaitsFor() == Side.Us), In(s => s.WaitsFor() == Side.Customer),
            byStatus.Where(s => s.Key.IsOpen()).Sum(s => s.Late));
    }

    private static async Task<IReadOnlyList<RowGroup>> GroupsAsync(IQueryable<Requirement> rows, GroupBy by, DateOnly today, CancellationToken ct) => by switch
    {
        GroupBy.WaitsFor => Sides(await GroupsAsync(rows.GroupBy(RequirementQuery.WaitsForRank), today, ct)),
        GroupBy.Status => Named(await GroupsAsync(rows.GroupBy(r => r.Status), today, ct), s => s.ToString()),
        GroupBy.Customer => Named(await GroupsAsync(rows.GroupBy(r => r.CustomerId), today, ct), c => c?.ToString() ?? Nobody),
        GroupBy.Category => Named(await GroupsAsync(rows.GroupBy(r => r.Category), today, ct), c => c ?? Nobody),
        _ => [new(Nobody, await rows.CountAsync(ct), 0, default)],
    };

    private static async Task<List<(T Key, int Count, int Late, DateTime Since)>> GroupsAsync<T>(IQueryable<IGrouping<T, Requirement>> groups, DateOnly today, CancellationToken ct) =>
        [.. (await groups.OrderBy(g => g.Key)
            .Select(g => new { g.Key, Count = g.Count(), Late = g.Count(r => r.Status < RequirementStatus.Verified && r.TargetDate < today), Since = g.Min(r => r.StatusSince) })
            .ToListAsync(ct)).Select(g => (g.Key, g.Count, g.Late, g.Since))];

    private static List<RowGroup> Sides(List<(int Key, int Count, int Late, DateTime Since)> groups) =>
        Named(groups, rank => rank switch { 0 => nameof(Side.Us), 1 => nameof(Side.Customer), _ => Nobody });

    private static List<RowGroup> Named<T>(List<(T Key, int Count, int Late, DateTime Since)> groups, Func<T, string> name) =>
        [.. groups.Select(g => new RowGroup(name(g.Key), g.Count, g.Late, g.Since))];
}
