using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Domain.Acceptance;

/// <summary>What is typed of a change request.</summary>
public sealed record ChangeCard(
    string What, string Why, Side Side, string RaisedBy, string? Scope = null, string? Time = null, string? Cost = null, Guid? MeetingId = null, Guid? DecisionId = null);

/// <summary>What a change does; "none" is an answer, too.</summary>
public sealed record ChangeImpact(string? Scope, string? Time, string? Cost)
{
    public bool IsSaid => new[] { Scope, Time, Cost }.Any(t => !string.IsNullOrWhiteSpace(t));
}

public enum ChangeState
{
    Raised,

    /// <summary>The draft may change under it.</summary>
    Accepted,
    Declined,
    Withdrawn,

    /// <summary>Both have signed what it asked for.</summary>
    Applied,
}

/// <summary>Why what was signed shall change: raised by a side, weighed by what it does to scope, time and cost, then decided.</summary>
public sealed class ChangeRequest : Entity, IInProject
{
    public const int WhatLength = 200;
    public const int WordsLength = 2000;

    private ChangeRequest()
    {
    }

    /// <param name="enteredBy">Who wrote it down, and may withdraw it; the side that asks is told by the card.</param>
    public ChangeRequest(Guid projectId, Guid customerId, int number, ChangeCard card, DateTime at, Guid? enteredBy = null)
    {
        (ProjectId, CustomerId, Number, RaisedAt, EnteredBy) = (projectId, customerId, number, at, enteredBy);
        What = AcceptanceCriterion.Text(card.What, WhatLength) ?? throw new RuleException(nameof(RuleText.ChangeNeedsWhat));
        Why = AcceptanceCriterion.Text(card.Why, WordsLength) ?? throw new RuleException(nameof(RuleText.ChangeNeedsWhy));
        RaisedBy = AcceptanceCriterion.Text(card.RaisedBy, Given.NameLength) ?? throw new RuleException(nameof(RuleText.GivenNeedsName));
        Side = card.Side;
        Weigh(new(card.Scope, card.Time, card.Cost));
        (MeetingId, DecisionId) = (card.MeetingId, card.DecisionId);
    }

    public Guid ProjectId { get; private init; }
    public Guid CustomerId { get; private init; }

    /// <summary>Per project, given once: "CR-7".</summary>
    public int Number { get; private init; }

    public string Code => $"CR-{Number}";
    public string What { get; private init; } = "";
    public string Why { get; private init; } = "";
    public Side Side { get; private init; }
    public string RaisedBy { get; private init; } = "";
    public DateTime RaisedAt { get; private init; }
    public Guid? EnteredBy { get; private init; }
    public string? Scope { get; private set; }
    public string? Time { get; private set; }
    public string? Cost { get; private set; }
    public Guid? MeetingId { get; private init; }
    public Guid? DecisionId { get; private init; }

    public ChangeState State { get; private set; }

    /// <summary>Who accepted, declined or withdrew it.</summary>
    public string? DecidedBy { get; private set; }
    public DateTime? DecidedAt { get; private set; }
    public string? DecidedWhy { get; private set; }

    /// <summary>With which signature it became what is agreed.</summary>
    public DateTime? AppliedAt { get; private set; }

    public ChangeImpact Impact => new(Scope, Time, Cost);

    /// <summary>To be decided, or to be carried out.</summary>
    public bool IsOpen => State is ChangeState.Raised or ChangeState.Accepted;

    /// <summary>Nobody decides on a change without having looked at what it does.</summary>
    public void Accept(ChangeImpact impact, string by, DateTime at)
    {
        MustBe(ChangeState.Raised);
        if (!impact.IsSaid) throw new RuleException(nameof(RuleText.ChangeNeedsImpact));
        Weigh(impact);
        Decide(ChangeState.Accepted, null, by, at);
    }

    public void Decline(string? reason, string by, DateTime at)
    {
        MustBe(ChangeState.Raised);
        Decide(ChangeState.Declined, AcceptanceCriterion.Text(reason, WordsLength) ?? throw new RuleException(nameof(RuleText.DeclineNeedsReason)), by, at);
    }

    /// <param name="changed">The codes of criteria that differ from what was signed under it: what is in use is not withdrawn.</param>
    public void Withdraw(string? reason, IReadOnlyList<string> changed, string by, DateTime at)
    {
        if (!IsOpen) throw new RuleException(nameof(RuleText.ChangeIsDecided), Code);
        if (changed.Count > 0) throw new RuleException(nameof(RuleText.ChangeIsUsed), Code, changed[0]);
        Decide(ChangeState.Withdrawn, AcceptanceCriterion.Text(reason, WordsLength), by, at);
    }

    /// <summary>What it asked for is signed by both.</summary>
    public void Apply(DateTime at)
    {
        MustBe(ChangeState.Accepted);
        (State, AppliedAt) = (ChangeState.Applied, at);
    }

    private void Decide(ChangeState state, string? why, string by, DateTime at) => (State, DecidedWhy, DecidedBy, DecidedAt) = (state, why, by, at);

    private void Weigh(ChangeImpact impact) =>
        (Scope, Time, Cost) = (AcceptanceCriterion.Text(impact.Scope, WordsLength), AcceptanceCriterion.Text(impact.Time, WordsLength), AcceptanceCriterion.Text(impact.Cost, WordsLength));

    private void MustBe(ChangeState state)
    {
        if (State != state) throw new RuleException(nameof(RuleText.ChangeIsDecided), Code);
    }
}
