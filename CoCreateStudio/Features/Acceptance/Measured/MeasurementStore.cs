using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Acceptance.Measured;

/// <summary>Keeping what was measured. What a Member writes down waits until somebody who may confirms it; once a criterion is judged, it is opened again before anything is added.</summary>
public sealed class MeasurementStore(ProjectDbFactory projects, IAccess access, CurrentActor actor, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task AddAsync(Guid projectId, Guid criterionId, MeasuredCard card, CancellationToken ct = default)
    {
        await projects.ChangeAsync(projectId, Right.Propose, async db =>
        {
            var (criterion, agreement) = await db.CriterionAsync(criterionId, ct);
            var signed = await db.SignedAsync(agreement, criterion, ct);
            if ((await db.ResultAsync(criterionId, ct))?.Stands(signed.Content, signed.Version.Number) == true) throw new RuleException(nameof(RuleText.JudgedAlready));
            Measurement measurement = new(signed.Content, agreement, card, actor.Name, Now, actor.Today(clock));
            if ((await access.InAsync(projectId, ct))?.Allows(Right.EditCriteria) == true) measurement.Confirm(signed.Content, actor.Name, Now);
            db.Add(measurement);
        }, ct);
    }

    /// <summary>Lets a value count, also one that was measured for an earlier version.</summary>
    public Task ConfirmAsync(Guid projectId, Guid measurementId, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.EditCriteria, async db =>
    {
        var measurement = await FindAsync(db, measurementId, ct);
        var (criterion, agreement) = await db.CriterionAsync(measurement.CriterionId, ct);
        measurement.Confirm((await db.SignedAsync(agreement, criterion, ct)).Content, actor.Name, Now);
    }, ct);

    /// <summary>Takes a value back; one that counts only for whoever may confirm it.</summary>
    public Task ArchiveAsync(Guid projectId, Guid measurementId, CancellationToken ct = default) => ChangeAsync(projectId, measurementId, m => m.Archive(Now), ct);

    public Task RestoreAsync(Guid projectId, Guid measurementId, CancellationToken ct = default) => ChangeAsync(projectId, measurementId, m => m.Restore(), ct);

    private Task ChangeAsync(Guid projectId, Guid measurementId, Action<Measurement> change, CancellationToken ct) => projects.ChangeAsync(projectId, Right.Propose, async db =>
    {
        var measurement = await FindAsync(db, measurementId, ct);
        if (measurement.ConfirmedAt is not null) await projects.AskAsync(projectId, Right.EditCriteria, ct);
        change(measurement);
    }, ct);

    // A value that was judged by stays as it is until the judgement is opened again: both claim the agreement.
    private static async Task<Measurement> FindAsync(StudioDb db, Guid id, CancellationToken ct)
    {
        var measurement = await db.Set<Measurement>().SingleOrDefaultAsync(m => m.Id == id, ct) ?? throw new RuleException(nameof(RuleText.NotThere));
        if (await db.IsJudgedAsync(measurement, ct)) throw new RuleException(nameof(RuleText.JudgedAlready));
        return measurement;
    }
}
