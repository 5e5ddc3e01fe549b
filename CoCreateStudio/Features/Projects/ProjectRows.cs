using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;

namespace CoCreateStudio.Features.Projects;

/// <summary>A project on the home page.</summary>
/// <param name="Role">Null for an administrator who is no member.</param>
/// <param name="Open">The open requirements by status.</param>
/// <param name="Outcome">What follows from the acceptance agreements; null as long as there is none.</param>
public sealed record ProjectRow(
    Guid Id, string Key, string Name, ProjectRole? Role, IReadOnlyList<ProjectCustomer> Customers, IReadOnlyDictionary<RequirementStatus, int> Open, int Late, ProjectOutcome? Outcome);

/// <summary>What came of the agreements of a project.</summary>
/// <param name="Settled">With how many customers it is told.</param>
public sealed record ProjectOutcome(AgreementOutcome Outcome, int Settled, int Agreements)
{
    internal static ProjectOutcome? Of(IReadOnlyCollection<JudgedAgreement> agreements) => agreements.Count == 0
        ? null
        : new(Outcomes.OfProject([.. agreements.Select(a => a.Outcome)]), agreements.Count(a => a.Outcome != AgreementOutcome.Open), agreements.Count);
}

/// <param name="Exceptions">Each time it was let in though not qualified; none for whoever sees nothing internal.</param>
public sealed record ProjectCustomer(string Name, IReadOnlyList<Admission> Exceptions);

public sealed record ArchivedProject(Guid Id, string Key, string Name, DateTime ArchivedAt);

/// <summary>Somebody to choose.</summary>
public sealed record KnownPerson(Guid Id, string Name, string Email);
