using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Features.Projects;

/// <summary>A project on the home page.</summary>
/// <param name="Role">Null for an administrator who is no member.</param>
/// <param name="Open">The open requirements by status.</param>
public sealed record ProjectRow(
    Guid Id, string Key, string Name, ProjectRole? Role, IReadOnlyList<string> Customers, IReadOnlyDictionary<RequirementStatus, int> Open, int Late);

public sealed record ArchivedProject(Guid Id, string Key, string Name, DateTime ArchivedAt);

/// <summary>Somebody to choose.</summary>
public sealed record KnownPerson(Guid Id, string Name, string Email);
