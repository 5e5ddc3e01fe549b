using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Customers;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Infrastructure.Data;

/// <summary>An agreement as both sides signed it last, with the results that stand.</summary>
/// <param name="Results">Of what is signed now; nothing that was judged against something else.</param>
public sealed record JudgedAgreement(Guid ProjectId, Guid CustomerId, AgreementOutcome Outcome, IReadOnlyList<Verification> Results);

/// <summary>What came of the agreements of the projects that a context sees.</summary>
public static class JudgedAgreements
{
    /// <summary>All that were begun with a customer who takes part, and those signed with one who did.</summary>
    public static async Task<IReadOnlyList<JudgedAgreement>> JudgedAgreementsAsync(this StudioDb db, CancellationToken ct)
    {
        var agreements = await db.Set<AcceptanceAgreement>()
            .Where(a => a.SignedVersion != null || db.Set<Participation>().Any(p => p.ProjectId == a.ProjectId && p.CustomerId == a.CustomerId))
            .Select(a => new { a.Id, a.ProjectId, a.CustomerId, a.SignedVersion }).ToListAsync(ct);
        var results = (await db.Set<Verification>().AsNoTracking().Where(v => v.Result != VerificationResult.Open).ToListAsync(ct)).ToLookup(v => v.AgreementId);

        // What nobody has judged is open without a look at what it says.
        Guid[] judged = [.. agreements.Where(a => a.SignedVersion is not null && results.Contains(a.Id)).Select(a => a.Id)];
        var signed = await (from v in db.Set<AgreementVersion>()
                            join a in db.Set<AcceptanceAgreement>() on v.AgreementId equals a.Id
                            where judged.Contains(a.Id) && v.Number == a.SignedVersion
                            select new { a.Id, v.Content }).ToDictionaryAsync(v => v.Id, v => AgreementContent.TryRead(v.Content), ct);
        return [.. agreements.Select(a => Of(a.ProjectId, a.CustomerId, signed.GetValueOrDefault(a.Id), results[a.Id]))];
    }

    private static JudgedAgreement Of(Guid projectId, Guid customerId, AgreementContent? signed, IEnumerable<Verification> results)
    {
        var criteria = signed?.Criteria.ToDictionary(c => c.Id) ?? [];
        List<Verification> standing = [.. results.Where(v => criteria.TryGetValue(v.CriterionId, out var criterion) && v.Stands(criterion, signed!.Version))];
        return new(projectId, customerId, Outcomes.Of(signed, standing), standing);
    }
}
