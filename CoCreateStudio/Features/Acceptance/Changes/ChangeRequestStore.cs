using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Acceptance.Changes;

/// <summary>Change requests: raised by whoever may propose, decided by whoever answers for the draft, which then changes under them.</summary>
public sealed class ChangeRequestStore(ProjectDbFactory projects, CurrentActor actor, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Raises a change request.</summary>
    /// <param name="accept">Whoever may decide does so in the same step, and the draft changes under it from here on.</param>
    /// <returns>Its code.</returns>
    public async Task<string> RaiseAsync(Guid projectId, Guid agreementId, ChangeCard card, bool accept, CancellationToken ct = default) => (await ProjectNumbers.InTurnAsync(projectId, async () =>
    {
        await using var db = await projects.OpenAsync(projectId, accept ? Right.EditCriteria : Right.Propose, ct);
        var agreement = await db.AgreementAsync(agreementId, ct);
        if (card.MeetingId is { } meeting && !await db.Set<Meeting>().AnyAsync(m => m.Id == meeting, ct)) throw new RuleException(nameof(RuleText.NotThere));
        if (card.DecisionId is { } decision && !await db.Set<Decision>().AnyAsync(d => d.Id == decision, ct)) throw new RuleException(nameof(RuleText.NotThere));
        ChangeRequest request = new(projectId, agreement.CustomerId, (await ProjectNumbers.SequenceAsync(db, projectId, NumberSequence.OfChangeRequests, ct)).Next(), card, Now, actor.PersonId);
        db.Add(request);
        if (accept) Accept(agreement, request, request.Impact);
        return await db.SavedAsync(ct) ? request : null;
    }, ct)).Code;

    /// <summary>Accepts it, having looked at what it does; the draft changes under it from here on.</summary>
    public Task AcceptAsync(Guid projectId, Guid agreementId, Guid requestId, ChangeImpact impact, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.EditCriteria, async db =>
        Accept(await db.AgreementAsync(agreementId, ct), await RequestAsync(db, requestId, ct), impact), ct);

    public Task DeclineAsync(Guid projectId, Guid requestId, string? reason, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.EditCriteria, async db =>
        (await RequestAsync(db, requestId, ct)).Decline(reason, actor.Name, Now), ct);

    /// <summary>Withdraws it: whoever wrote it down, or whoever decides. What changed under it already has to be put back first.</summary>
    public Task WithdrawAsync(Guid projectId, Guid agreementId, Guid requestId, string? reason, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.Propose, async db =>
    {
        var request = await RequestAsync(db, requestId, ct);
        if (request.EnteredBy != actor.PersonId) await projects.AskAsync(projectId, Right.EditCriteria, ct);
        var agreement = await db.AgreementAsync(agreementId, ct);
        var rows = (await db.Set<AcceptanceCriterion>().Where(c => c.AgreementId == agreementId && c.ChangeRequestId != null).ToListAsync(ct)).Where(c => c.ChangeRequestIds.Contains(request.Id)).ToList();
        request.Withdraw(reason, await ChangedAsync(db, agreement, rows, ct), actor.Name, Now);
        agreement.Leave(request);
        foreach (var row in rows) row.Leave(request);
    }, ct);

    /// <summary>Goes on changing the draft under one that was accepted before.</summary>
    public Task ChooseAsync(Guid projectId, Guid agreementId, Guid requestId, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.EditCriteria, async db =>
        (await db.AgreementAsync(agreementId, ct)).ChangeUnder(await RequestAsync(db, requestId, ct)), ct);

    private void Accept(AcceptanceAgreement agreement, ChangeRequest request, ChangeImpact impact)
    {
        request.Accept(impact, actor.Name, Now);
        agreement.ChangeUnder(request);
    }

    // Which of these criteria are not as they were signed.
    private static async Task<IReadOnlyList<string>> ChangedAsync(StudioDb db, AcceptanceAgreement agreement, List<AcceptanceCriterion> rows, CancellationToken ct)
    {
        var version = await db.Set<AgreementVersion>().SingleOrDefaultAsync(v => v.AgreementId == agreement.Id && v.Number == agreement.SignedVersion, ct);
        var signed = version is null ? [] : AgreementContent.TryRead(version.Content)?.Criteria ?? [];
        var ids = rows.Select(r => r.Id).ToHashSet();
        return [.. AgreementDifference.Between([.. signed.Where(c => ids.Contains(c.Id))], [.. rows.Where(r => r.ArchivedAt is null).Select(CriterionContent.Of)]).Select(d => d.Code)];
    }

    private static async Task<ChangeRequest> RequestAsync(StudioDb db, Guid requestId, CancellationToken ct) =>
        await db.Set<ChangeRequest>().SingleOrDefaultAsync(r => r.Id == requestId, ct) ?? throw new RuleException(nameof(RuleText.NotThere));
}
