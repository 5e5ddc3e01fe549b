using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Features.Search;

public sealed record FoundProject(string Key, string Name);

/// <summary>A customer, and the projects in which it was found.</summary>
/// <param name="Address">The company's own page for those who see it; for the customer's people their rows.</param>
public sealed record FoundCustomer(string Name, string Projects, string Address);

public sealed record FoundRequirement(string ProjectKey, string ProjectName, int Number, string Title, RequirementStatus Status);

/// <summary>What was found, in the order in which it is shown.</summary>
public sealed record Found(IReadOnlyList<FoundRequirement> Requirements, IReadOnlyList<FoundProject> Projects, IReadOnlyList<FoundCustomer> Customers)
{
    public static readonly Found Nothing = new([], [], []);

    public int Count => Projects.Count + Customers.Count + Requirements.Count;
}
