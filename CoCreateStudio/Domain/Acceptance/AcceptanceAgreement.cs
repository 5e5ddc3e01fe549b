using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Domain.Acceptance;

/// <summary>
/// What we and one customer agree success to be, in one project. Its criteria are the draft of the next version; a version that is sent
/// closes the draft, one that both sides signed opens it again for changes under a change request.
/// </summary>
public sealed class AcceptanceAgreement(Guid projectId, Guid customerId) : Entity, IInProject
{
    public Guid ProjectId { get; private init; } = projectId;
    public Guid CustomerId { get; private init; } = customerId;

    /// <summary>How many versions there ever were; a number is not given twice, whatever became of the version.</summary>
    public int LastVersion { get; private set; }

    /// <summary>The version that waits for answers and signatures.</summary>
    public int? SentVersion { get; private set; }

    /// <summary>The latest version that both sides signed.</summary>
    public int? SignedVersion { get; private set; }

    /// <summary>Under which change request the draft departs from what was signed.</summary>
    public Guid? ChangeRequestId { get; private set; }

    public int LastDelivery { get; private set; }
    public int LastBenefit { get; private set; }
    public int LastCompliance { get; private set; }

    /// <summary>The number of the version that the draft will be.</summary>
    public int NextVersion => LastVersion + 1;

    public bool NeedsChangeRequest => SentVersion is null && SignedVersion is not null && ChangeRequestId is null;

    public int NextNumber(Dimension dimension) => dimension switch
    {
        Dimension.Delivery => ++LastDelivery,
        Dimension.Benefit => ++LastBenefit,
        _ => ++LastCompliance,
    };

    /// <exception cref="RuleException">A version is out to be signed, or one was signed and no change request says why it is to change.</exception>
    public void MustBeInDraft()
    {
        if (SentVersion is { } sent) throw new RuleException(nameof(RuleText.CriteriaAreSent), sent);
        if (NeedsChangeRequest) throw new RuleException(nameof(RuleText.ChangeNeedsRequest), SignedVersion!);
    }

    /// <summary>From here on the draft changes for this reason.</summary>
    public void ChangeUnder(ChangeRequest request)
    {
        if (request.ProjectId != ProjectId || request.CustomerId != CustomerId) throw new RuleException(nameof(RuleText.NotThere));
        if (request.State == ChangeState.Applied) throw new RuleException(nameof(RuleText.ChangeIsDone), request.Code);
        if (request.State != ChangeState.Accepted) throw new RuleException(nameof(RuleText.ChangeNotAccepted), request.Code);
        if (SentVersion is { } sent) throw new RuleException(nameof(RuleText.CriteriaAreSent), sent);
        ChangeRequestId = request.Id;
    }

    /// <summary>The draft does not change for this reason after all.</summary>
    public void Leave(ChangeRequest request)
    {
        if (ChangeRequestId == request.Id) ChangeRequestId = null;
    }

    /// <summary>Sends the draft to both sides.</summary>
    /// <param name="before">The version before, whichever became of it; null for the first.</param>
    /// <param name="agreed">What both sides signed last; null as long as they have signed nothing.</param>
    public AgreementVersion Send(AgreementContent content, AgreementVersion? before, AgreementContent? agreed)
    {
        if (SentVersion is { } sent) throw new RuleException(nameof(RuleText.CriteriaAreSent), sent);
        if (content.Version != NextVersion || before?.Number is { } last && last != LastVersion) throw new ArgumentException("The content is not that of the next version.", nameof(content));
        content.MustBeComplete();
        if (agreed is not null && AgreementDifference.Between(agreed.Criteria, content.Criteria).Count == 0) throw new RuleException(nameof(RuleText.NothingChanged), agreed.Version);
        AgreementVersion version = new(this, content, before?.Hash ?? "");
        (LastVersion, SentVersion) = (version.Number, version.Number);
        return version;
    }

    /// <summary>Takes a version back, so that the draft may be changed.</summary>
    /// <param name="reason">Needed where a side has signed, since its signature is void then.</param>
    public void Recall(AgreementVersion version, AnswerSheet answers, string? reason, string by, DateTime at)
    {
        version.Recall(answers.IsSigned, reason, by, at);
        SentVersion = null;
    }

    /// <summary>Signs for one side; when both have signed, the version is frozen.</summary>
    /// <param name="previousHash">Of the version before; nothing for the first.</param>
    public SignOff Sign(AgreementVersion version, string previousHash, AnswerSheet answers, Side side, Given given)
    {
        version.MustFollow(previousHash);
        SignOff signature = new(version, answers, side, given);
        if (answers.SignatureOf(side.Other()) is not { } first) return signature;
        if (answers.Missing(side.Other()) is { Count: > 0 } missing) throw new RuleException(nameof(RuleText.OtherSideTookBack), first.Name, missing[0].Code);
        if (first.IsAsSealed == false || first.Hash != version.Hash) throw new RuleException(nameof(RuleText.SealIsBroken), version.Number);
        version.Freeze(given.EnteredAt);
        (SignedVersion, SentVersion, ChangeRequestId) = (version.Number, null, null);
        return signature;
    }
}
