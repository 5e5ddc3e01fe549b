using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Acceptance.Import;

/// <summary>What an import wrote.</summary>
/// <param name="Act">To undo it.</param>
public sealed record CriteriaWritten(Guid Act, int Count);

/// <summary>Writes the criteria of a file into the draft, all of them in one act, and takes them out again.</summary>
public sealed class CriteriaImportStore(ProjectDbFactory projects, CurrentActor actor, TimeProvider clock)
{
    /// <summary>What the draft says already.</summary>
    public async Task<IReadOnlyList<string>> KnownAsync(Guid projectId, Guid customerId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.EditCriteria, ct);
        return await (from c in db.Set<AcceptanceCriterion>() join a in db.Set<AcceptanceAgreement>() on c.AgreementId equals a.Id where a.CustomerId == customerId && c.ArchivedAt == null select c.Statement).ToListAsync(ct);
    }

    /// <summary>Writes what is new. What the draft says by now is left out, whoever wrote it since the file was read.</summary>
    public async Task<CriteriaWritten> WriteAsync(Guid projectId, Guid customerId, IReadOnlyList<PlannedCriterion> criteria, CancellationToken ct = default)
    {
        CriteriaWritten written = new(Guid.Empty, 0);
        var today = actor.Today(clock);
        await projects.ChangeAsync(projectId, Right.EditCriteria, async db =>
        {
            var agreement = await db.AgreementWithAsync(projectId, customerId, ct);
            var said = (await db.Set<AcceptanceCriterion>().Where(c => c.AgreementId == agreement.Id && c.ArchivedAt == null).Select(c => c.Statement).ToListAsync(ct)).Select(CriteriaFile.Key).ToHashSet();
            var added = criteria.Where(c => c.Kind == PlanKind.New && said.Add(CriteriaFile.Key(c.Statement))).Select(c => c.Make(agreement, today)).ToList();
            if (added.Count == 0) throw new RuleException(nameof(RuleText.AllThereAlready));
            db.AddRange(added);
            written = new(db.ActId, added.Count);
        }, ct);
        return written;
    }

    /// <summary>Takes out what the import added, as long as the draft may be changed. What somebody has changed since stays.</summary>
    /// <returns>How many stay.</returns>
    public async Task<int> UndoAsync(Guid projectId, Guid actId, CancellationToken ct = default)
    {
        var kept = 0;
        await projects.ChangeAsync(projectId, Right.EditCriteria, async db => kept = await UndoAsync(db, actId, ct), ct);
        return kept;
    }

    private async Task<int> UndoAsync(StudioDb db, Guid actId, CancellationToken ct)
    {
        var added = await db.Set<AcceptanceCriterion>().Where(c => c.ArchivedAt == null && db.Set<AuditEntry>().Any(e => e.ActId == actId && e.Action == AuditAction.Added && e.EntityId == c.Id)).ToListAsync(ct);
        if (added.Count == 0) throw new RuleException(nameof(RuleText.NothingToUndo));
        var agreement = await db.AgreementAsync(added[0].AgreementId, ct);
        var ids = added.Select(c => c.Id).ToList();
        var later = await db.Set<AuditEntry>().AsNoTracking().Where(e => e.ActId != actId && ids.Contains(e.EntityId)).ToListAsync(ct);
        var changed = later.Where(e => e.Changes.Any(c => c.Field != nameof(AcceptanceCriterion.Position))).Select(e => e.EntityId).ToHashSet();
        if (changed.Count == added.Count) throw new RuleException(nameof(RuleText.AllChangedSince));
        foreach (var criterion in added.Where(c => !changed.Contains(c.Id))) criterion.Archive(agreement, clock.GetUtcNow().UtcDateTime);
        return changed.Count;
    }
}
