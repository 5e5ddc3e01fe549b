using System.Text.Json.Nodes;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.Sealing;

namespace CoCreateStudio.Domain.Acceptance;

/// <summary>One side's signature under a version. Its own hash goes over the hash of the version, and who signed, in what role, when and how it came to us.</summary>
public sealed class SignOff : Entity, IInProject
{
    private SignOff()
    {
    }

    internal SignOff(AgreementVersion version, AnswerSheet answers, Side side, Given given)
    {
        version.MustBeOpen();
        if (answers.SignatureOf(side) is { } before) throw new RuleException(nameof(RuleText.SideHasSigned), before.Name);
        if (answers.Missing(side) is { Count: > 0 } missing) throw new RuleException(nameof(RuleText.NotAllAccepted), missing.Count, missing[0].Code);
        given = given.Checked(version);
        if (given.Title is null) throw new RuleException(nameof(RuleText.SignatureNeedsTitle));
        (ProjectId, AgreementId, VersionId, Hash, Side) = (version.ProjectId, version.AgreementId, version.Id, version.Hash, side);
        (Name, Title, At, How) = (given.Name, given.Title, given.At, given.How);
        (RecordedBy, RecordedAt, MeetingId, ScanId) = (given.RecordedBy, given.RecordedAt, given.MeetingId, given.ScanId);
        OwnHash = Seal.Hash(Hash, Content);
    }

    public Guid ProjectId { get; private init; }
    public Guid AgreementId { get; private init; }
    public Guid VersionId { get; private init; }

    /// <summary>Of the version, as it was when it was signed.</summary>
    public string Hash { get; private init; } = "";

    public Side Side { get; private init; }
    public string Name { get; private init; } = "";

    /// <summary>In what role.</summary>
    public string Title { get; private init; } = "";

    public DateTime At { get; private init; }
    public GivenHow How { get; private init; }

    /// <summary>Who wrote it down, where it was not given online.</summary>
    public string? RecordedBy { get; private init; }
    public DateTime? RecordedAt { get; private init; }
    public Guid? MeetingId { get; private init; }
    public Guid? ScanId { get; private init; }

    /// <summary>Null for what was signed before signatures had one.</summary>
    public string? OwnHash { get; private init; }

    /// <summary>What people compare by eye: "9f3a·71c0".</summary>
    public string? ShortHash => OwnHash is null ? null : Seal.Abridged(OwnHash);

    /// <summary>What is hashed of it: canonical JSON, times to the second.</summary>
    public string Content => Seal.Canonical(new JsonObject
    {
        ["at"] = SealedMinutes.Moment(At),
        ["how"] = How.ToString(),
        ["meetingId"] = MeetingId,
        ["name"] = Name,
        ["recordedAt"] = RecordedAt is { } recorded ? SealedMinutes.Moment(recorded) : null,
        ["recordedBy"] = RecordedBy,
        ["scanId"] = ScanId,
        ["side"] = Side.ToString(),
        ["title"] = Title,
    });

    /// <summary>Whether it is as it was given; null where nothing tells.</summary>
    public bool? IsAsSealed => OwnHash is null ? null : Seal.Fits(OwnHash, Hash, Content);
}
