namespace CoCreateStudio.Domain.Acceptance;

public enum AgreementOutcome
{
    Open,
    Passed,
    PassedWithWaivers,
    Failed,
}

/// <summary>What follows for the whole from its criteria. It is never typed.</summary>
public static class Outcomes
{
    /// <summary>Compliance that failed fails the whole at once; anything else is told when the last is judged.</summary>
    /// <param name="criteria">As they were signed last; nothing signed is open.</param>
    public static AgreementOutcome Of(IReadOnlyCollection<CriterionContent> criteria, IEnumerable<Verification> verifications)
    {
        var results = verifications.ToDictionary(v => v.CriterionId, v => v.Result);
        VerificationResult ResultOf(CriterionContent c) => results.GetValueOrDefault(c.Id);
        if (criteria.Any(c => c.Dimension == Dimension.Compliance && ResultOf(c) == VerificationResult.Failed)) return AgreementOutcome.Failed;
        if (criteria.Count == 0 || criteria.Any(c => ResultOf(c) == VerificationResult.Open)) return AgreementOutcome.Open;
        if (criteria.Any(c => ResultOf(c) == VerificationResult.Failed)) return AgreementOutcome.Failed;
        return criteria.Any(c => ResultOf(c) == VerificationResult.Waived) ? AgreementOutcome.PassedWithWaivers : AgreementOutcome.Passed;
    }
}
