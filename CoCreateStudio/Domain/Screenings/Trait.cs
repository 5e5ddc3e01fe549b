namespace CoCreateStudio.Domain.Screenings;

/// <summary>The six traits of the right customer. Each is necessary; none can be made up for by another.</summary>
public enum Trait
{
    /// <summary>Knows its own pain, wants to act.</summary>
    Need,

    /// <summary>The expected result is written down.</summary>
    Goal,

    /// <summary>There is a date on which it goes live.</summary>
    GoLive,

    /// <summary>Attitude, speed of response, time invested.</summary>
    Communication,

    /// <summary>The contact speaks for the project and can move people.</summary>
    Authority,

    /// <summary>A leader of its industry that others look at.</summary>
    Influence,
}

/// <summary>How a candidate stands to a trait.</summary>
public enum TraitState
{
    Unknown,
    Met,
    NotMet,
}
