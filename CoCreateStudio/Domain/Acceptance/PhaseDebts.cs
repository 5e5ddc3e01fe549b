namespace CoCreateStudio.Domain.Acceptance;

public enum DebtKind
{
    NoCriteria,
    NoCompliance,
    NotMeasurable,
    NobodyAnswers,
    ProposalWaits,
    NotSent,
    NotSigned,
    NotServed,
    NotMeasured,
    ValueWaits,
    LateForecast,
    Overdue,
    NotJudged,
    NoAction,
}

/// <summary>Something that a phase still owes.</summary>
/// <param name="Criterion">The one that it is about; null for the agreement as a whole.</param>
public sealed record PhaseDebt(AgreementPhase Phase, DebtKind Kind, CriterionContent? Criterion = null);

/// <summary>How an agreement stands, as far as the phases ask.</summary>
/// <param name="Draft">The criteria that are worked on, without proposals.</param>
/// <param name="Binding">As both sides signed them last.</param>
/// <param name="Served">The ids of those that something serves.</param>
public sealed record AgreementStanding(
    IReadOnlyList<CriterionContent> Draft, IReadOnlyList<CriterionContent> Proposals, bool IsSent, IReadOnlyCollection<CriterionContent> Binding, IReadOnlySet<Guid> Served, IReadOnlyList<Measurement> Values,
    IReadOnlyList<Verification> Results, DateOnly Today);

/// <summary>What start, execution and end still owe.</summary>
public static class PhaseDebts
{
    public static IReadOnlyList<PhaseDebt> Of(AgreementStanding standing) => [.. Start(standing), .. Execution(standing), .. End(standing)];

    // To negotiate, agree and divide duties.
    private static IEnumerable<PhaseDebt> Start(AgreementStanding s)
    {
        if (s.Draft.Count == 0) yield return new(AgreementPhase.Start, DebtKind.NoCriteria);
        else if (s.Draft.All(c => c.Dimension != Dimension.Compliance)) yield return new(AgreementPhase.Start, DebtKind.NoCompliance);
        foreach (var criterion in s.Draft.Where(c => !c.IsMeasurable)) yield return new(AgreementPhase.Start, DebtKind.NotMeasurable, criterion);
        foreach (var criterion in s.Draft.Where(c => c.OurOwner is null || c.TheirOwner is null || c.DueOn is null)) yield return new(AgreementPhase.Start, DebtKind.NobodyAnswers, criterion);
        foreach (var criterion in s.Proposals) yield return new(AgreementPhase.Start, DebtKind.ProposalWaits, criterion);
        if (s.IsSent) yield return new(AgreementPhase.Start, DebtKind.NotSigned);
        else if (s.Draft.Count > 0 && (s.Binding.Count == 0 || AgreementDifference.Between([.. s.Binding], s.Draft).Count > 0)) yield return new(AgreementPhase.Start, DebtKind.NotSent);
    }

    // The plan is built on it, and followed.
    private static IEnumerable<PhaseDebt> Execution(AgreementStanding s)
    {
        foreach (var criterion in s.Binding.Where(c => IsOpen(s, c)))
        {
            var values = s.Values.Where(v => v.CriterionId == criterion.Id && v.ArchivedAt is null).ToList();
            if (!s.Served.Contains(criterion.Id)) yield return new(AgreementPhase.Execution, DebtKind.NotServed, criterion);
            if (values.Count == 0) yield return new(AgreementPhase.Execution, DebtKind.NotMeasured, criterion);
            if (values.Exists(v => !v.Counts)) yield return new(AgreementPhase.Execution, DebtKind.ValueWaits, criterion);
            if (Forecast.Of(criterion, values) is { Kind: ForecastKind.TooLate or ForecastKind.NotInSight }) yield return new(AgreementPhase.Execution, DebtKind.LateForecast, criterion);
            if (criterion.DueOn < s.Today) yield return new(AgreementPhase.Execution, DebtKind.Overdue, criterion);
        }
    }

    // To verify against real data, and keep what remains.
    private static IEnumerable<PhaseDebt> End(AgreementStanding s)
    {
        foreach (var criterion in s.Binding)
        {
            if (IsOpen(s, criterion)) yield return new(AgreementPhase.End, DebtKind.NotJudged, criterion);
            else if (s.Results.Any(r => r.CriterionId == criterion.Id && r.Result is (VerificationResult.Failed or VerificationResult.Waived) && r.ActionId is null)) yield return new(AgreementPhase.End, DebtKind.NoAction, criterion);
        }
    }

    private static bool IsOpen(AgreementStanding s, CriterionContent criterion) => s.Results.All(r => r.CriterionId != criterion.Id || r.IsOpen);
}
