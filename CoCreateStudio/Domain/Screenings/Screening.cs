namespace CoCreateStudio.Domain.Screenings;

/// <summary>A customer who may take part in a project, looked at by six traits.</summary>
public sealed class Screening : Entity, IInProject
{
    public const int ReasonLength = 500;

    /// <summary>After so many days what is known of a trait should be asked again.</summary>
    public const int FreshForDays = 90;

    private Screening()
    {
    }

    /// <param name="mayScreen">Whoever may only propose a candidate leaves it to others to take it on.</param>
    public Screening(Guid projectId, Guid customerId, bool mayScreen, string by, DateTime at)
    {
        (ProjectId, CustomerId, AddedBy, AddedAt, RoundSince) = (projectId, customerId, by, at, at);
        if (mayScreen) TakenOnAt = at;
        Assessments = [.. Enum.GetValues<Trait>().Select(trait => new TraitAssessment(this, trait, at))];
    }

    public Guid ProjectId { get; private init; }
    public Guid CustomerId { get; private init; }
    public string AddedBy { get; private init; } = "";
    public DateTime AddedAt { get; private init; }

    /// <summary>Null as long as the candidate is only proposed.</summary>
    public DateTime? TakenOnAt { get; private set; }

    public DateTime? DeclinedAt { get; private set; }
    public string? DeclinedBy { get; private set; }
    public string? DeclineReason { get; private set; }

    /// <summary>1 at first; each re-screening is the next one and starts from what is known.</summary>
    public int Round { get; private set; } = 1;

    public DateTime RoundSince { get; private set; }

    /// <summary>What earlier rounds came to, the first one first.</summary>
    public List<PastRound> PastRounds { get; private set; } = [];

    /// <summary>One for each trait.</summary>
    public List<TraitAssessment> Assessments { get; private set; } = [];

    public IReadOnlyDictionary<Trait, TraitState> States => Assessments.ToDictionary(a => a.Trait, a => a.State);

    public Verdict Verdict => Verdict.Of(States);

    public bool IsProposed => TakenOnAt is null && DeclinedAt is null;

    public TraitAssessment Of(Trait trait) => Assessments.Single(a => a.Trait == trait);

    /// <summary>Says how the candidate stands to a trait.</summary>
    public void Assess(Trait trait, Assessment assessment, string by, DateTime at)
    {
        MustBeOpen();
        Of(trait).Write(assessment, by, at);
    }

    /// <summary>Says that what is known of a trait was looked at and is still so.</summary>
    public void Confirm(Trait trait, string by, DateTime at)
    {
        MustBeOpen();
        if (Of(trait).State == TraitState.Unknown) throw new RuleException(nameof(RuleText.UnknownIsNotConfirmed));
        Of(trait).Confirm(by, at);
    }

    /// <summary>Takes on a candidate that was proposed.</summary>
    public void TakeOn(DateTime at)
    {
        MustBeOpen();
        TakenOnAt ??= at;
    }

    /// <param name="takesPart">Whoever takes part is a candidate no longer.</param>
    public void Decline(string reason, bool takesPart, string by, DateTime at)
    {
        MustBeOpen();
        if (takesPart) throw new RuleException(nameof(RuleText.TakesPartAlready));
        (DeclinedAt, DeclinedBy, DeclineReason) = (at, by, Reason(reason));
    }

    /// <summary>Looks at a declined candidate once more.</summary>
    public void Reopen() => (DeclinedAt, DeclinedBy, DeclineReason) = (null, null, null);

    /// <summary>Begins the next round, from the state of the last one.</summary>
    public void ScreenAgain(DateTime at)
    {
        MustBeOpen();
        PastRounds = [.. PastRounds, new(Round, RoundSince, at, new(States))];
        (Round, RoundSince) = (Round + 1, at);
    }

    /// <summary>What to find out next: what is unknown, then what speaks against it, then what has not been looked at for long or not in this round.</summary>
    public IReadOnlyList<Trait> ToAsk(DateTime now) =>
        [.. Assessments.Where(a => a.State != TraitState.Met || a.Age(now) > FreshForDays || !IsLookedAt(a)).OrderBy(a => a.State switch { TraitState.Unknown => 0, TraitState.NotMet => 1, _ => 2 }).ThenBy(a => a.Trait).Select(a => a.Trait)];

    /// <summary>Whether a trait was looked at in this round.</summary>
    public bool IsLookedAt(TraitAssessment assessment) => assessment.At >= RoundSince;

    internal static string Reason(string? reason)
    {
        var tidy = TypedText.Tidy(reason, ReasonLength);
        return tidy ?? throw new RuleException(nameof(RuleText.GateReasonNeeded));
    }

    internal void MustBeOpen()
    {
        if (DeclinedAt is not null) throw new RuleException(nameof(RuleText.CandidateDeclined));
    }
}

/// <summary>How a candidate stood when a round of screening ended.</summary>
public sealed record PastRound(int Number, DateTime Since, DateTime Until, Dictionary<Trait, TraitState> States);
