using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Acceptance.Changes;

/// <summary>Raising change requests, and saying under which one the draft changes.</summary>
public sealed class ChangeRequestStore(ProjectDbFactory projects, TimeProvider clock)
{
    /// <summary>Raises a change request, and changes the draft under it from here on.</summary>
    /// <returns>Its code.</returns>
    public async Task<string> RaiseAsync(Guid projectId, Guid agreementId, ChangeCard card, CancellationToken ct = default) => (await ProjectNumbers.InTurnAsync(projectId, async () =>
    {
        await using var db = await projects.OpenAsync(projectId, Right.EditCriteria, ct);
        var agreement = await db.AgreementAsync(agreementId, ct);
        if (card.MeetingId is { } meeting && !await db.Set<Meeting>().AnyAsync(m => m.Id == meeting, ct)) throw new RuleException(nameof(RuleText.NotThere));
        if (card.DecisionId is { } decision && !await db.Set<Decision>().AnyAsync(d => d.Id == decision, ct)) throw new RuleException(nameof(RuleText.NotThere));
        ChangeRequest request = new(projectId, agreement.CustomerId, (await ProjectNumbers.SequenceAsync(db, projectId, NumberSequence.OfChangeRequests, ct)).Next(), card, clock.GetUtcNow().UtcDateTime);
        db.Add(request);
        agreement.ChangeUnder(request);
        return await db.SavedAsync(ct) ? request : null;
    }, ct)).Code;

    public Task ChooseAsync(Guid projectId, Guid agreementId, Guid requestId, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.EditCriteria, async db =>
    {
        var request = await db.Set<ChangeRequest>().SingleOrDefaultAsync(r => r.Id == requestId, ct) ?? throw new RuleException(nameof(RuleText.NotThere));
        (await db.AgreementAsync(agreementId, ct)).ChangeUnder(request);
    }, ct);
}
