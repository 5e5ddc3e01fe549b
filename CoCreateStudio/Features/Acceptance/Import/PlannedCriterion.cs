using CoCreateStudio.Domain.Acceptance;

namespace CoCreateStudio.Features.Acceptance.Import;

public enum PlanKind { Wrong, New, Same }

/// <summary>A row of the file, and what would become of it.</summary>
/// <param name="Row">As Excel counts, with the sheet where there are several.</param>
/// <param name="Problem">Why it cannot be taken, with the column; null where it can.</param>
/// <param name="IsKnown">The draft says the same already.</param>
public sealed record PlannedCriterion(string Row, Dimension? Dimension, string Statement, IReadOnlyDictionary<CriterionField, string> Fields, string? Problem, bool IsKnown)
{
    public PlanKind Kind => Problem is not null ? PlanKind.Wrong : IsKnown ? PlanKind.Same : PlanKind.New;

    /// <summary>Makes it in an agreement; what the rules refuse comes out.</summary>
    /// <exception cref="RuleException">A field is not what it should be.</exception>
    public AcceptanceCriterion Make(AcceptanceAgreement agreement, DateOnly today)
    {
        AcceptanceCriterion criterion = new(agreement, Dimension ?? throw new RuleException(nameof(RuleText.DimensionNeeded)), Statement);
        foreach (var (field, text) in Fields) criterion.Fill(field, text, today);
        return criterion;
    }
}
