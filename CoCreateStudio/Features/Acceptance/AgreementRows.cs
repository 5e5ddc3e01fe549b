using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Acceptance;

/// <summary>Rows of an agreement, as the acts on it need them.</summary>
internal static class AgreementRows
{
    // Counts the agreements: two that are begun at the same moment meet there, and one is done again.
    private const string OfAgreements = "acceptance agreement";

    public static async Task<AcceptanceAgreement> AgreementAsync(this StudioDb db, Guid agreementId, CancellationToken ct)
    {
        var agreement = await db.Set<AcceptanceAgreement>().SingleOrDefaultAsync(a => a.Id == agreementId, ct) ?? throw new RuleException(nameof(RuleText.NotThere));

        // Whatever is done to a criterion, to a version or to its answers meets here whoever sends, recalls or signs at the same moment.
        db.Claim(agreement);
        return agreement;
    }

    /// <summary>The agreement with a customer; begun with the first criterion.</summary>
    public static async Task<AcceptanceAgreement> AgreementWithAsync(this StudioDb db, Guid projectId, Guid customerId, CancellationToken ct)
    {
        if (!await db.Set<Domain.Customers.Participation>().AnyAsync(p => p.CustomerId == customerId, ct)) throw new RuleException(nameof(RuleText.NotACustomerHere));
        if (await db.Set<AcceptanceAgreement>().SingleOrDefaultAsync(a => a.CustomerId == customerId, ct) is { } there) return await db.AgreementAsync(there.Id, ct);
        (await ProjectNumbers.SequenceAsync(db, projectId, OfAgreements, ct)).Next();
        return db.Add(new AcceptanceAgreement(projectId, customerId)).Entity;
    }

    public static async Task<(AcceptanceCriterion Criterion, AcceptanceAgreement Agreement)> CriterionAsync(this StudioDb db, Guid criterionId, CancellationToken ct)
    {
        var criterion = await db.Set<AcceptanceCriterion>().SingleOrDefaultAsync(c => c.Id == criterionId, ct) ?? throw new RuleException(nameof(RuleText.NotThere));
        return (criterion, await db.AgreementAsync(criterion.AgreementId, ct));
    }

    /// <summary>The criteria that the next version will hold, in their order.</summary>
    public static IQueryable<AcceptanceCriterion> DraftOf(this StudioDb db, Guid agreementId) =>
        db.Set<AcceptanceCriterion>().Where(c => c.AgreementId == agreementId && c.ArchivedAt == null && c.ProposedBy == null);

    /// <summary>A version and all that was said to it.</summary>
    public static async Task<VersionDesk> DeskAsync(this StudioDb db, Guid versionId, CancellationToken ct)
    {
        var version = await db.Set<AgreementVersion>().SingleOrDefaultAsync(v => v.Id == versionId, ct) ?? throw new RuleException(nameof(RuleText.NotThere));
        var agreement = await db.AgreementAsync(version.AgreementId, ct);
        var content = AgreementContent.Read(version.Content);
        var answers = await db.Set<CriterionAnswer>().Where(a => a.AgreementId == agreement.Id).ToListAsync(ct);
        var signatures = await db.Set<SignOff>().Where(s => s.VersionId == versionId).ToListAsync(ct);
        return new(agreement, version, content, new(versionId, content.Criteria, answers, signatures));
    }

    /// <summary>The criterion as a version has it.</summary>
    public static CriterionContent Of(this AgreementContent content, Guid criterionId) =>
        content.Criteria.FirstOrDefault(c => c.Id == criterionId) ?? throw new RuleException(nameof(RuleText.NotThere));
}

/// <summary>A version with what was said to it, for an act on it.</summary>
internal sealed record VersionDesk(AcceptanceAgreement Agreement, AgreementVersion Version, AgreementContent Content, AnswerSheet Answers);
