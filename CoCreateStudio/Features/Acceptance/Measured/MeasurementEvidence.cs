using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Infrastructure.Files;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Acceptance.Measured;

/// <summary>What proves a value: whoever measures adds it. From a value that counts only those take it who confirm, and from one that was judged by nobody does.</summary>
internal sealed class MeasurementEvidence : IEvidenceOwner
{
    public async Task<Right?> NeedAsync(StudioDb db, Guid ownerId, Evidence? touched, CancellationToken ct)
    {
        if (await db.Set<Measurement>().SingleOrDefaultAsync(m => m.Id == ownerId, ct) is not { } value) return null;
        if (await db.IsJudgedAsync(value, ct)) throw touched is null ? new RuleException(nameof(RuleText.JudgedAlready)) : new RuleException(nameof(RuleText.EvidenceIsJudged), touched.Title);
        return touched is not null && value.ConfirmedAt is not null ? Right.EditCriteria : Right.Propose;
    }
}
