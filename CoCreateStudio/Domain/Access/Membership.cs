namespace CoCreateStudio.Domain.Access;

/// <summary>A person's role in a project.</summary>
public sealed class Membership : Entity, IInProject
{
    private Membership()
    {
    }

    public Membership(Guid projectId, Guid personId, ProjectRole role, Guid? customerId = null)
    {
        ProjectId = projectId;
        PersonId = personId;
        Become(role, customerId);
    }

    public Guid ProjectId { get; private init; }
    public Guid PersonId { get; private init; }
    public ProjectRole Role { get; private set; }
    public Guid? CustomerId { get; private set; }

    public void Become(ProjectRole role, Guid? customerId)
    {
        if (role == ProjectRole.Customer && customerId is null) throw new RuleException(nameof(RuleText.CustomerRoleNeedsCompany));
        (Role, CustomerId) = (role, role == ProjectRole.Customer ? customerId : null);
    }
}
