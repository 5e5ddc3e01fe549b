namespace CoCreateStudio.Domain.Acceptance;

/// <summary>What is written of a criterion, field by field: in the panel, in a sealed version, in a difference.</summary>
public enum CriterionField
{
    Statement,
    Aspect,
    Metric,
    Unit,
    Baseline,
    Comparison,
    Target,
    UpperTarget,
    Proof,
    ProofNote,
    DueOn,
    OurOwner,
    TheirOwner,
    Phase,
}
