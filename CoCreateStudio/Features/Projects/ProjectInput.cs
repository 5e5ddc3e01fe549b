using CoCreateStudio.Domain.Customers;

namespace CoCreateStudio.Features.Projects;

/// <summary>What is said of a project when it begins.</summary>
public sealed class ProjectInput
{
    public string Name { get; set; } = "";
    public string Key { get; set; } = "";
    public List<CustomerChoice> Customers { get; init; } = [];
    public Guid? LeadId { get; set; }
}
