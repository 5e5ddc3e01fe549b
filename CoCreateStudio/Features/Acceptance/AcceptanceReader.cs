using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Acceptance;

/// <summary>Reads an agreement: for us the draft and all versions, for the customer's people what was sent to them.</summary>
public sealed class AcceptanceReader(ProjectDbFactory projects)
{
    public static readonly IReadOnlyCollection<Type> Kinds =
    [
        typeof(AcceptanceAgreement), typeof(AcceptanceCriterion), typeof(AgreementVersion), typeof(CriterionAnswer), typeof(SignOff), typeof(ChangeRequest), typeof(Measurement), typeof(Verification),
        typeof(CriterionLink), typeof(Participation), typeof(Evidence),
    ];

    /// <param name="customerId">The customer; without, the first that has an agreement, or the first that takes part.</param>
    public async Task<AcceptanceRoom> ReadAsync(Guid projectId, Guid? customerId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        var customers = await (from p in db.Set<Participation>() join c in db.Set<Customer>() on p.CustomerId equals c.Id orderby c.ShortName select new { c.Id, c.ShortName }).ToListAsync(ct);
        var agreements = await db.Set<AcceptanceAgreement>().AsNoTracking().ToListAsync(ct);
        Guid? chosen = customers.Any(c => c.Id == customerId) ? customerId : customers.FirstOrDefault(c => agreements.Any(a => a.CustomerId == c.Id))?.Id ?? customers.FirstOrDefault()?.Id;
        var agreement = agreements.FirstOrDefault(a => a.CustomerId == chosen);
        var outcomes = agreements.Count > 1 ? (await db.JudgedAgreementsAsync(ct)).ToDictionary(a => a.CustomerId, a => a.Outcome) : [];
        var byId = customers.ToDictionary(c => c.Id, c => c.ShortName);
        return agreement is null
            ? new(byId, chosen, null, [], [], [], [], [], [], [], [], new Dictionary<Guid, int>(), new Dictionary<Guid, int>(), [], new Dictionary<Guid, AgreementOutcome>())
            : await ReadAsync(db, byId, agreement, outcomes, ct);
    }

    private static async Task<AcceptanceRoom> ReadAsync(StudioDb db, Dictionary<Guid, string> customers, AcceptanceAgreement agreement, Dictionary<Guid, AgreementOutcome> outcomes, CancellationToken ct)
    {
        var id = agreement.Id;
        var criteria = await db.Set<AcceptanceCriterion>().AsNoTracking().Where(c => c.AgreementId == id).ToListAsync(ct);
        var versions = await db.Set<AgreementVersion>().AsNoTracking().Where(v => v.AgreementId == id).OrderBy(v => v.Number).ToListAsync(ct);
        var answers = await db.Set<CriterionAnswer>().AsNoTracking().Where(a => a.AgreementId == id).OrderBy(a => a.At).ToListAsync(ct);
        var signatures = await db.Set<SignOff>().AsNoTracking().Where(s => s.AgreementId == id).ToListAsync(ct);
        var values = await db.Set<Measurement>().AsNoTracking().Where(m => m.AgreementId == id).ToListAsync(ct);
        var results = await db.Set<Verification>().AsNoTracking().Where(v => v.AgreementId == id).ToListAsync(ct);
        var actionIds = results.Where(r => r.ActionId is not null).Select(r => r.ActionId!.Value).ToList();
        var actions = await db.Set<ActionItem>().Where(a => actionIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Number, ct);
        var meetingIds = answers.Select(a => a.MeetingId).Concat(signatures.Select(s => s.MeetingId)).Concat(results.Select(r => r.WaivedMeetingId)).OfType<Guid>().Distinct().ToList();
        var meetings = await db.Set<Meeting>().Where(m => meetingIds.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Number, ct);
        List<Guid> proven = [.. versions.Select(v => v.Id), .. values.Select(v => v.Id)];
        var proofs = await db.Set<Evidence>().AsNoTracking().Where(e => e.RemovedAt == null && proven.Contains(e.OwnerId)).OrderBy(e => e.AddedAt).ToListAsync(ct);
        return new(customers, agreement.CustomerId, agreement, criteria, versions, answers, signatures, values, results, await LinksAsync(db, id, ct), await RequestsAsync(db, agreement, ct), actions, meetings, proofs, outcomes);
    }

    private static async Task<IReadOnlyList<LinkLine>> LinksAsync(StudioDb db, Guid agreementId, CancellationToken ct)
    {
        var links = from l in db.Set<CriterionLink>() join c in db.Set<AcceptanceCriterion>() on l.CriterionId equals c.Id where c.AgreementId == agreementId select l;
        var requirements = await (from l in links join r in db.Set<Requirement>() on l.TargetId equals r.Id where l.Kind == ServedBy.Requirement && r.ArchivedAt == null select new { l, r.Number, r.Title, r.Description, r.Status }).AsNoTracking().ToListAsync(ct);
        var decisions = await (from l in links join d in db.Set<Decision>() on l.TargetId equals d.Id where l.Kind == ServedBy.Decision && d.ArchivedAt == null select new { l, d.Number, d.Text }).AsNoTracking().ToListAsync(ct);
        return
        [
            .. requirements.OrderBy(r => r.Number).Select(r => new LinkLine(r.l.Id, r.l.CriterionId, ServedBy.Requirement, r.Number, r.Title ?? r.Description ?? "", r.Status)),
            .. decisions.OrderBy(d => d.Number).Select(d => new LinkLine(d.l.Id, d.l.CriterionId, ServedBy.Decision, d.Number, d.Text)),
        ];
    }

    private static async Task<IReadOnlyList<RequestLine>> RequestsAsync(StudioDb db, AcceptanceAgreement agreement, CancellationToken ct) => await db.Set<ChangeRequest>().AsNoTracking()
        .Where(r => r.CustomerId == agreement.CustomerId).OrderBy(r => r.Number)
        .Select(r => new RequestLine(r, db.Set<Meeting>().Where(m => m.Id == r.MeetingId).Select(m => (int?)m.Number).FirstOrDefault(), db.Set<Decision>().Where(d => d.Id == r.DecisionId).Select(d => (int?)d.Number).FirstOrDefault()))
        .ToListAsync(ct);
}
