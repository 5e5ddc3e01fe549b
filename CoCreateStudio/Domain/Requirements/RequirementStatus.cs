namespace CoCreateStudio.Domain.Requirements;

/// <summary>Where the work on a requirement stands, in the order of the workflow; stored as numbers, so that tables sort by it.</summary>
public enum RequirementStatus
{
    New = 0,
    Accepted = 10,
    Planned = 20,
    InProgress = 30,
    Delivered = 40,
    Verified = 50,
    Declined = 60,
    Duplicate = 70,
}

/// <summary>How urgent the reporter finds it, lowest first.</summary>
public enum Urgency
{
    Low = 10,
    Medium = 20,
    High = 30,
    Critical = 40,
}

/// <summary>When in the project a need came up.</summary>
public enum ProjectPhase { BeforeBuilding, Acceptance, RollOut }

/// <summary>Which of the two sides.</summary>
public enum Side { Us, Customer }
