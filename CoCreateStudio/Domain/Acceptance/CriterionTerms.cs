namespace CoCreateStudio.Domain.Acceptance;

/// <summary>What a criterion is about: two dimensions and a floor.</summary>
public enum Dimension
{
    Delivery,
    Benefit,

    /// <summary>Always judged, never waived.</summary>
    Compliance,
}

/// <summary>Which part of its dimension; compliance has none.</summary>
public enum Aspect
{
    Scope,
    Time,
    Budget,
    Quality,
    Pain,
    Efficiency,
    ProductionRisk,
    Money,
}

/// <summary>How a value stands to the target when it is met.</summary>
public enum Comparison
{
    AtLeast,
    AtMost,
    Equal,
    Between,
    YesNo,
}

/// <summary>By what both sides will see that it is met.</summary>
public enum ProofKind
{
    Audit,
    ThirdParty,
    Demonstration,
    Test,
}

/// <summary>When in the agreement's life a criterion is due.</summary>
public enum AgreementPhase
{
    Start,
    Execution,
    End,
}

/// <summary>How an answer or a signature came to us.</summary>
public enum GivenHow
{
    Online,
    OnPaper,
    InMeeting,
}

public static class CriterionTerms
{
    /// <summary>The letter that a code begins with: "D-1".</summary>
    public static string Letter(this Dimension dimension) => dimension switch { Dimension.Delivery => "D", Dimension.Benefit => "B", _ => "C" };

    public static IReadOnlyList<Aspect> Aspects(this Dimension dimension) => dimension switch
    {
        Dimension.Delivery => [Aspect.Scope, Aspect.Time, Aspect.Budget, Aspect.Quality],
        Dimension.Benefit => [Aspect.Pain, Aspect.Efficiency, Aspect.ProductionRisk, Aspect.Money],
        _ => [],
    };
}
