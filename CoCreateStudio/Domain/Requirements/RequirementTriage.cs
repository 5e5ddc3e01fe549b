namespace CoCreateStudio.Domain.Requirements;

// What triage decides and keeps: when somebody was answered first, until when a row sleeps, and what it is the same as.
public sealed partial class Requirement
{
    private const string ReplyGap = "\n\n";

    /// <summary>
    /// When the reporter was first answered: with the first public reply, the first comment that the customer sees, or the first
    /// step out of New, whichever came first. Stays when the reply is taken away again: it was given.
    /// </summary>
    public DateTime? FirstAnsweredAt { get; private set; }

    /// <summary>Stays out of triage until this day begins where the reader lives.</summary>
    public DateOnly? SnoozedUntil { get; private set; }

    public void AnswerFirst(DateTime at) => FirstAnsweredAt ??= at;

    /// <summary>What the customer reads.</summary>
    public void Reply(string? text, DateTime at)
    {
        PublicReply = Text(text, TextLength);
        if (PublicReply is not null) AnswerFirst(at);
    }

    /// <summary>Says more to the customer, below what was said before.</summary>
    public void ReplyAlso(string text, DateTime at)
    {
        if (PublicReply?.Length + ReplyGap.Length + text.Length > TextLength) throw new RuleException(nameof(RuleText.ReplyTooLong), Number, TextLength);
        Reply(PublicReply is null ? text : PublicReply + ReplyGap + text, at);
    }

    /// <param name="today">Where the person is who puts it off.</param>
    public void Snooze(DateOnly? until, DateOnly today)
    {
        if (until <= today) throw new RuleException(nameof(RuleText.SnoozeNotAhead), Number);
        SnoozedUntil = until;
    }

    /// <summary>The same need as another one, which lives on for both. Each keeps its own words, screenshots and history.</summary>
    public void MergeInto(Requirement other, DateTime at)
    {
        if (other.Status == RequirementStatus.Duplicate || other.ArchivedAt is not null) throw new RuleException(nameof(RuleText.MergeIntoOneThatLives), other.Number);
        MarkDuplicateOf(other.Id);
        MoveTo(RequirementStatus.Duplicate, null, at);
    }

    // A decision ends the snooze, and whoever is no duplicate any more is one of nothing.
    private void LeaveTriage(DateTime at)
    {
        if (Status == RequirementStatus.New) AnswerFirst(at);
        if (Status == RequirementStatus.Duplicate) DuplicateOfId = null;
        SnoozedUntil = null;
    }
}
