using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Screenings;

namespace CoCreateStudio.Features.Screenings;

/// <summary>All candidates of a project, and the customers that take part in it without having been screened here.</summary>
public sealed record Board(IReadOnlyList<Candidate> Candidates, IReadOnlyList<KnownCustomer> NotScreened)
{
    public Candidate? Of(Guid customerId) => Candidates.FirstOrDefault(c => c.Customer.Id == customerId);
}

/// <summary>A candidate with all that is known of it here.</summary>
/// <param name="Participation">How it came to take part; null as long as it does not.</param>
/// <param name="Evidence">Links and files, by the assessment that they prove.</param>
/// <param name="Proposals">What waits to be taken over.</param>
/// <param name="Contacts">The people of the company, by name.</param>
public sealed record Candidate(
    Customer Customer, Screening Screening, Participation? Participation, ILookup<Guid, Evidence> Evidence, IReadOnlyList<AssessmentProposal> Proposals, IReadOnlyList<Contact> Contacts)
{
    public Verdict Verdict => Screening.Verdict;

    public bool IsDeclined => Screening.DeclinedAt is not null;

    /// <summary>Somebody has to decide: it is qualified and does not take part yet, or not qualified and neither admitted nor declined, or only proposed.</summary>
    public bool Waits => Participation is null && !IsDeclined && (Verdict.Kind != VerdictKind.Incomplete || Screening.IsProposed);

    public Contact? ContactOf(TraitAssessment assessment) => Contacts.FirstOrDefault(c => c.Id == assessment.ContactId);
}
