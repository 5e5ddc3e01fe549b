using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;
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
        if (!await db.Set<Participation>().AnyAsync(p => p.CustomerId == customerId, ct)) throw new RuleException(nameof(RuleText.NotACustomerHere));
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

    /// <summary>Meetings that were held with this customer, or in which somebody of theirs took part.</summary>
    public static IQueryable<Meeting> HeldWith(this StudioDb db, Guid customerId) => db.Set<Meeting>().Where(m => (m.State == MeetingState.InProgress || m.State == MeetingState.Closed)
        && (m.CustomerId == customerId || (m.CustomerId == null && db.Set<Attendance>().Any(a => a.MeetingId == m.Id && a.Side == Side.Customer && (a.State == Attended.Present || a.State == Attended.Remote)
            && (db.Set<Contact>().Any(c => c.Id == a.ContactId && c.CustomerId == customerId) || db.Set<Membership>().Any(p => p.PersonId == a.PersonId && p.CustomerId == customerId))))));

    /// <summary>A version and all that was said to it.</summary>
    public static async Task<VersionDesk> DeskAsync(this StudioDb db, Guid versionId, CancellationToken ct)
    {
        var version = await db.Set<AgreementVersion>().SingleOrDefaultAsync(v => v.Id == versionId, ct) ?? throw new RuleException(nameof(RuleText.NotThere));
        var agreement = await db.AgreementAsync(version.AgreementId, ct);
        var before = await db.Set<AgreementVersion>().Where(v => v.AgreementId == agreement.Id && v.Number < version.Number).OrderByDescending(v => v.Number).Select(v => v.Hash).FirstOrDefaultAsync(ct);
        var content = AgreementContent.TryRead(version.Content);
        var answers = await db.Set<CriterionAnswer>().Where(a => a.AgreementId == agreement.Id).ToListAsync(ct);
        var signatures = await db.Set<SignOff>().Where(s => s.VersionId == versionId).ToListAsync(ct);
        return new(agreement, version, before ?? "", content, new(versionId, content?.Criteria ?? [], answers, signatures));
    }

    /// <summary>An answer that a reply is written to, and its version.</summary>
    public static async Task<(CriterionAnswer Answer, AgreementVersion Version)> AnswerAsync(this StudioDb db, Guid answerId, CancellationToken ct)
    {
        var answer = await db.Set<CriterionAnswer>().SingleOrDefaultAsync(a => a.Id == answerId, ct) ?? throw new RuleException(nameof(RuleText.NotThere));
        var version = await db.Set<AgreementVersion>().SingleOrDefaultAsync(v => v.Id == answer.VersionId, ct) ?? throw new RuleException(nameof(RuleText.NotThere));
        await db.AgreementAsync(version.AgreementId, ct);
        return (answer, version);
    }

    /// <summary>The criterion as a version has it.</summary>
    public static CriterionContent Of(this AgreementContent content, Guid criterionId) =>
        content.Criteria.FirstOrDefault(c => c.Id == criterionId) ?? throw new RuleException(nameof(RuleText.NotThere));
}

/// <summary>A version with what was said to it, for an act on it.</summary>
/// <param name="PreviousHash">Of the version before; nothing for the first.</param>
/// <param name="Content">Null where it is not what was sealed and cannot be read; such a version can only be recalled.</param>
internal sealed record VersionDesk(AcceptanceAgreement Agreement, AgreementVersion Version, string PreviousHash, AgreementContent? Content, AnswerSheet Answers)
{
    /// <summary>What a side says to one criterion.</summary>
    public CriterionAnswer Answer(Guid criterionId, Side side, AnswerKind kind, string? words, Given given)
    {
        Version.MustTakeAnswers();
        return new(Version, Answers, Content!.Of(criterionId), side, kind, words, given);
    }

    /// <summary>That a side accepts all that it has not accepted.</summary>
    public IEnumerable<CriterionAnswer> AcceptRest(Side side, Given given)
    {
        Version.MustTakeAnswers();
        return Answers.Missing(side).Select(c => new CriterionAnswer(Version, Answers, c, side, AnswerKind.Accepted, null, given));
    }

    public SignOff Sign(Side side, Given given) => Agreement.Sign(Version, PreviousHash, Answers, side, given);
}
