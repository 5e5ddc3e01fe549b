using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Acceptance.Agreement;

/// <summary>Sending the draft to both sides, taking it back, and answering what the customer asked. One act, one save.</summary>
public sealed class AgreementStore(ProjectDbFactory projects, CurrentActor actor, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Makes a version of the draft.</summary>
    /// <returns>Its number.</returns>
    public async Task<int> SendAsync(Guid projectId, Guid agreementId, CancellationToken ct = default)
    {
        var number = 0;
        await projects.ChangeAsync(projectId, Right.EditCriteria, async db =>
        {
            var agreement = await db.AgreementAsync(agreementId, ct);
            var versions = await db.Set<AgreementVersion>().Where(v => v.AgreementId == agreementId).OrderBy(v => v.Number).ToListAsync(ct);
            var signed = versions.FirstOrDefault(v => v.Number == agreement.SignedVersion) is { } last ? AgreementContent.TryRead(last.Content) ?? throw new RuleException(nameof(RuleText.SealIsBroken), last.Number) : null;
            var version = agreement.Send(await ContentAsync(db, agreement, signed, ct), versions.LastOrDefault(), signed);
            db.Add(version);
            number = version.Number;
        }, ct);
        return number;
    }

    /// <summary>Takes back what was sent; answers that were given stay with what they were given to. What voids a signature is up to whoever may sign.</summary>
    public Task RecallAsync(Guid projectId, Guid versionId, string? reason, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.EditCriteria, async db =>
    {
        var desk = await db.DeskAsync(versionId, ct);
        if (desk.Answers.IsSigned) await projects.AskAsync(projectId, Right.SignAgreements, ct);
        desk.Agreement.Recall(desk.Version, desk.Answers, reason, actor.Name, Now);
    }, ct);

    /// <summary>Replies for our side to what the customer asked or refused.</summary>
    public Task ReplyAsync(Guid projectId, Guid answerId, string words, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.EditCriteria, async db =>
    {
        var (answer, version) = await db.AnswerAsync(answerId, ct);
        answer.ReplyTo(version, Side.Us, words, actor.Name, Now);
    }, ct);

    /// <summary>Keeps that the customer was reminded.</summary>
    public Task RemindAsync(Guid projectId, Guid versionId, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.EditCriteria, async db =>
        (await db.DeskAsync(versionId, ct)).Version.Remind(actor.Name, Now), ct);

    private async Task<AgreementContent> ContentAsync(StudioDb db, AcceptanceAgreement agreement, AgreementContent? signed, CancellationToken ct)
    {
        var project = await db.Set<Project>().SingleAsync(p => p.Id == agreement.ProjectId, ct);
        var customer = await db.Set<Customer>().SingleAsync(c => c.Id == agreement.CustomerId, ct);
        var rows = await db.Set<AcceptanceCriterion>().Where(c => c.AgreementId == agreement.Id && c.ProposedBy == null).ToListAsync(ct);
        var criteria = rows.Where(c => c.ArchivedAt is null).OrderBy(c => c.Dimension).ThenBy(c => c.Position).Select(CriterionContent.Of).ToList();
        var changes = signed is null ? [] : await ChangesAsync(db, rows, AgreementDifference.Between(signed.Criteria, criteria), ct);
        return new(project.Name, customer.Name, agreement.NextVersion, actor.Name, SealedMinutes.Moment(Now), criteria, changes);
    }

    private static async Task<IReadOnlyList<SealedChange>> ChangesAsync(StudioDb db, List<AcceptanceCriterion> rows, IReadOnlyList<CriterionDifference> differences, CancellationToken ct)
    {
        var under = rows.ToDictionary(r => r.Id, r => r.ChangeRequestIds);
        var named = under.Values.SelectMany(ids => ids).Distinct().ToList();
        var requests = await db.Set<ChangeRequest>().Where(r => named.Contains(r.Id)).Select(r => new
        {
            Request = r,
            Meeting = db.Set<Meeting>().Where(m => m.Id == r.MeetingId).Select(m => (int?)m.Number).FirstOrDefault(),
            Decision = db.Set<Decision>().Where(d => d.Id == r.DecisionId).Select(d => (int?)d.Number).FirstOrDefault(),
        }).ToDictionaryAsync(r => r.Request.Id, ct);
        return
        [
            .. from difference in differences
               from id in under.GetValueOrDefault(difference.Id) ?? []
               let why = requests[id]
               select new SealedChange(difference.Code, why.Request.Code, why.Request.What, why.Request.RaisedBy, why.Request.Side, why.Meeting, why.Decision),
        ];
    }
}
