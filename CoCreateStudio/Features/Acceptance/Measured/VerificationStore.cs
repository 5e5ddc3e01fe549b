using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Acceptance.Measured;

/// <summary>Judging what was signed: passed or failed by the last value that counts, or waived by both sides. One act, one save.</summary>
public sealed class VerificationStore(ProjectDbFactory projects, CurrentActor actor, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task JudgeAsync(Guid projectId, Guid criterionId, CancellationToken ct = default) => ActAsync(projectId, criterionId, async (db, signed, version, verification) =>
    {
        var last = await db.Set<Measurement>().Where(m => m.CriterionId == criterionId && m.ConfirmedAt != null && m.ArchivedAt == null).OrderByDescending(m => m.On).ThenByDescending(m => m.At).FirstOrDefaultAsync(ct);
        verification.Judge(signed, version, last, actor.Name, Now);
    }, ct);

    public Task WaiveAsync(Guid projectId, Guid criterionId, string reason, string forUs, string forThem, CancellationToken ct = default) => ActAsync(projectId, criterionId, (_, signed, version, verification) =>
    {
        verification.Waive(signed, version, reason, forUs, forThem, actor.Name, Now);
        return Task.CompletedTask;
    }, ct);

    public Task ReopenAsync(Guid projectId, Guid criterionId, CancellationToken ct = default) => ActAsync(projectId, criterionId, (_, _, _, verification) =>
    {
        verification.Reopen(actor.Name, Now);
        return Task.CompletedTask;
    }, ct);

    /// <summary>Makes an action of what failed or was waived.</summary>
    /// <returns>Its number.</returns>
    public async Task<int> GoOnAsync(Guid projectId, Guid criterionId, string text, string? owner, DateOnly? due, CancellationToken ct = default) => (await ProjectNumbers.InTurnAsync(projectId, async () =>
    {
        await using var db = await projects.OpenAsync(projectId, Right.EditCriteria, ct);
        var (_, agreement) = await db.CriterionAsync(criterionId, ct);
        var verification = await db.Set<Verification>().SingleOrDefaultAsync(v => v.CriterionId == criterionId, ct) ?? throw new RuleException(nameof(RuleText.NothingRemains));
        ActionItem action = new(new(projectId, null, null, agreement.CustomerId, actor.PersonId, actor.Name, Now), (await ProjectNumbers.SequenceAsync(db, projectId, NumberSequence.OfActions, ct)).Next(), text, owner, due);
        verification.GoOnAs(action.Id);
        db.Add(action);
        return await db.SavedAsync(ct) ? action : null;
    }, ct)).Number;

    private Task ActAsync(Guid projectId, Guid criterionId, Func<StudioDb, CriterionContent, int, Verification, Task> act, CancellationToken ct) => projects.ChangeAsync(projectId, Right.EditCriteria, async db =>
    {
        var (criterion, agreement) = await db.CriterionAsync(criterionId, ct);
        var signed = await db.BindingAsync(agreement, criterion, ct);
        var verification = await db.Set<Verification>().SingleOrDefaultAsync(v => v.CriterionId == criterionId, ct);
        if (verification is null) db.Add(verification = new(projectId, agreement.Id, criterionId));
        await act(db, signed, agreement.SignedVersion!.Value, verification);
    }, ct);
}
