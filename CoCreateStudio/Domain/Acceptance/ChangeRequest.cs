using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Domain.Acceptance;

/// <summary>What is typed of a change request.</summary>
public sealed record ChangeCard(
    string What, string Why, Side Side, string RaisedBy, string? Scope = null, string? Time = null, string? Cost = null, Guid? MeetingId = null, Guid? DecisionId = null);

/// <summary>Why what was signed shall change: raised by a side, with what it does to scope, time and cost.</summary>
public sealed class ChangeRequest : Entity, IInProject
{
    public const int WhatLength = 200;
    public const int WordsLength = 2000;

    private ChangeRequest()
    {
    }

    public ChangeRequest(Guid projectId, Guid customerId, int number, ChangeCard card, DateTime at)
    {
        (ProjectId, CustomerId, Number, RaisedAt) = (projectId, customerId, number, at);
        What = AcceptanceCriterion.Text(card.What, WhatLength) ?? throw new RuleException(nameof(RuleText.ChangeNeedsWhat));
        Why = AcceptanceCriterion.Text(card.Why, WordsLength) ?? throw new RuleException(nameof(RuleText.ChangeNeedsWhy));
        RaisedBy = AcceptanceCriterion.Text(card.RaisedBy, Given.NameLength) ?? throw new RuleException(nameof(RuleText.GivenNeedsName));
        (Side, Scope, Time, Cost) = (card.Side, AcceptanceCriterion.Text(card.Scope, WordsLength), AcceptanceCriterion.Text(card.Time, WordsLength), AcceptanceCriterion.Text(card.Cost, WordsLength));
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
    public string? Scope { get; private init; }
    public string? Time { get; private init; }
    public string? Cost { get; private init; }
    public Guid? MeetingId { get; private init; }
    public Guid? DecisionId { get; private init; }

    /// <summary>With which signature it became what is agreed.</summary>
    public DateTime? AppliedAt { get; private set; }

    public bool IsOpen => AppliedAt is null;

    public void Apply(DateTime at) => AppliedAt ??= at;
}
