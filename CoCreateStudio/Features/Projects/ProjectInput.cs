namespace CoCreateStudio.Features.Projects;

/// <summary>A customer to take part: one that is known, or a new one.</summary>
public sealed record CustomerChoice(Guid? Id, string Name, string? ShortName = null);

/// <summary>What is said of a project when it begins.</summary>
public sealed class ProjectInput
{
    public string Name { get; set; } = "";
    public string Key { get; set; } = "";
    public List<CustomerChoice> Customers { get; init; } = [];
    public Guid? LeadId { get; set; }
}
