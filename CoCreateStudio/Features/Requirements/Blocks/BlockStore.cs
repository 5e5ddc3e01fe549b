using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Requirements.Blocks;

/// <summary>Puts blocks of cells into the table: tried first, then written whole as one act, or not at all.</summary>
public sealed class BlockStore(ProjectDbFactory projects, ProjectFactsReader facts, CurrentActor actor, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What the block would do; nothing is written.</summary>
    public async Task<BlockPlan> PlanAsync(Guid projectId, BlockText block, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.EditRequirements, ct);
        if (block.Height > BlockText.MostRows) throw new RuleException(nameof(RuleText.BlockTooLong), block.Height, BlockText.MostRows);
        var known = await facts.ReadAsync(projectId, ct);
        var rows = await RowsAsync(db.Set<Requirement>().AsNoTracking(), block.Rows, ct);
        BlockReading reading = new(block, known, actor.TimeZone, await CellWriting.StartAsync(db, Now, ct), seesInternal: db.OnlyCustomer is null);
        return reading.Try([.. block.Rows.Select(id => rows.TryGetValue(id, out var row) ? row : throw new RuleException(nameof(RuleText.NotThere)))]);
    }

    /// <summary>Writes a plan. Where somebody has changed one of its cells since, that is told and nothing is written.</summary>
    /// <param name="reason">For each status that wants one and has none of its own.</param>
    public async Task<BlockOutcome> WriteAsync(Guid projectId, BlockPlan plan, string? reason, CancellationToken ct = default)
    {
        return await ProjectNumbers.InTurnAsync(projectId, async () =>
        {
            await using var db = await projects.OpenAsync(projectId, Right.EditRequirements, ct);
            if (plan.NewRows.Count > 0) await using (await projects.OpenAsync(projectId, Right.AddRequirements, ct)) { }
            var rows = await RowsAsync(db.Set<Requirement>(), [.. plan.Changes.Select(c => c.RowId).Distinct()], ct);
            var conflicts = plan.Changes.Where(c => !rows.ContainsKey(c.RowId)).Select(c => new CellConflict(c, null))
                .Concat(plan.Changes.Where(c => rows.TryGetValue(c.RowId, out var row) && row.Read(c.Field) is var theirs && theirs != c.Old && theirs != c.New)
                    .Select(c => new CellConflict(c, rows[c.RowId].Read(c.Field)))).ToList();
            if (conflicts.Count > 0) return new(null, conflicts);
            var writing = await CellWriting.StartAsync(db, Now, ct);
            foreach (var change in plan.Changes) writing.Write(rows[change.RowId], change.Field, change.New, change.Reason, reason);
            if (plan.NewRows.Count > 0) await AddAsync(db, projectId, plan, writing, reason, ct);
            return await db.SavedAsync(ct) ? new BlockOutcome(db.ActId, []) : null;
        }, ct);
    }

    private async Task AddAsync(StudioDb db, Guid projectId, BlockPlan plan, CellWriting writing, string? reason, CancellationToken ct)
    {
        var number = (await ProjectNumbers.SequenceAsync(db, projectId, NumberSequence.OfRequirements, ct)).Take(plan.NewRows.Count);
        db.AddRange(plan.NewRows.Select(row => writing.New(projectId, number++, row, reason, actor.Name)));
    }

    private static async Task<Dictionary<Guid, Requirement>> RowsAsync(IQueryable<Requirement> all, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        Dictionary<Guid, Requirement> rows = [];
        foreach (var batch in ids.Chunk(500))
            foreach (var row in await all.Where(r => batch.Contains(r.Id)).ToListAsync(ct)) rows[row.Id] = row;
        return rows;
    }
}
