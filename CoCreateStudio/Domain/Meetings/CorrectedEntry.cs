namespace CoCreateStudio.Domain.Meetings;

/// <summary>
/// What a correction of minutes does to the things that were said: after the meeting nobody else may change their words, so they follow, field
/// by field, where they still say what the minutes said. What became of them since stays: a later date, a new owner, a tick, an answer.
/// </summary>
public static class CorrectedEntry
{
    public static void Follow(this Entry entry, SealedLine was, SealedLine now)
    {
        if (entry.ArchivedAt is not null) return;
        if (entry.Text == was.Text) entry.Write(now.Text);
        switch (entry)
        {
            case Decision decision: decision.Explain(Newer(decision.DecidedBy, was.DecidedBy, now.DecidedBy), Newer(decision.Why, was.Why, now.Why)); break;
            case ActionItem action:
                action.Give(Newer(action.Owner, was.Owner, now.Owner));
                action.Date(Newer(action.DueOn, was.Due, now.Due));
                break;
            case OpenIssue issue: issue.Give(Newer(issue.Owner, was.Owner, now.Owner)); break;
            case Risk risk: risk.Give(Newer(risk.Owner, was.Owner, now.Owner)); break;
        }
    }

    /// <summary>It was struck out: it was never said. What was done or answered meanwhile was, and stays.</summary>
    public static void Strike(this Entry entry, DateTime at)
    {
        if (entry is { ArchivedAt: null } and not ActionItem { IsOpen: false } and not OpenIssue { IsOpen: false }) entry.Archive(at);
    }

    private static T Newer<T>(T today, T was, T now) => EqualityComparer<T>.Default.Equals(today, was) ? now : today;
}
