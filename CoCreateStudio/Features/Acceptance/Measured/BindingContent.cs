using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Acceptance.Measured;

internal static class BindingContent
{
    /// <summary>The criterion as both sides signed it last: what values are held against, whatever the draft says.</summary>
    public static async Task<CriterionContent> BindingAsync(this StudioDb db, AcceptanceAgreement agreement, AcceptanceCriterion criterion, CancellationToken ct)
    {
        var version = await db.Set<AgreementVersion>().AsNoTracking().SingleOrDefaultAsync(v => v.AgreementId == agreement.Id && v.Number == agreement.SignedVersion, ct);
        return (version is null ? null : AgreementContent.Read(version.Content).Criteria.FirstOrDefault(c => c.Id == criterion.Id)) ?? throw new RuleException(nameof(RuleText.NotSignedYet), criterion.Code);
    }
}
