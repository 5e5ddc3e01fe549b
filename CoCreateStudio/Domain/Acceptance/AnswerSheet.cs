using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Domain.Acceptance;

/// <summary>How both sides stand to a set of criteria: what each has answered, what carries over from earlier versions, and who has signed.</summary>
public sealed class AnswerSheet
{
    private readonly IReadOnlyList<CriterionContent> _criteria;
    private readonly Dictionary<(Guid, Side), CriterionAnswer> _answers;
    private readonly IReadOnlyList<SignOff> _signatures;

    /// <param name="versionId">The version that was sent; null for a draft, in which only what carries over counts.</param>
    /// <param name="answers">Of all versions of the agreement.</param>
    public AnswerSheet(Guid? versionId, IReadOnlyList<CriterionContent> criteria, IEnumerable<CriterionAnswer> answers, IEnumerable<SignOff> signatures)
    {
        _criteria = criteria;
        var hashes = criteria.ToDictionary(c => c.Id, c => c.Hash);

        // An acceptance holds for as long as the criterion says the same; a refusal or a question belongs to the version it was given to.
        _answers = answers.Where(a => hashes.GetValueOrDefault(a.CriterionId) == a.ContentHash)
            .GroupBy(a => (a.CriterionId, a.Side)).Select(g => g.MaxBy(a => (a.EnteredAt, a.Id))!)
            .Where(a => a.Kind == AnswerKind.Accepted || a.VersionId == versionId).ToDictionary(a => (a.CriterionId, a.Side));
        _signatures = [.. signatures.Where(s => s.VersionId == versionId)];
    }

    public CriterionAnswer? Of(Guid criterionId, Side side) => _answers.GetValueOrDefault((criterionId, side));

    public bool IsAccepted(Guid criterionId, Side side) => Of(criterionId, side)?.Kind == AnswerKind.Accepted;

    public int Accepted(Side side) => _criteria.Count(c => IsAccepted(c.Id, side));

    /// <summary>What this side has not accepted.</summary>
    public IReadOnlyList<CriterionContent> Missing(Side side) => [.. _criteria.Where(c => !IsAccepted(c.Id, side))];

    /// <summary>What this side has to answer: it has said nothing yet, or its question or refusal was replied to.</summary>
    public IReadOnlyList<CriterionContent> Owed(Side side) => [.. _criteria.Where(c => Of(c.Id, side) is null or { Kind: not AnswerKind.Accepted, Reply: not null })];

    /// <summary>Questions and refusals of a side that nobody has replied to.</summary>
    public IReadOnlyList<CriterionAnswer> Unreplied(Side side) => [.. _answers.Values.Where(a => a.Side == side && a.Kind != AnswerKind.Accepted && a.Reply is null).OrderBy(a => a.EnteredAt)];

    public bool IsSigned => _signatures.Count > 0;

    public SignOff? SignatureOf(Side side) => _signatures.FirstOrDefault(s => s.Side == side);

    /// <summary>When a side accepted the last of all; null as long as something is missing.</summary>
    public DateTime? AcceptedAllAt(Side side) => Missing(side).Count > 0 ? null : _criteria.Max(c => (DateTime?)Of(c.Id, side)!.EnteredAt);
}
