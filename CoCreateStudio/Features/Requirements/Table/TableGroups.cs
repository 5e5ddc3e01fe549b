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
public sealed record TableTotals(IReadOnlyDictionary<RequirementStatus, int> ByStatus, IReadOnlyList<RowGroup> Groups, int Rows, int Open, int WithUs, int WithCustomer, int Late, int AnswerLate = 0);

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
        var reader = await table.ReaderAsync(projectId, ct);
        var key = (projectId, db.OnlyCustomer, live.Stamp(projectId, typeof(Requirement)), reader.Today, reader.Zone.Id, reader.Answers, Query: FilterAddress.Of(filter with { Folded = [], SortedBy = null }));
        return await cache.GetOrCreateAsync(key, entry =>
        {
            entry.SlidingExpiration = TimeSpan.FromMinutes(2);
            return CountAsync(db, filter, reader, ct);
        }) ?? throw new InvalidOperationException("Nothing was counted.");
    }

    private static async Task<TableTotals> CountAsync(StudioDb db, RequirementFilter filter, ReaderDay reader, CancellationToken ct)
    {
        var all = db.Set<Requirement>().AsNoTracking();
        var byStatus = await CountAsync(all.Matching(filter with { Statuses = [], LateOnly = false, AnswerLate = false }, reader).GroupBy(r => r.Status), reader.Today, ct);
        var grouped = filter.AnswerLate ? await CountAsync(all.Matching(filter with { LateOnly = false }, reader).GroupBy(r => r.Status), reader.Today, ct) : byStatus;
        var groups = filter.GroupedBy switch
        {
            GroupBy.Customer => Named(await CountAsync(all.Matching(filter, reader).GroupBy(r => r.CustomerId), reader.Today, ct), c => c?.ToString() ?? Nobody),
            GroupBy.Category => Named(await CountAsync(all.Matching(filter, reader).GroupBy(r => r.Category), reader.Today, ct), c => c ?? Nobody),
            _ => OfStatuses(grouped, filter),
        };
        int In(Func<RequirementStatus, bool> which) => byStatus.Where(s => which(s.Key)).Sum(s => s.Count);
        return new(byStatus.ToDictionary(s => s.Key, s => s.Count), filter.GroupedBy == GroupBy.None ? [] : groups, groups.Sum(g => g.Count),
            In(s => s.IsOpen()), In(s => s.WaitsFor() == Side.Us), In(s => s.WaitsFor() == Side.Customer),
            byStatus.Where(s => s.Key.IsOpen()).Sum(s => s.Late),
            db.OnlyCustomer is null ? await all.Matching(filter with { Statuses = [], LateOnly = false, AnswerLate = true }, reader).CountAsync(ct) : 0);
    }

    // Sides and statuses need no count of their own: they are sums of what was counted by status.
    private static List<RowGroup> OfStatuses(List<Counted<RequirementStatus>> byStatus, RequirementFilter filter) =>
    [
        .. from counted in byStatus
           where filter.Statuses.IsEmpty || filter.Statuses.Contains(counted.Key)
           let rows = !filter.LateOnly ? counted.Count : counted.Key.IsOpen() ? counted.Late : 0
           where rows > 0
           group (counted, rows) by GroupOf(counted.Key, filter.GroupedBy) into side
           orderby side.Key.Rank
           select new RowGroup(side.Key.Name, side.Sum(s => s.rows), side.Where(s => s.counted.Key.IsOpen()).Sum(s => s.counted.Late), side.Min(s => s.counted.Since)),
    ];

    private static (int Rank, string Name) GroupOf(RequirementStatus status, GroupBy by) => by switch
    {
        GroupBy.Status => ((int)status, status.ToString()),
        GroupBy.WaitsFor => status.WaitsFor() switch { Side.Us => (0, nameof(Side.Us)), Side.Customer => (1, nameof(Side.Customer)), _ => (2, Nobody) },
        _ => (0, Nobody),
    };

    private static Task<List<Counted<T>>> CountAsync<T>(IQueryable<IGrouping<T, Requirement>> groups, DateOnly today, CancellationToken ct) =>
        groups.OrderBy(g => g.Key)
            .Select(g => new Counted<T>(g.Key, g.Count(), g.Count(r => r.Status < RequirementStatus.Verified && r.TargetDate < today), g.Min(r => r.StatusSince)))
            .ToListAsync(ct);

    private static List<RowGroup> Named<T>(List<Counted<T>> groups, Func<T, string> name) =>
        [.. groups.Select(g => new RowGroup(name(g.Key), g.Count, g.Late, g.Since))];

    private sealed record Counted<T>(T Key, int Count, int Late, DateTime Since);
}
