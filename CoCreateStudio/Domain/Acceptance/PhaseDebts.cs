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
/// <param name="Binding">What both sides signed last; null as long as there is nothing.</param>
/// <param name="Served">The ids of those that something serves.</param>
public sealed record AgreementStanding(
    IReadOnlyList<CriterionContent> Draft, IReadOnlyList<CriterionContent> Proposals, bool IsSent, AgreementContent? Binding, IReadOnlySet<Guid> Served, IReadOnlyList<Measurement> Values,
    IReadOnlyList<Verification> Results, DateOnly Today);

/// <summary>
/// What start, execution and end still owe. All is negotiated at the start; from then on a criterion is tracked and judged in the phase that it
/// names itself, and one that names none, or the end, is tracked in execution and judged at the end.
/// </summary>
public static class PhaseDebts
{
    public static IReadOnlyList<PhaseDebt> Of(AgreementStanding standing)
    {
        var values = standing.Values.Where(v => v.ArchivedAt is null).ToLookup(v => v.CriterionId);
        var results = standing.Results.ToLookup(r => r.CriterionId);
        return [.. Agreeing(standing), .. (standing.Binding?.Criteria ?? []).SelectMany(c => Owed(standing, c, [.. values[c.Id].Where(v => v.Measures(c))], results[c.Id].FirstOrDefault(r => r.Stands(c, standing.Binding!.Version))))];
    }

    // To negotiate, agree and divide duties.
    private static IEnumerable<PhaseDebt> Agreeing(AgreementStanding s)
    {
        if (s.Draft.Count == 0) yield return new(AgreementPhase.Start, DebtKind.NoCriteria);
        else if (s.Draft.All(c => c.Dimension != Dimension.Compliance)) yield return new(AgreementPhase.Start, DebtKind.NoCompliance);
        foreach (var criterion in s.Draft.Where(c => !c.IsMeasurable)) yield return new(AgreementPhase.Start, DebtKind.NotMeasurable, criterion);
        foreach (var criterion in s.Draft.Where(c => c.OurOwner is null || c.TheirOwner is null || c.DueOn is null)) yield return new(AgreementPhase.Start, DebtKind.NobodyAnswers, criterion);
        foreach (var criterion in s.Proposals) yield return new(AgreementPhase.Start, DebtKind.ProposalWaits, criterion);
        if (s.IsSent) yield return new(AgreementPhase.Start, DebtKind.NotSigned);
        else if (s.Draft.Count > 0 && (s.Binding is null || AgreementDifference.Between(s.Binding.Criteria, s.Draft).Count > 0)) yield return new(AgreementPhase.Start, DebtKind.NotSent);
    }

    private static IEnumerable<PhaseDebt> Owed(AgreementStanding s, CriterionContent criterion, IReadOnlyList<Measurement> values, Verification? result)
    {
        var judged = criterion.Phase ?? AgreementPhase.End;
        if (result is null)
        {
            foreach (var kind in Tracking(s, criterion, values)) yield return new(judged == AgreementPhase.End ? AgreementPhase.Execution : judged, kind, criterion);
            yield return new(judged, DebtKind.NotJudged, criterion);
        }
        else if (result is { Result: VerificationResult.Failed or VerificationResult.Waived, ActionId: null })
        {
            yield return new(judged, DebtKind.NoAction, criterion);
        }
    }

    // The plan is built on it, and followed.
    private static IEnumerable<DebtKind> Tracking(AgreementStanding s, CriterionContent criterion, IReadOnlyList<Measurement> values)
    {
        if (!s.Served.Contains(criterion.Id)) yield return DebtKind.NotServed;
        if (values.Count == 0) yield return DebtKind.NotMeasured;
        if (values.Any(v => !v.Counts)) yield return DebtKind.ValueWaits;
        if (Forecast.Of(criterion, values) is { Kind: ForecastKind.TooLate or ForecastKind.NotInSight }) yield return DebtKind.LateForecast;
        if (criterion.DueOn < s.Today) yield return DebtKind.Overdue;
    }
}
