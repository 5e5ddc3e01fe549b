using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Acceptance.Measured;

internal static class SignedCriteria
{
    /// <summary>The criterion as both sides signed it last: what values are held against, whatever the draft says.</summary>
    public static async Task<SignedCriterion> SignedAsync(this StudioDb db, AcceptanceAgreement agreement, AcceptanceCriterion criterion, CancellationToken ct)
    {
        var version = await db.Set<AgreementVersion>().AsNoTracking().SingleOrDefaultAsync(v => v.AgreementId == agreement.Id && v.Number == agreement.SignedVersion, ct);
        if (version is { IsAsSealed: false }) throw new RuleException(nameof(RuleText.SealIsBroken), version.Number);
        var content = version is null ? null : AgreementContent.Read(version.Content).Criteria.FirstOrDefault(c => c.Id == criterion.Id);
        return content is null ? throw new RuleException(nameof(RuleText.NotSignedYet), criterion.Code) : new(version!, content);
    }

    /// <summary>What came of it; null as long as nobody judged.</summary>
    public static Task<Verification?> ResultAsync(this StudioDb db, Guid criterionId, CancellationToken ct) => db.Set<Verification>().SingleOrDefaultAsync(v => v.CriterionId == criterionId, ct);

    /// <summary>Whether a value is what a result rests on: it was judged by, or its criterion stands as judged.</summary>
    public static async Task<bool> IsJudgedAsync(this StudioDb db, Measurement measurement, CancellationToken ct)
    {
        var (criterion, agreement) = await db.CriterionAsync(measurement.CriterionId, ct);
        if (await db.ResultAsync(criterion.Id, ct) is not { IsOpen: false } result) return false;
        if (result.MeasurementId == measurement.Id) return true;
        var signed = await db.SignedAsync(agreement, criterion, ct);
        return result.Stands(signed.Content, signed.Version.Number);
    }
}
