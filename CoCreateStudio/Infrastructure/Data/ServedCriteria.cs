using CoCreateStudio.Domain.Acceptance;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Infrastructure.Data;

/// <summary>A criterion that something in the project serves, as the other thing shows it.</summary>
public sealed record ServedCriterion(string Code, string Statement, Guid CustomerId);

/// <summary>Which criteria a requirement or a decision serves: for us alone, as the links are.</summary>
public static class ServedCriteria
{
    public static async Task<ILookup<Guid, ServedCriterion>> ServedAsync(this StudioDb db, ServedBy kind, IReadOnlyCollection<Guid> targets, CancellationToken ct)
    {
        var rows = await (from l in db.Set<CriterionLink>()
                          join c in db.Set<AcceptanceCriterion>() on l.CriterionId equals c.Id
                          join a in db.Set<AcceptanceAgreement>() on c.AgreementId equals a.Id
                          where l.Kind == kind && targets.Contains(l.TargetId) && c.ArchivedAt == null
                          orderby c.Dimension, c.Number
                          select new { l.TargetId, c.Dimension, c.Number, c.Statement, a.CustomerId }).ToListAsync(ct);
        return rows.ToLookup(r => r.TargetId, r => new ServedCriterion(AcceptanceCriterion.CodeOf(r.Dimension, r.Number), r.Statement, r.CustomerId));
    }
}
