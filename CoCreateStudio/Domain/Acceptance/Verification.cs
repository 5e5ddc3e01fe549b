using CoCreateStudio.Domain.Files;

namespace CoCreateStudio.Domain.Acceptance;

public enum VerificationResult
{
    /// <summary>Opened again after it was judged.</summary>
    Open,
    Passed,
    Failed,
    Waived,
}

/// <summary>A criterion as both sides signed it, and in which version.</summary>
public sealed record SignedCriterion(AgreementVersion Version, CriterionContent Content);

/// <summary>
/// What became of one signed criterion: judged by the last value that counts, or waived by both sides. It was given to what the criterion said
/// then, and stands as long as the signed version says the same. What it was before is history.
/// </summary>
public sealed class Verification(Guid projectId, Guid agreementId, Guid criterionId) : Entity, IInProject
{
    public const int ReasonLength = 1000;

    public Guid ProjectId { get; private init; } = projectId;
    public Guid AgreementId { get; private init; } = agreementId;
    public Guid CriterionId { get; private init; } = criterionId;
    public VerificationResult Result { get; private set; }

    /// <summary>What was held against the target, and on which day it was measured.</summary>
    public string? Value { get; private set; }
    public DateOnly? ValueOn { get; private set; }
    public Guid? MeasurementId { get; private set; }

    /// <summary>In which version the target stood.</summary>
    public int VersionNumber { get; private set; }

    /// <summary>Of the criterion as it was judged; null in rows of the first release.</summary>
    public string? ContentHash { get; private set; }

    /// <summary>By when it was to be met, as both had signed it.</summary>
    public DateOnly? DueOn { get; private set; }

    public string? JudgedBy { get; private set; }
    public DateTime? JudgedAt { get; private set; }

    /// <summary>Why it is waived.</summary>
    public string? Reason { get; private set; }
    public string? WaivedForUs { get; private set; }
    public string? WaivedForThem { get; private set; }
    public string? WaivedTitle { get; private set; }

    /// <summary>When the customer waived it, how it came to us, and what proves it; null in rows of the first release.</summary>
    public DateTime? WaivedAt { get; private set; }
    public GivenHow? WaivedHow { get; private set; }
    public Guid? WaivedMeetingId { get; private set; }
    public Guid? WaivedScanId { get; private set; }

    /// <summary>What remains to be done was made an action of.</summary>
    public Guid? ActionId { get; private set; }

    public string? ReopenedBy { get; private set; }
    public DateTime? ReopenedAt { get; private set; }

    public bool IsOpen => Result == VerificationResult.Open;

    /// <summary>It passed by a value of the due day or before; null where it did not say by when.</summary>
    public bool? IsInTime => DueOn is { } due ? Result == VerificationResult.Passed && ValueOn <= due : null;

    /// <summary>Whether it was given to what is signed now. Rows of the first release know only in which version that stood.</summary>
    public bool Stands(CriterionContent binding, int version) => !IsOpen && CriterionId == binding.Id && (ContentHash is null ? VersionNumber == version : ContentHash == binding.Hash);

    /// <summary>Passed or failed follows from the last value that counts; nobody types it.</summary>
    /// <param name="proofs">What proves values.</param>
    public void Judge(SignedCriterion binding, Measurement? last, IEnumerable<Evidence> proofs, string by, DateTime at)
    {
        var criterion = binding.Content;
        MustBeOpen(binding);
        if (last is not { Counts: true } || last.CriterionId != CriterionId || criterion.Id != CriterionId || !last.Measures(criterion)) throw new RuleException(nameof(RuleText.NothingToJudge), criterion.Code);
        var met = criterion.IsMetBy(last.Value) ?? throw new RuleException(nameof(RuleText.NothingToJudge), criterion.Code);
        last.MustBeProven(criterion, proofs);
        Begin(binding, met ? VerificationResult.Passed : VerificationResult.Failed, by, at);
        (Value, ValueOn, MeasurementId) = (last.Value, last.On, last.Id);
    }

    /// <summary>Both sides do without it: somebody who signs for us, and the customer with what proves it.</summary>
    public void Waive(SignedCriterion binding, string? reason, string forUs, Given theirs, DateTime at)
    {
        MustBeOpen(binding);
        if (binding.Content.Dimension == Dimension.Compliance) throw new RuleException(nameof(RuleText.ComplianceIsJudged));
        if (AcceptanceCriterion.Text(reason, ReasonLength) is not { } words || !TypedText.IsAFewWords(words)) throw new RuleException(nameof(RuleText.WaiverNeedsReason));
        theirs = theirs.Checked(binding.Version);
        Begin(binding, VerificationResult.Waived, forUs, at);
        (Reason, WaivedForUs, WaivedForThem, WaivedTitle) = (words, forUs, theirs.Name, theirs.Title);
        (WaivedAt, WaivedHow, WaivedMeetingId, WaivedScanId) = (theirs.At, theirs.How, theirs.MeetingId, theirs.ScanId);
    }

    public void Reopen(string by, DateTime at)
    {
        if (IsOpen) return;
        Clear();
        (ReopenedBy, ReopenedAt) = (by, at);
    }

    /// <summary>What failed or was waived goes on as an action.</summary>
    public void GoOnAs(Guid actionId)
    {
        if (Result is not (VerificationResult.Failed or VerificationResult.Waived)) throw new RuleException(nameof(RuleText.NothingRemains));
        if (ActionId is not null) throw new RuleException(nameof(RuleText.ActionIsThere));
        ActionId = actionId;
    }

    // What was judged against an older version is judged anew.
    private void MustBeOpen(SignedCriterion binding)
    {
        if (Stands(binding.Content, binding.Version.Number)) throw new RuleException(nameof(RuleText.JudgedAlready));
    }

    private void Begin(SignedCriterion binding, VerificationResult result, string by, DateTime at)
    {
        Clear();
        (Result, VersionNumber, ContentHash, DueOn) = (result, binding.Version.Number, binding.Content.Hash, binding.Content.DueOn);
        (JudgedBy, JudgedAt) = (by, at);
    }

    private void Clear()
    {
        (Result, Value, ValueOn, MeasurementId, ActionId) = (VerificationResult.Open, null, null, null, null);
        (JudgedBy, JudgedAt, ContentHash, DueOn) = (null, null, null, null);
        (Reason, WaivedForUs, WaivedForThem, WaivedTitle) = (null, null, null, null);
        (WaivedAt, WaivedHow, WaivedMeetingId, WaivedScanId) = (null, null, null, null);
    }
}
