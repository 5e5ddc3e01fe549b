using CoCreateStudio.Domain.Screenings;

namespace CoCreateStudio.Domain.Customers;

/// <summary>Why a customer takes part.</summary>
public enum ParticipationGrounds
{
    /// <summary>Took part before screening was kept here.</summary>
    Earlier,

    /// <summary>All six traits were met.</summary>
    Qualified,

    /// <summary>Let in though not qualified, with a reason that is shown for ever.</summary>
    Admitted,
}

/// <summary>A customer taking part in a project. It begins through the gate: qualified, or admitted with a reason.</summary>
public sealed class Participation : Entity, IInProject
{
    /// <summary>How long it can be taken back that a customer left; later it comes back through the gate.</summary>
    public static readonly TimeSpan StayFor = TimeSpan.FromHours(1);

    private Participation()
    {
    }

    private Participation(Screening screening, ParticipationGrounds grounds, string? reason, string by, DateTime at)
    {
        (ProjectId, CustomerId) = (screening.ProjectId, screening.CustomerId);
        Enter(screening, grounds, reason, by, at);
    }

    public Guid ProjectId { get; private init; }
    public Guid CustomerId { get; private init; }
    public ParticipationGrounds Grounds { get; private set; }

    /// <summary>Why it was let in though not qualified.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who opened the gate.</summary>
    public string By { get; private set; } = "";

    /// <summary>Null where it took part before screening was kept here.</summary>
    public DateTime? BeganAt { get; private set; }

    /// <summary>How it stood to the traits on that day, to be seen beside what came of it.</summary>
    public Dictionary<Trait, TraitState> TraitsAtStart { get; private set; } = [];

    /// <summary>Takes part no longer.</summary>
    public DateTime? LeftAt { get; private set; }

    /// <summary>The times it took part before this one, the first one first.</summary>
    public List<PastParticipation> Before { get; private set; } = [];

    /// <summary>Each time it was let in though not qualified: kept and shown for ever, also when it left and came back qualified.</summary>
    public IReadOnlyList<Admission> Exceptions =>
        [.. Before.Select(past => (past.By, past.BeganAt, past.Reason)).Append((By, BeganAt, Reason)).Where(came => came.Reason is not null).Select(came => new Admission(came.By, came.BeganAt ?? default, came.Reason!))];

    /// <summary>All six traits are met, so it takes part.</summary>
    /// <exception cref="RuleException">It is not qualified, or its go-live date has passed.</exception>
    public static Participation Begin(Screening screening, string by, DateTime at) => new(Qualified(screening, at), ParticipationGrounds.Qualified, null, by, at);

    /// <summary>Takes part though it is not qualified.</summary>
    public static Participation Admit(Screening screening, string reason, string by, DateTime at) =>
        new(NotQualified(screening), ParticipationGrounds.Admitted, Because(reason), by, at);

    /// <summary>Takes part again, through the same gate.</summary>
    public void BeginAgain(Screening screening, string by, DateTime at) => Enter(Qualified(screening, at), ParticipationGrounds.Qualified, null, by, at);

    /// <inheritdoc cref="BeginAgain"/>
    public void AdmitAgain(Screening screening, string reason, string by, DateTime at) =>
        Enter(NotQualified(screening), ParticipationGrounds.Admitted, Because(reason), by, at);

    public void Leave(DateTime at) => LeftAt ??= at;

    /// <summary>Takes back that it left, as if it had not.</summary>
    public void Stay(DateTime at)
    {
        if (at - LeftAt > StayFor) throw new RuleException(nameof(RuleText.LeftForGood));
        LeftAt = null;
    }

    private void Enter(Screening screening, ParticipationGrounds grounds, string? reason, string by, DateTime at)
    {
        if (LeftAt is { } left) Before = [.. Before, new(Grounds, Reason, By, BeganAt, left, TraitsAtStart)];
        (Grounds, Reason, By, BeganAt, LeftAt) = (grounds, reason, by, at, null);
        TraitsAtStart = new(screening.States);
    }

    // A dot is no reason.
    private static string Because(string reason) => TypedText.IsAFewWords(reason) ? Screening.Reason(reason) : throw new RuleException(nameof(RuleText.GateReasonNeeded));

    private static Screening Qualified(Screening screening, DateTime at)
    {
        screening.MustBeOpen();
        if (screening.Verdict.Kind != VerdictKind.Qualified) throw new RuleException(nameof(RuleText.NotQualified));
        return screening.Of(Trait.GoLive).Date is { } goLive && goLive < LastDayBegun(at) ? throw new RuleException(nameof(RuleText.GoLivePassed), goLive) : screening;
    }

    // The day before has ended everywhere on earth.
    private static DateOnly LastDayBegun(DateTime at) => DateOnly.FromDateTime(at.AddHours(-12));

    private static Screening NotQualified(Screening screening)
    {
        screening.MustBeOpen();
        return screening.Verdict.Kind != VerdictKind.Qualified ? screening : throw new RuleException(nameof(RuleText.QualifiedAlready));
    }
}

/// <summary>A time a customer took part in a project, and left it.</summary>
public sealed record PastParticipation(ParticipationGrounds Grounds, string? Reason, string By, DateTime? BeganAt, DateTime LeftAt, Dictionary<Trait, TraitState> TraitsAtStart);

/// <summary>Who let a customer in that was not qualified, when and why.</summary>
public sealed record Admission(string By, DateTime At, string Reason);
