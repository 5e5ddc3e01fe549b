using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Screenings.Predictions;

/// <summary>One customer in one project: how it came in, how it stood then, and what came of it.</summary>
public sealed record ResultRow(string ProjectKey, string Project, string Customer, Participation Participation, TraitResult Result);

/// <summary>Reads over all projects that the actor sees from inside what the traits were at the start, and what came of it.</summary>
public sealed class ResultsReader(ProjectDbFactory projects)
{
    private static readonly RequirementStatus[] Delivered = [RequirementStatus.Delivered, RequirementStatus.Verified];
    private static readonly RequirementStatus[] TakenOn = [RequirementStatus.Accepted, RequirementStatus.Planned, RequirementStatus.InProgress, .. Delivered];

    public async Task<IReadOnlyList<ResultRow>> ReadAsync(CancellationToken ct = default)
    {
        await using var db = await projects.OpenDirectoryAsync(Right.SeeInternal, ct);
        var criteria = (await CriteriaAsync(db, ct)).ToLookup(c => (c.ProjectId, c.CustomerId));
        var requirements = (await RequirementsAsync(db, ct)).ToLookup(r => (r.ProjectId, r.CustomerId));
        var rows = await (from part in db.Set<Participation>().AsNoTracking()
                          join project in db.Set<Project>() on part.ProjectId equals project.Id
                          join customer in db.Set<Customer>() on part.CustomerId equals customer.Id
                          orderby part.BeganAt descending
                          select new { part, project.Key, project.Name, Customer = customer.ShortName }).ToListAsync(ct);
        return [.. rows.Select(r => new ResultRow(r.Key, r.Name, r.Customer, r.part, new(r.part.ProjectId, r.part.CustomerId, r.part.TraitsAtStart,
            Results(criteria[(r.part.ProjectId, r.part.CustomerId)], requirements[(r.part.ProjectId, r.part.CustomerId)]))))];
    }

    private static Dictionary<ResultKind, Share> Results(IEnumerable<Judged> criteria, IEnumerable<Counted> requirements) => new()
    {
        [ResultKind.CriteriaPassed] = new(criteria.Count(c => c.Passed), criteria.Count()),
        [ResultKind.RequirementsDelivered] = new(requirements.Where(r => Delivered.Contains(r.Status)).Sum(r => r.Count), requirements.Where(r => TakenOn.Contains(r.Status)).Sum(r => r.Count)),
        [ResultKind.TimeKept] = new(criteria.Count(c => c.InTime), criteria.Count(c => c.DueOn is not null)),
    };

    private static async Task<List<Judged>> CriteriaAsync(StudioDb db, CancellationToken ct) =>
        await (from v in db.Set<Verification>()
               where v.Result != VerificationResult.Open
               join a in db.Set<AcceptanceAgreement>() on v.AgreementId equals a.Id
               join c in db.Set<AcceptanceCriterion>() on v.CriterionId equals c.Id
               select new Judged(a.ProjectId, a.CustomerId, v.Result == VerificationResult.Passed, c.DueOn,
                   db.Set<Measurement>().Where(m => m.CriterionId == c.Id && m.ConfirmedAt != null && m.ArchivedAt == null).Max(m => (DateOnly?)m.On))).ToListAsync(ct);

    private static async Task<List<Counted>> RequirementsAsync(StudioDb db, CancellationToken ct) =>
        await db.Set<Requirement>().Where(r => r.ArchivedAt == null && r.CustomerId != null)
            .GroupBy(r => new { r.ProjectId, r.CustomerId, r.Status })
            .Select(g => new Counted(g.Key.ProjectId, g.Key.CustomerId ?? Guid.Empty, g.Key.Status, g.Count())).ToListAsync(ct);

    /// <param name="MeasuredOn">The day of the value that was held against the target.</param>
    private sealed record Judged(Guid ProjectId, Guid CustomerId, bool Passed, DateOnly? DueOn, DateOnly? MeasuredOn)
    {
        public bool InTime => Passed && DueOn is not null && MeasuredOn <= DueOn;
    }

    private sealed record Counted(Guid ProjectId, Guid CustomerId, RequirementStatus Status, int Count);
}
