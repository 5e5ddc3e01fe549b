namespace CoCreateStudio.Domain.Acceptance;

public enum VerificationResult
{
    /// <summary>Opened again after it was judged.</summary>
    Open,
    Passed,
    Failed,
    Waived,
}

/// <summary>What became of one signed criterion: judged by the last value that counts, or waived by both sides. Opening it again is history.</summary>
public sealed class Verification(Guid projectId, Guid agreementId, Guid criterionId) : Entity, IInProject
{
    public const int ReasonLength = 1000;

    public Guid ProjectId { get; private init; } = projectId;
    public Guid AgreementId { get; private init; } = agreementId;
    public Guid CriterionId { get; private init; } = criterionId;
    public VerificationResult Result { get; private set; }

    /// <summary>What was held against the target.</summary>
    public string? Value { get; private set; }

    /// <summary>In which version the target stood.</summary>
    public int VersionNumber { get; private set; }

    public string? JudgedBy { get; private set; }
    public DateTime? JudgedAt { get; private set; }

    /// <summary>Why it is waived.</summary>
    public string? Reason { get; private set; }
    public string? WaivedForUs { get; private set; }
    public string? WaivedForThem { get; private set; }

    /// <summary>What remains to be done was made an action of.</summary>
    public Guid? ActionId { get; private set; }

    public string? ReopenedBy { get; private set; }
    public DateTime? ReopenedAt { get; private set; }

    public bool IsOpen => Result == VerificationResult.Open;

    /// <summary>Passed or failed follows from the last value that counts; nobody types it.</summary>
    /// <param name="binding">The criterion as both sides signed it.</param>
    public void Judge(CriterionContent binding, int version, Measurement? last, string by, DateTime at)
    {
        MustBeOpen();
        if (last is not { Counts: true } || last.CriterionId != CriterionId || binding.Id != CriterionId) throw new RuleException(nameof(RuleText.NothingToJudge), binding.Code);
        var met = binding.IsMetBy(last.Value) ?? throw new RuleException(nameof(RuleText.NothingToJudge), binding.Code);
        (Result, Value, VersionNumber, JudgedBy, JudgedAt) = (met ? VerificationResult.Passed : VerificationResult.Failed, last.Value, version, by, at);
    }

    public void Waive(CriterionContent binding, int version, string reason, string forUs, string forThem, string by, DateTime at)
    {
        MustBeOpen();
        if (binding.Dimension == Dimension.Compliance) throw new RuleException(nameof(RuleText.ComplianceIsJudged));
        Reason = AcceptanceCriterion.Text(reason, ReasonLength) ?? throw new RuleException(nameof(RuleText.WaiverNeedsReason));
        var (us, them) = (AcceptanceCriterion.Text(forUs, Given.NameLength), AcceptanceCriterion.Text(forThem, Given.NameLength));
        if (us is null || them is null) throw new RuleException(nameof(RuleText.WaiverNeedsNames));
        (WaivedForUs, WaivedForThem) = (us, them);
        (Result, VersionNumber, JudgedBy, JudgedAt) = (VerificationResult.Waived, version, by, at);
    }

    public void Reopen(string by, DateTime at)
    {
        if (IsOpen) return;
        (Result, Value, Reason, WaivedForUs, WaivedForThem) = (VerificationResult.Open, null, null, null, null);
        (JudgedBy, JudgedAt, ActionId) = (null, null, null);
        (ReopenedBy, ReopenedAt) = (by, at);
    }

    /// <summary>What failed or was waived goes on as an action.</summary>
    public void GoOnAs(Guid actionId)
    {
        if (Result is not (VerificationResult.Failed or VerificationResult.Waived)) throw new RuleException(nameof(RuleText.NothingRemains));
        if (ActionId is not null) throw new RuleException(nameof(RuleText.ActionIsThere));
        ActionId = actionId;
    }

    private void MustBeOpen()
    {
        if (!IsOpen) throw new RuleException(nameof(RuleText.JudgedAlready));
    }
}
