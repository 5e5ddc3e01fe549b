using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Infrastructure.Files;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Screenings;

/// <summary>What proves a trait, beside the words that a met one always has: whoever screens adds and removes it, as long as the candidate is one.</summary>
internal sealed class TraitEvidence : IEvidenceOwner
{
    public async Task<Right?> NeedAsync(StudioDb db, Guid ownerId, Evidence? touched, CancellationToken ct)
    {
        if (await db.Set<TraitAssessment>().Where(a => a.Id == ownerId).Select(a => (Guid?)a.ScreeningId).SingleOrDefaultAsync(ct) is not { } id) return null;
        (await db.Set<Screening>().SingleAsync(s => s.Id == id, ct)).MustBeOpen();
        return Right.ScreenCustomers;
    }
}
