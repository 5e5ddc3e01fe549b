namespace CoCreateStudio.Domain.Customers;

/// <summary>A customer taking part in a project.</summary>
public sealed class Participation(Guid projectId, Guid customerId) : Entity, IInProject
{
    public Guid ProjectId { get; private init; } = projectId;
    public Guid CustomerId { get; private init; } = customerId;
}
