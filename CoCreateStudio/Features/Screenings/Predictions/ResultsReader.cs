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
/// <param name="IsArchived">The project is over, and opens no more.</param>
public sealed record ResultRow(string ProjectKey, string Project, bool IsArchived, string Customer, Participation Participation, TraitResult Result);

/// <summary>Reads over all projects that the actor sees from inside, or saw until they were archived, what the traits were at the start, and what came of it; also of those who left.</summary>
public sealed class ResultsReader(ProjectDbFactory projects)
{
    private static readonly RequirementStatus[] Delivered = [RequirementStatus.Delivered, RequirementStatus.Verified];
    private static readonly RequirementStatus[] TakenOn = [RequirementStatus.Accepted, RequirementStatus.Planned, RequirementStatus.InProgress, .. Delivered];

    public async Task<IReadOnlyList<ResultRow>> ReadAsync(CancellationToken ct = default)
    {
        await using var db = await projects.OpenPastAsync(Right.SeeInternal, ct);
        var criteria = (await db.JudgedAgreementsAsync(ct)).ToDictionary(a => (a.ProjectId, a.CustomerId), a => a.Results);
        var requirements = (await RequirementsAsync(db, ct)).ToLookup(r => (r.ProjectId, r.CustomerId));
        var rows = await (from part in db.Set<Participation>().IgnoreQueryFilters([StudioDb.StillHere]).AsNoTracking()
                          join project in db.Set<Project>() on part.ProjectId equals project.Id
                          join customer in db.Set<Customer>() on part.CustomerId equals customer.Id
                          orderby part.BeganAt descending
                          select new { part, project.Key, project.Name, project.ArchivedAt, Customer = customer.ShortName }).ToListAsync(ct);
        return [.. rows.Select(r => new ResultRow(r.Key, r.Name, r.ArchivedAt is not null, r.Customer, r.part, new(r.part.ProjectId, r.part.CustomerId, r.part.TraitsAtStart,
            Results(criteria.GetValueOrDefault((r.part.ProjectId, r.part.CustomerId), []), requirements[(r.part.ProjectId, r.part.CustomerId)]))))];
    }

    private static Dictionary<ResultKind, Share> Results(IReadOnlyList<Verification> criteria, IEnumerable<Counted> requirements) => new()
    {
        [ResultKind.CriteriaPassed] = new(criteria.Count(c => c.Result == VerificationResult.Passed), criteria.Count),
        [ResultKind.RequirementsDelivered] = new(requirements.Where(r => Delivered.Contains(r.Status)).Sum(r => r.Count), requirements.Where(r => TakenOn.Contains(r.Status)).Sum(r => r.Count)),
        [ResultKind.TimeKept] = new(criteria.Count(c => c.IsInTime == true), criteria.Count(c => c.IsInTime is not null)),
    };

    private static async Task<List<Counted>> RequirementsAsync(StudioDb db, CancellationToken ct) =>
        await db.Set<Requirement>().Where(r => r.ArchivedAt == null && r.CustomerId != null)
            .GroupBy(r => new { r.ProjectId, r.CustomerId, r.Status })
            .Select(g => new Counted(g.Key.ProjectId, g.Key.CustomerId ?? Guid.Empty, g.Key.Status, g.Count())).ToListAsync(ct);

    private sealed record Counted(Guid ProjectId, Guid CustomerId, RequirementStatus Status, int Count);
}
