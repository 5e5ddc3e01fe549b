using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Domain.Acceptance;

public enum WaitsFor
{
    /// <summary>Criteria that a side has said nothing to, or got a reply about.</summary>
    Answers,

    /// <summary>A question or a refusal that nobody has replied to.</summary>
    Reply,

    /// <summary>All is accepted, and not signed.</summary>
    Signature,
}

/// <summary>A side that is waited for.</summary>
/// <param name="Count">Of answers or replies.</param>
public sealed record Waiting(Side Side, WaitsFor For, DateTime Since, int Count)
{
    /// <summary>After so many days somebody is late.</summary>
    public const int LateAfterDays = 3;

    public bool IsLate(DateTime now) => (now - Since).TotalDays >= LateAfterDays;
}

/// <summary>Whose turn it is, from what was sent and answered.</summary>
public static class AgreementClock
{
    /// <summary>Nobody is waited for where nothing is sent, or both have signed.</summary>
    public static IReadOnlyList<Waiting> Of(AgreementVersion? sent, AnswerSheet answers)
    {
        if (sent is not { State: VersionState.Sent }) return [];
        List<Waiting> waiting = [];
        foreach (var side in new[] { Side.Us, Side.Customer }) waiting.AddRange(Of(sent, answers, side));
        return waiting;
    }

    private static IEnumerable<Waiting> Of(AgreementVersion sent, AnswerSheet answers, Side side)
    {
        if (answers.Unreplied(side.Other()) is { Count: > 0 } asked) yield return new(side, WaitsFor.Reply, asked[0].EnteredAt, asked.Count);
        if (answers.Owed(side) is { Count: > 0 } owed) yield return new(side, WaitsFor.Answers, owed.Min(c => answers.Of(c.Id, side)?.RepliedAt ?? sent.SentAt), owed.Count);
        if (answers.SignatureOf(side) is null && answers.AcceptedAllAt(side) is { } since) yield return new(side, WaitsFor.Signature, since > sent.SentAt ? since : sent.SentAt, 1);
    }
}
