namespace CoCreateStudio.Domain.Acceptance;

public enum AgreementOutcome
{
    Open,
    Passed,
    PassedWithWaivers,
    Failed,
}

/// <summary>What follows for the whole from its criteria, and for a project from its agreements. It is never typed.</summary>
public static class Outcomes
{
    /// <summary>Compliance that failed fails the whole at once; anything else is told when the last is judged.</summary>
    /// <param name="binding">What both sides signed last; as long as there is nothing, all is open. What was judged against something else is open, too.</param>
    public static AgreementOutcome Of(AgreementContent? binding, IEnumerable<Verification> verifications)
    {
        if (binding is not { Criteria: { Count: > 0 } criteria }) return AgreementOutcome.Open;
        var byCriterion = verifications.ToDictionary(v => v.CriterionId);
        VerificationResult[] results = [.. criteria.Select(c => byCriterion.GetValueOrDefault(c.Id) is { } v && v.Stands(c, binding.Version) ? v.Result : VerificationResult.Open)];
        if (criteria.Where((c, i) => c.Dimension == Dimension.Compliance && results[i] == VerificationResult.Failed).Any()) return AgreementOutcome.Failed;
        if (results.Contains(VerificationResult.Open)) return AgreementOutcome.Open;
        if (results.Contains(VerificationResult.Failed)) return AgreementOutcome.Failed;
        return results.Contains(VerificationResult.Waived) ? AgreementOutcome.PassedWithWaivers : AgreementOutcome.Passed;
    }

    /// <summary>One customer with whom it failed is a failure; it has passed when it has with all. Without an agreement it is open.</summary>
    public static AgreementOutcome OfProject(IReadOnlyCollection<AgreementOutcome> agreements)
    {
        if (agreements.Contains(AgreementOutcome.Failed)) return AgreementOutcome.Failed;
        if (agreements.Count == 0 || agreements.Contains(AgreementOutcome.Open)) return AgreementOutcome.Open;
        return agreements.Contains(AgreementOutcome.PassedWithWaivers) ? AgreementOutcome.PassedWithWaivers : AgreementOutcome.Passed;
    }
}
