using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Acceptance.Import;

/// <summary>Writes the criteria of a file into the draft, all of them in one act, and takes them out again.</summary>
public sealed class CriteriaImportStore(ProjectDbFactory projects, CurrentActor actor, TimeProvider clock)
{
    /// <summary>What the draft says already.</summary>
    public async Task<IReadOnlyList<string>> KnownAsync(Guid projectId, Guid customerId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.EditCriteria, ct);
        return await (from c in db.Set<AcceptanceCriterion>() join a in db.Set<AcceptanceAgreement>() on c.AgreementId equals a.Id where a.CustomerId == customerId && c.ArchivedAt == null select c.Statement).ToListAsync(ct);
    }

    /// <returns>The act, to undo it.</returns>
    public async Task<Guid> WriteAsync(Guid projectId, Guid customerId, IReadOnlyList<PlannedCriterion> criteria, CancellationToken ct = default)
    {
        var act = Guid.Empty;
        var today = actor.Today(clock);
        await projects.ChangeAsync(projectId, Right.EditCriteria, async db =>
        {
            var agreement = await db.AgreementWithAsync(projectId, customerId, ct);
            db.AddRange(criteria.Where(c => c.Kind == PlanKind.New).Select(c => c.Make(agreement, today)));
            act = db.ActId;
        }, ct);
        return act;
    }

    /// <summary>Takes out what the import added, as long as the draft may be changed.</summary>
    public Task UndoAsync(Guid projectId, Guid actId, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.EditCriteria, async db =>
    {
        var added = await db.Set<AcceptanceCriterion>().Where(c => c.ArchivedAt == null && db.Set<AuditEntry>().Any(e => e.ActId == actId && e.Action == AuditAction.Added && e.EntityId == c.Id)).ToListAsync(ct);
        if (added.Count == 0) throw new RuleException(nameof(RuleText.NothingToUndo));
        var agreement = await db.AgreementAsync(added[0].AgreementId, ct);
        foreach (var criterion in added) criterion.Archive(agreement, clock.GetUtcNow().UtcDateTime);
    }, ct);
}
