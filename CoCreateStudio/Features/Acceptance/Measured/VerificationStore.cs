using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Features.Acceptance.Agreement;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Acceptance.Measured;

/// <summary>Judging what was signed: passed or failed by the last value that counts, or waived by both sides. One act, one save.</summary>
public sealed class VerificationStore(ProjectDbFactory projects, CurrentActor actor, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task JudgeAsync(Guid projectId, Guid criterionId, CancellationToken ct = default) => ActAsync(projectId, criterionId, Right.EditCriteria, async (db, signed, verification) =>
    {
        var values = await db.Set<Measurement>().Where(m => m.CriterionId == criterionId && m.ConfirmedAt != null && m.ArchivedAt == null).OrderByDescending(m => m.On).ThenByDescending(m => m.At).ToListAsync(ct);
        var last = values.Find(m => m.Measures(signed.Content));
        var proofs = last is null ? [] : await db.Set<Evidence>().Where(e => e.OwnerId == last.Id && e.RemovedAt == null).ToListAsync(ct);
        verification.Judge(signed, last, proofs, actor.Name, Now);
    }, ct);

    /// <summary>Waives it: for us who acts, and may sign; for the customer who said so, with what proves it.</summary>
    public Task WaiveAsync(Guid projectId, Guid criterionId, string reason, Given given, CancellationToken ct = default) => ActAsync(projectId, criterionId, Right.SignAgreements, async (db, signed, verification) =>
    {
        var agreement = await db.AgreementAsync(signed.Version.AgreementId, ct);
        verification.Waive(signed, reason, actor.Name, await db.RecordedAsync(agreement, signed.Version, given, actor.Name, Now, ct), Now);
    }, ct);

    /// <summary>Opens it again; what both sides waived only for whoever may sign.</summary>
    public Task ReopenAsync(Guid projectId, Guid criterionId, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.EditCriteria, async db =>
    {
        await db.CriterionAsync(criterionId, ct);
        var verification = await db.ResultAsync(criterionId, ct) ?? throw new RuleException(nameof(RuleText.NotJudgedYet));
        if (verification.Result == VerificationResult.Waived) await projects.AskAsync(projectId, Right.SignAgreements, ct);
        verification.Reopen(actor.Name, Now);
    }, ct);

    /// <summary>Makes an action of what failed or was waived.</summary>
    /// <returns>Its number.</returns>
    public async Task<int> GoOnAsync(Guid projectId, Guid criterionId, string text, string? owner, DateOnly? due, CancellationToken ct = default) => (await ProjectNumbers.InTurnAsync(projectId, async () =>
    {
        await using var db = await projects.OpenAsync(projectId, Right.EditCriteria, ct);
        var (_, agreement) = await db.CriterionAsync(criterionId, ct);
        var verification = await db.ResultAsync(criterionId, ct) ?? throw new RuleException(nameof(RuleText.NothingRemains));
        ActionItem action = new(new(projectId, null, null, agreement.CustomerId, actor.PersonId, actor.Name, Now), (await ProjectNumbers.SequenceAsync(db, projectId, NumberSequence.OfActions, ct)).Next(), text, owner, due);
        verification.GoOnAs(action.Id);
        db.Add(action);
        return await db.SavedAsync(ct) ? action : null;
    }, ct)).Number;

    /// <summary>What was judged, waived and opened again, the newest first.</summary>
    public async Task<IReadOnlyList<VerdictStep>> HistoryAsync(Guid projectId, Guid verificationId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.SeeInternal, ct);
        if (await db.Set<Verification>().AsNoTracking().SingleOrDefaultAsync(v => v.Id == verificationId, ct) is not { } now) return [];
        return [.. VerdictStep.Of(now, await db.Set<AuditEntry>().AsNoTracking().Where(e => e.EntityId == verificationId).OrderByDescending(e => e.Id).ToListAsync(ct))];
    }

    private Task ActAsync(Guid projectId, Guid criterionId, Right right, Func<StudioDb, SignedCriterion, Verification, Task> act, CancellationToken ct) => projects.ChangeAsync(projectId, right, async db =>
    {
        var (criterion, agreement) = await db.CriterionAsync(criterionId, ct);
        var signed = await db.SignedAsync(agreement, criterion, ct);
        var verification = await db.ResultAsync(criterionId, ct);
        if (verification is null) db.Add(verification = new(projectId, agreement.Id, criterionId));
        await act(db, signed, verification);
    }, ct);
}
