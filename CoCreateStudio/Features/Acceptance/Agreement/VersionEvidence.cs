using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Infrastructure.Files;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Acceptance.Agreement;

/// <summary>Scans of what was given on paper, beside the version: whoever signs for us adds them, and what something cites stays.</summary>
internal sealed class VersionEvidence : IEvidenceOwner
{
    public async Task<Right?> NeedAsync(StudioDb db, Guid ownerId, Evidence? touched, CancellationToken ct)
    {
        if (await db.Set<AgreementVersion>().SingleOrDefaultAsync(v => v.Id == ownerId, ct) is not { } version) return null;
        await db.AgreementAsync(version.AgreementId, ct);
        if (touched is { RemovedAt: null } && await IsCitedAsync(db, version.AgreementId, touched.Id, ct)) throw new RuleException(nameof(RuleText.EvidenceIsCited), touched.Title);
        return Right.SignAgreements;
    }

    private static async Task<bool> IsCitedAsync(StudioDb db, Guid agreementId, Guid scan, CancellationToken ct) =>
        await db.Set<CriterionAnswer>().AnyAsync(a => a.AgreementId == agreementId && a.ScanId == scan, ct)
        || await db.Set<SignOff>().AnyAsync(s => s.AgreementId == agreementId && s.ScanId == scan, ct)
        || await db.Set<Verification>().AnyAsync(v => v.AgreementId == agreementId && v.WaivedScanId == scan, ct);
}
