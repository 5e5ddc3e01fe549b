using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Features.Projects;

/// <summary>What is set up of a project.</summary>
/// <param name="Admissions">The customers that were let in though not qualified, by their ids.</param>
/// <param name="Candidates">How many companies are looked at that do not take part yet.</param>
public sealed record ProjectSetUp(
    string Name, string Key, string Purpose, IReadOnlyList<string> Departments, IReadOnlyList<string> Categories,
    IReadOnlyDictionary<RequirementStatus, string> StatusNames, IReadOnlyList<KnownCustomer> Customers, AnswerTargets FirstAnswer,
    ILookup<Guid, Admission> Admissions, int Candidates)
{
    /// <summary>What a status is called for the customer; empty where the usual word stands.</summary>
    public string NameOf(RequirementStatus status) => StatusNames.GetValueOrDefault(status, "");
}

/// <summary>Somebody in the project.</summary>
public sealed record ProjectPerson(Guid PersonId, string Name, string Email, ProjectRole Role, Guid? CustomerId, string? Customer);

/// <summary>The lists of a project from which a field of its requirements is filled.</summary>
public enum ProjectList { Departments, Categories }
