namespace CoCreateStudio.Domain.Customers;

/// <summary>What is known of a company; the one list that page, table, import, export and history share.</summary>
public enum CustomerField
{
    Name,
    ShortName,
    Industry,
    Size,
    HeadCount,
    Region,

    /// <summary>How it stands in its industry: "second by market share".</summary>
    Standing,

    /// <summary>Who says so: a report, a ranking, an address.</summary>
    StandingSource,
    Notes,
}

/// <summary>What is known of a person at a company.</summary>
public enum ContactField
{
    Name,
    Department,
    Title,
    Phone,
    Email,
    Im,
    HasAuthority,

    /// <summary>Whom and what this person can direct.</summary>
    Resources,
    EmergencyOrder,
}

public static class CustomerFields
{
    public static readonly IReadOnlyList<CustomerField> All = Enum.GetValues<CustomerField>();

    public static readonly IReadOnlyList<ContactField> OfContacts = Enum.GetValues<ContactField>();
}
