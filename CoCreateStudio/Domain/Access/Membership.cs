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

    /// <param name="otherLeads">How many other people who can sign in lead the project.</param>
    public void Become(ProjectRole role, Guid? customerId, int otherLeads)
    {
        if (role != ProjectRole.Lead) Leave(otherLeads);
        Become(role, customerId);
    }

    /// <summary>The person may go, or take another role: a project that has a lead keeps one.</summary>
    /// <param name="otherLeads">How many other people who can sign in lead the project.</param>
    public void Leave(int otherLeads)
    {
        if (Role == ProjectRole.Lead && otherLeads == 0) throw new RuleException(nameof(RuleText.LastLead));
    }

    private void Become(ProjectRole role, Guid? customerId)
    {
        if (role == ProjectRole.Customer && customerId is null) throw new RuleException(nameof(RuleText.CustomerRoleNeedsCompany));
        (Role, CustomerId) = (role, role == ProjectRole.Customer ? customerId : null);
    }
}
