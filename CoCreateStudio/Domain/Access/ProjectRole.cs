namespace CoCreateStudio.Domain.Access;

/// <summary>What a person is in one project.</summary>
public enum ProjectRole
{
    Lead,
    Pm,
    Member,

    /// <summary>A stakeholder: reads and exports everything internal, changes nothing.</summary>
    Viewer,

    /// <summary>The customer's own people: see only what is marked for their company.</summary>
    Customer,
}
