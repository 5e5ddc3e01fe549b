using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Requirements;

/// <summary>What became of a change: the act it was saved as, or the value that somebody else had put there meanwhile.</summary>
public sealed record ChangeOutcome(Guid? ActId, bool IsConflict = false, string? Theirs = null);

/// <summary>Every write of requirements' fields. One act, one save.</summary>
public sealed class RequirementStore(ProjectDbFactory projects, CurrentActor actor, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Collects a new requirement and gives it the project's next number.</summary>
    public async Task<int> AddAsync(Guid projectId, IReadOnlyDictionary<RequirementField, string?> fields, CancellationToken ct = default)
    {
        var added = await ProjectNumbers.InTurnAsync(projectId, async () =>
        {
            await using var db = await projects.OpenAsync(projectId, Right.AddRequirements, ct);
            var requirement = new Requirement(projectId, (await ProjectNumbers.SequenceAsync(db, projectId, NumberSequence.OfRequirements, ct)).Next(),
                fields.GetValueOrDefault(RequirementField.Title), fields.GetValueOrDefault(RequirementField.Description), Now, actor.Name);
            foreach (var (field, value) in fields.Where(f => f.Key is not (RequirementField.Title or RequirementField.Description) && f.Value is not null))
                await WriteAsync(db, requirement, field, value, ct);
            db.Add(requirement);
            return await db.SavedAsync(ct) ? requirement : null;
        }, ct);
        return added.Number;
    }

    /// <summary>Changes one field. Changes of other fields meanwhile merge; a change of the same field is told, not overwritten.</summary>
    /// <param name="seen">What the person saw in the field, as invariant text.</param>
    public async Task<ChangeOutcome> ChangeAsync(
        Guid projectId, Guid id, RequirementField field, string? seen, string? value, string? reason = null, CancellationToken ct = default)
    {
        while (true)
        {
            await using var db = await projects.OpenAsync(projectId, Right.EditRequirements, ct);
            var requirement = await db.Set<Requirement>().SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw new RuleException(nameof(RuleText.NotThere));
            var theirs = requirement.Read(field);
            if (theirs == Blank(value)) return new(null);
            if (theirs != Blank(seen)) return new(null, IsConflict: true, theirs);
            await WriteAsync(db, requirement, field, value, ct, reason);
            if (await db.SavedAsync(ct)) return new(db.ActId);
        }
    }

    /// <summary>Changes one field of many rows in one act: all of them, or none.</summary>
    public async Task<Guid> ChangeManyAsync(
        Guid projectId, IReadOnlyCollection<Guid> ids, RequirementField field, string? value, string? reason = null, CancellationToken ct = default) =>
        await ForEachAsync(projectId, ids, Right.EditRequirements, (db, requirement) => WriteAsync(db, requirement, field, value, ct, reason), ct);

    /// <summary>Says that a requirement is the same need as another. What was merged into it before goes along.</summary>
    public async Task<Guid> MergeAsync(Guid projectId, Guid id, Guid into, CancellationToken ct = default)
    {
        while (true)
        {
            await using var db = await projects.OpenAsync(projectId, Right.EditRequirements, ct);
            var rows = await db.Set<Requirement>().Where(r => r.Id == id || r.Id == into || (r.DuplicateOfId == id && r.Status == RequirementStatus.Duplicate)).ToDictionaryAsync(r => r.Id, ct);
            if (!rows.TryGetValue(id, out var same) || !rows.TryGetValue(into, out var other)) throw new RuleException(nameof(RuleText.NotThere));
            same.MergeInto(other, Now);
            foreach (var earlier in rows.Values.Where(r => r.DuplicateOfId == id)) earlier.MarkDuplicateOf(into);
            if (await db.SavedAsync(ct)) return db.ActId;
        }
    }

    public Task<Guid> ArchiveAsync(Guid projectId, IReadOnlyCollection<Guid> ids, CancellationToken ct = default) =>
        ForEachAsync(projectId, ids, Right.ArchiveRequirements, (_, requirement) => Done(() => requirement.Archive(Now)), ct);

    public Task<Guid> RestoreAsync(Guid projectId, IReadOnlyCollection<Guid> ids, CancellationToken ct = default) =>
        ForEachAsync(projectId, ids, Right.ArchiveRequirements, (_, requirement) => Done(requirement.Restore), ct);

    /// <summary>Takes back an act, as far as nobody has changed the same since.</summary>
    public async Task<int> UndoAsync(Guid projectId, Guid actId, CancellationToken ct = default)
    {
        while (true)
        {
            await using var db = await projects.OpenAsync(projectId, await RightToUndoAsync(projectId, actId, ct), ct);
            var rows = (await db.PutBackAsync<Requirement>(actId, ct)).Back + await TakeBackAddedAsync(db, actId, ct);
            if (rows == 0) throw new RuleException(nameof(RuleText.NothingToUndo));
            if (await db.SavedAsync(ct)) return rows;
        }
    }

    // Rows that the act brought are archived, unless somebody has worked on them since.
    private async Task<int> TakeBackAddedAsync(StudioDb db, Guid actId, CancellationToken ct)
    {
        var added = db.Set<AuditEntry>().Where(e => e.ActId == actId && e.Entity == nameof(Requirement) && e.Action == AuditAction.Added).Select(e => e.EntityId);
        var rows = await db.Set<Requirement>().Where(r => added.Contains(r.Id) && r.ArchivedAt == null && r.Version == 0).ToListAsync(ct);
        foreach (var row in rows) row.Archive(Now);
        return rows.Count;
    }

    // Whoever may not archive may not bring back what was archived either, nor take away what others added.
    private async Task<Right> RightToUndoAsync(Guid projectId, Guid actId, CancellationToken ct)
    {
        await using var db = await projects.OpenAsync(projectId, Right.EditRequirements, ct);
        var ofAct = db.Set<AuditEntry>().AsNoTracking().Where(e => e.ActId == actId && e.Entity == nameof(Requirement));
        var entry = await ofAct.Where(e => e.Action == AuditAction.Changed).OrderBy(e => e.Id).FirstOrDefaultAsync(ct);
        return entry?.Changes.Any(c => c.Field == nameof(Requirement.ArchivedAt)) == true
            || await ofAct.AnyAsync(e => e.Action == AuditAction.Added && e.ActorId != actor.PersonId, ct)
            ? Right.ArchiveRequirements : Right.EditRequirements;
    }

    private async Task<Guid> ForEachAsync(
        Guid projectId, IReadOnlyCollection<Guid> ids, Right right, Func<StudioDb, Requirement, Task> change, CancellationToken ct)
    {
        while (true)
        {
            await using var db = await projects.OpenAsync(projectId, right, ct);
            foreach (var batch in ids.Chunk(500))
                foreach (var requirement in await db.Set<Requirement>().Where(r => batch.Contains(r.Id)).ToListAsync(ct))
                    await change(db, requirement);
            if (await db.SavedAsync(ct)) return db.ActId;
        }
    }

    private async Task WriteAsync(StudioDb db, Requirement requirement, RequirementField field, string? value, CancellationToken ct, string? reason = null)
    {
        field.MustBeWrittenBy(db.Side);
        switch (field)
        {
            case RequirementField.Status:
                requirement.MoveTo(Requirement.StatusOf(value), reason, Now, db.Side);
                break;
            case RequirementField.Owner:
                requirement.Assign(value, await MemberAsync(db, value, ct));
                break;
            case RequirementField.Customer when Guid.TryParse(value, out var customer) && !await db.Set<Participation>().AnyAsync(p => p.CustomerId == customer, ct):
                throw new RuleException(nameof(RuleText.NotACustomerHere));
            case RequirementField.DuplicateOf when Guid.TryParse(value, out var other) && !await db.Set<Requirement>().AnyAsync(r => r.Id == other, ct):
                throw new RuleException(nameof(RuleText.NotThere));
            case RequirementField.SnoozedUntil:
                requirement.Snooze(Requirement.DayOf(value), actor.Today(clock));
                break;
            default:
                requirement.Write(field, value, Now);
                break;
        }
    }

    private static async Task<Guid?> MemberAsync(StudioDb db, string? name, CancellationToken ct) => string.IsNullOrWhiteSpace(name)
        ? null
        : await db.Set<Membership>().Join(db.Set<Person>(), m => m.PersonId, p => p.Id, (m, p) => p)
            .Where(p => p.Name == name.Trim()).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
