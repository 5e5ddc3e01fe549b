namespace CoCreateStudio.Domain.Access;

/// <summary>What one person may do in one project; <paramref name="CustomerId"/> is the company that a customer's own person belongs to.</summary>
public sealed record Grant(ProjectRole Role, Guid? CustomerId = null)
{
    public bool Allows(Right right) => Role.Allows(right);

    /// <summary>Set for the customer's own people: rows of any other company do not exist for them.</summary>
    public Guid? OnlyCustomer => Role == ProjectRole.Customer ? CustomerId ?? Guid.Empty : null;
}
