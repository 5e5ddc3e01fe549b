using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Domain.Acceptance;

public enum AnswerKind
{
    Accepted,
    Rejected,
    Asked,
}

/// <summary>What one side says to one criterion of a version that was sent. Nothing of it changes; who thinks otherwise answers again. Only a reply comes beside it.</summary>
public sealed class CriterionAnswer : Entity, IInProject
{
    public const int WordsLength = 1000;

    private CriterionAnswer()
    {
    }

    /// <param name="answers">What was said and signed so far: a side that has signed stands by its answers.</param>
    public CriterionAnswer(AgreementVersion version, AnswerSheet answers, CriterionContent criterion, Side side, AnswerKind kind, string? words, Given given)
    {
        version.MustTakeAnswers();
        if (answers.SignatureOf(side) is { } signed) throw new RuleException(nameof(RuleText.AnswersAreSigned), signed.Name, version.Number);
        words = AcceptanceCriterion.Text(words, WordsLength);
        if (kind == AnswerKind.Rejected && words is null) throw new RuleException(nameof(RuleText.RejectionNeedsReason));
        if (kind == AnswerKind.Asked && words is null) throw new RuleException(nameof(RuleText.QuestionNeedsWords));
        given = given.Checked(version);
        (ProjectId, AgreementId, VersionId) = (version.ProjectId, version.AgreementId, version.Id);
        (CriterionId, ContentHash, Side, Kind, Words) = (criterion.Id, criterion.Hash, side, kind, words);
        (Name, Title, At, How) = (given.Name, given.Title, given.At, given.How);
        (RecordedBy, RecordedAt, MeetingId, ScanId) = (given.RecordedBy, given.RecordedAt, given.MeetingId, given.ScanId);
    }

    public Guid ProjectId { get; private init; }
    public Guid AgreementId { get; private init; }
    public Guid VersionId { get; private init; }
    public Guid CriterionId { get; private init; }

    /// <summary>Of what was answered: it holds in later versions, too, as long as the criterion says the same.</summary>
    public string ContentHash { get; private init; } = "";

    public Side Side { get; private init; }
    public AnswerKind Kind { get; private init; }

    /// <summary>The reason, or the question.</summary>
    public string? Words { get; private init; }

    public string Name { get; private init; } = "";
    public string? Title { get; private init; }
    public DateTime At { get; private init; }
    public GivenHow How { get; private init; }
    public string? RecordedBy { get; private init; }
    public DateTime? RecordedAt { get; private init; }
    public DateTime EnteredAt => RecordedAt ?? At;
    public Guid? MeetingId { get; private init; }
    public Guid? ScanId { get; private init; }

    public string? Reply { get; private set; }
    public string? RepliedBy { get; private set; }
    public DateTime? RepliedAt { get; private set; }

    /// <summary>Who wrote the reply down, where its author told it to them.</summary>
    public string? ReplyRecordedBy { get; private set; }

    /// <summary>Answers a question, or a reason, for the side that was asked.</summary>
    public void ReplyTo(AgreementVersion version, Side side, string words, string by, DateTime at, string? recordedBy = null)
    {
        if (version.Id != VersionId) throw new ArgumentException("That is another version.", nameof(version));
        version.MustBeOpen();
        if (Kind == AnswerKind.Accepted) throw new RuleException(nameof(RuleText.NothingToReply));
        if (side == Side) throw new RuleException(nameof(RuleText.OtherSideReplies));
        if (Reply is not null) throw new RuleException(nameof(RuleText.RepliedAlready), RepliedBy!);
        by = AcceptanceCriterion.Text(by, Given.NameLength) ?? throw new RuleException(nameof(RuleText.GivenNeedsName));
        Reply = AcceptanceCriterion.Text(words, WordsLength) ?? throw new RuleException(nameof(RuleText.NothingSaid));
        (RepliedBy, RepliedAt, ReplyRecordedBy) = (by, at, recordedBy);
    }
}
