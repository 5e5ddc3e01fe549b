namespace CoCreateStudio.Domain.Customers;

/// <summary>A company to choose.</summary>
public sealed record KnownCustomer(Guid Id, string Name, string ShortName);

/// <summary>A company that was chosen: one that is known, or a new one.</summary>
public sealed record CustomerChoice(Guid? Id, string Name, string? ShortName = null);
