using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Features.Search;

public sealed record FoundProject(string Key, string Name);

/// <summary>A customer in one of the projects.</summary>
public sealed record FoundCustomer(Guid Id, string Name, string ProjectKey, string ProjectName);

public sealed record FoundRequirement(string ProjectKey, string ProjectName, int Number, string Title, RequirementStatus Status);

/// <summary>What was found, in the order in which it is shown.</summary>
public sealed record Found(IReadOnlyList<FoundRequirement> Requirements, IReadOnlyList<FoundProject> Projects, IReadOnlyList<FoundCustomer> Customers)
{
    public static readonly Found Nothing = new([], [], []);

    public int Count => Projects.Count + Customers.Count + Requirements.Count;
}
