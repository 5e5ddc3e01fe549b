using CoCreateStudio.Domain.Sealing;

namespace CoCreateStudio.Domain.Acceptance;

public enum VersionState
{
    Sent,

    /// <summary>By both sides: it never changes.</summary>
    BothSigned,

    /// <summary>Taken back before both had signed.</summary>
    Recalled,
}

/// <summary>The agreement as it was sent to both sides. Its hash goes over its content and the hash of the version before.</summary>
public sealed class AgreementVersion : Entity, IInProject
{
    public const int RecallReasonLength = 500;

    private AgreementVersion()
    {
    }

    internal AgreementVersion(AcceptanceAgreement agreement, AgreementContent content, string previousHash)
    {
        (ProjectId, AgreementId, Number) = (agreement.ProjectId, agreement.Id, content.Version);
        (SentBy, SentAt) = (content.SentBy, content.SentAt);
        Content = content.Write();
        (PreviousHash, Hash) = (previousHash, Seal.Hash(previousHash, Content));
    }

    public Guid ProjectId { get; private init; }
    public Guid AgreementId { get; private init; }
    public int Number { get; private init; }
    public VersionState State { get; private set; }

    /// <summary>Canonical JSON, exactly the text that was hashed.</summary>
    public string Content { get; private init; } = "";

    public string PreviousHash { get; private init; } = "";
    public string Hash { get; private init; } = "";
    public string SentBy { get; private init; } = "";
    public DateTime SentAt { get; private init; }
    public DateTime? SignedAt { get; private set; }
    public DateTime? RecalledAt { get; private set; }
    public string? RecalledBy { get; private set; }

    /// <summary>Why it was taken back; always there where a side had signed.</summary>
    public string? RecallReason { get; private set; }

    /// <summary>When the customer was last reminded that we wait, and by whom.</summary>
    public DateTime? RemindedAt { get; private set; }
    public string? RemindedBy { get; private set; }

    /// <summary>What people compare by eye: "9f3a·71c0".</summary>
    public string ShortHash => Seal.Abridged(Hash);

    /// <summary>Whether its hash is still that of its content.</summary>
    public bool IsAsSealed => Seal.Fits(Hash, PreviousHash, Content);

    /// <summary>Whether it is as it was sealed, after the version before.</summary>
    public bool IsUntouched(string previousHash) => PreviousHash == previousHash && IsAsSealed;

    /// <exception cref="RuleException">It was signed by both, or taken back.</exception>
    public void MustBeOpen()
    {
        if (State == VersionState.BothSigned) throw new RuleException(nameof(RuleText.VersionIsSigned), Number);
        if (State == VersionState.Recalled) throw new RuleException(nameof(RuleText.VersionIsRecalled), Number);
    }

    /// <exception cref="RuleException">It takes no answer any more, or is not what was sealed.</exception>
    public void MustTakeAnswers()
    {
        MustBeOpen();
        if (!IsAsSealed) throw new RuleException(nameof(RuleText.SealIsBroken), Number);
    }

    /// <exception cref="RuleException">It may not be signed: it is not what was sealed, or does not follow the version before.</exception>
    public void MustFollow(string previousHash)
    {
        MustTakeAnswers();
        if (PreviousHash != previousHash) throw new RuleException(nameof(RuleText.SealIsBroken), Number);
    }

    public void Remind(string by, DateTime at)
    {
        MustBeOpen();
        (RemindedBy, RemindedAt) = (by, at);
    }

    // Whose signature is void has a right to know why.
    internal void Recall(bool isSigned, string? reason, string by, DateTime at)
    {
        MustBeOpen();
        reason = AcceptanceCriterion.Text(reason, RecallReasonLength);
        if (isSigned && reason is null) throw new RuleException(nameof(RuleText.RecallNeedsReason));
        (State, RecallReason, RecalledBy, RecalledAt) = (VersionState.Recalled, reason, by, at);
    }

    internal void Freeze(DateTime at)
    {
        MustBeOpen();
        (State, SignedAt) = (VersionState.BothSigned, at);
    }
}
