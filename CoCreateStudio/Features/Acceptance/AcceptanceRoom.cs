using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Features.Acceptance;

/// <summary>Something of the project that serves a criterion.</summary>
/// <param name="Number">Of the requirement or the decision.</param>
/// <param name="Status">Of a requirement.</param>
public sealed record LinkLine(Guid Id, Guid CriterionId, ServedBy Kind, int Number, string Text, RequirementStatus? Status = null)
{
    /// <summary>What was declined, or is a duplicate, is shown and serves nothing.</summary>
    public bool Serves => Status is not (RequirementStatus.Declined or RequirementStatus.Duplicate);
}

/// <summary>A change request, and where it was asked for.</summary>
public sealed record RequestLine(ChangeRequest Request, int? Meeting, int? Decision);

/// <summary>All that is known of one agreement, as the reader may see it.</summary>
/// <param name="Customers">Those that take part, by id, in order of their names.</param>
/// <param name="Agreement">Null as long as nothing was written, or nothing was sent to the reader's company.</param>
/// <param name="Criteria">The draft with what is proposed, and what was taken out; nothing for a customer's people.</param>
/// <param name="Actions">The numbers of the actions that go on from here.</param>
/// <param name="Meetings">The numbers of the meetings that something was recorded from.</param>
/// <param name="Proofs">Scans of what was given on paper, by the version, and what proves a value; for us alone.</param>
/// <param name="Outcomes">What came of it with each customer of the project, as far as there is an agreement.</param>
public sealed record AcceptanceRoom(
    IReadOnlyDictionary<Guid, string> Customers, Guid? CustomerId, AcceptanceAgreement? Agreement, IReadOnlyList<AcceptanceCriterion> Criteria, IReadOnlyList<AgreementVersion> Versions,
    IReadOnlyList<CriterionAnswer> Answers, IReadOnlyList<SignOff> Signatures, IReadOnlyList<Measurement> Measurements, IReadOnlyList<Verification> Verifications,
    IReadOnlyList<LinkLine> Links, IReadOnlyList<RequestLine> Requests, IReadOnlyDictionary<Guid, int> Actions, IReadOnlyDictionary<Guid, int> Meetings, IReadOnlyList<Evidence> Proofs,
    IReadOnlyDictionary<Guid, AgreementOutcome> Outcomes)
{
    public string Customer => CustomerId is { } id ? Customers.GetValueOrDefault(id, "") : "";

    /// <summary>Of the project with all its customers.</summary>
    public AgreementOutcome ProjectOutcome => Domain.Acceptance.Outcomes.OfProject([.. Outcomes.Values]);

    public IEnumerable<Evidence> ProofsOf(Guid ownerId) => Proofs.Where(p => p.OwnerId == ownerId);

    /// <summary>The version that waits for answers and signatures.</summary>
    public AgreementVersion? Sent => Versions.LastOrDefault(v => v.State == VersionState.Sent);

    public AgreementVersion? LastSigned => Versions.LastOrDefault(v => v.State == VersionState.BothSigned);

    /// <summary>The agreement as one version has it.</summary>
    /// <param name="number">Null for what is worked on now: the draft, or for a customer's people the last that was sent.</param>
    public AgreementView View(int? number, bool isInside)
    {
        var version = number is { } asked ? Versions.FirstOrDefault(v => v.Number == asked) : isInside ? Sent : Versions.Count > 0 ? Versions[^1] : null;
        return new(this, version, isDraft: isInside && number is null && Sent is null, AgreementChain.Faults(Agreement?.LastVersion ?? 0, Versions, Signatures, isWhole: isInside));
    }
}

/// <summary>One criterion as the page shows it.</summary>
/// <param name="Row">In the draft; null where a version is shown.</param>
public sealed record CriterionLine(CriterionContent Content, AcceptanceCriterion? Row)
{
    public bool IsProposed => Row?.IsProposed == true;
}

/// <summary>The draft or a version of it, with everything that follows from the rows.</summary>
public sealed class AgreementView
{
    private readonly Dictionary<Guid, CriterionDifference> _differences;
    private readonly Dictionary<Guid, CriterionContent> _signed;
    private readonly Dictionary<Guid, Verification> _records;
    private readonly Dictionary<Guid, Verification> _results;
    private readonly ILookup<Guid, Measurement> _values;
    private readonly ILookup<Guid, LinkLine> _links;

    public AgreementView(AcceptanceRoom room, AgreementVersion? version, bool isDraft, IReadOnlyList<AgreementFault> faults)
    {
        // As long as nothing may change, the draft says what is signed.
        if (isDraft && room.Agreement?.NeedsChangeRequest == true) version = room.LastSigned;
        (Room, Version, IsDraft, Faults) = (room, version, isDraft, faults);
        Content = ContentOf(version);
        var rows = room.Criteria.ToDictionary(c => c.Id);
        Lines = isDraft
            ? [.. room.Criteria.Where(c => c.ArchivedAt is null).OrderBy(c => c.Dimension).ThenBy(c => c.IsProposed).ThenBy(c => c.Position).Select(c => new CriterionLine(CriterionContent.Of(c), c))]
            : [.. (Content?.Criteria ?? []).Select(c => new CriterionLine(c, rows.GetValueOrDefault(c.Id))), .. room.Criteria.Where(c => version == room.Sent && c is { IsProposed: true, ArchivedAt: null }).Select(c => new CriterionLine(CriterionContent.Of(c), c))];
        Agreed = [.. Lines.Where(l => !l.IsProposed).Select(l => l.Content)];
        Answers = new(version?.Id, Agreed, room.Answers, room.Signatures);
        Base = room.Versions.LastOrDefault(v => v.State == VersionState.BothSigned && (version is null || v.Number < version.Number));
        Waits = AgreementClock.Of(room.Sent, Answers);
        var before = ContentOf(Base)?.Criteria;
        Differences = before is null ? [] : AgreementDifference.Between(before, Agreed);
        _differences = Differences.ToDictionary(d => d.Id);
        BindingContent = ContentOf(room.LastSigned);
        _signed = BindingContent?.Criteria.ToDictionary(c => c.Id) ?? [];
        _records = room.Verifications.ToDictionary(v => v.CriterionId);
        _results = _signed.Values.Select(c => (Signed: c, Record: _records.GetValueOrDefault(c.Id))).Where(r => r.Record?.Stands(r.Signed, BindingContent!.Version) == true).ToDictionary(r => r.Signed.Id, r => r.Record!);
        _values = room.Measurements.Where(m => m.ArchivedAt is null).OrderBy(m => m.On).ThenBy(m => m.At).ToLookup(m => m.CriterionId);
        _links = room.Links.ToLookup(l => l.CriterionId);
        Outcome = Outcomes.Of(BindingContent, room.Verifications);
    }

    /// <summary>What is not as it was sealed; nothing, unless somebody changed it by hand.</summary>
    public IReadOnlyList<AgreementFault> Faults { get; }

    public AcceptanceRoom Room { get; }

    /// <summary>Null for a draft that departs from what is signed, or may do so.</summary>
    public AgreementVersion? Version { get; }

    /// <summary>What is worked on: criteria are offered here, and changed where that is allowed.</summary>
    public bool IsDraft { get; }

    public AgreementContent? Content { get; }

    public IReadOnlyList<CriterionLine> Lines { get; }

    /// <summary>Without what is only proposed.</summary>
    public IReadOnlyList<CriterionContent> Agreed { get; }

    public AnswerSheet Answers { get; }

    /// <summary>The signed version that it is compared with.</summary>
    public AgreementVersion? Base { get; }

    public IReadOnlyList<CriterionDifference> Differences { get; }

    public IReadOnlyList<Waiting> Waits { get; }

    /// <summary>The criteria as both sides signed them last: what is measured and judged.</summary>
    public IReadOnlyCollection<CriterionContent> Binding => _signed.Values;

    /// <summary>What both sides signed last.</summary>
    public AgreementContent? BindingContent { get; }

    public AgreementOutcome Outcome { get; }

    /// <summary>What is signed changes under a change request only, and none is open.</summary>
    public bool NeedsChangeRequest => Room.Agreement?.NeedsChangeRequest == true;

    public CriterionContent? SignedOf(Guid criterionId) => _signed.GetValueOrDefault(criterionId);

    public CriterionDifference? DifferenceOf(Guid criterionId) => _differences.GetValueOrDefault(criterionId);

    /// <summary>The result that stands for what is signed now; null where it is open.</summary>
    public Verification? ResultOf(Guid criterionId) => _results.GetValueOrDefault(criterionId);

    /// <summary>What is known of judging it, also where that was opened again or was judged against an older version.</summary>
    public Verification? RecordOf(Guid criterionId) => _records.GetValueOrDefault(criterionId);

    /// <summary>The values of a criterion by their days, also those that wait to be confirmed.</summary>
    public IReadOnlyList<Measurement> ValuesOf(Guid criterionId) => [.. _values[criterionId]];

    /// <summary>The last value that counts for what is signed now.</summary>
    public Measurement? LastOf(Guid criterionId) => SignedOf(criterionId) is { } binding ? _values[criterionId].LastOrDefault(m => m.Counts && m.Measures(binding)) : null;

    public IEnumerable<LinkLine> LinksOf(Guid criterionId) => _links[criterionId];

    public bool IsServed(Guid criterionId) => _links[criterionId].Any(l => l.Serves);

    public bool IsSignedBoth(Guid criterionId) => Answers.IsAccepted(criterionId, Side.Us) && Answers.IsAccepted(criterionId, Side.Customer);

    /// <summary>Why it departs from what was signed: from the version, or from the draft's change requests.</summary>
    public IReadOnlyList<SealedChange> ChangesOf(Guid criterionId, string code) => Content is { } content
        ? [.. content.Changes.Where(c => c.Code == code)]
        : [.. from id in Room.Criteria.FirstOrDefault(c => c.Id == criterionId)?.ChangeRequestIds ?? []
              join line in Room.Requests on id equals line.Request.Id
              select new SealedChange(code, line.Request.Code, line.Request.What, line.Request.RaisedBy, line.Request.Side, line.Meeting, line.Decision)];

    private static AgreementContent? ContentOf(AgreementVersion? version) => version is null ? null : AgreementContent.TryRead(version.Content);
}
