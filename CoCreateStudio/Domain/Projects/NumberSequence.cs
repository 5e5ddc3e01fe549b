namespace CoCreateStudio.Domain.Projects;

/// <summary>Gives numbers within a project, each once: a number is never used again, whatever becomes of the thing it named.</summary>
public sealed class NumberSequence(Guid projectId, string name) : IInProject
{
    public const string OfRequirements = "requirement";
    public const string OfMeetings = "meeting";
    public const string OfDecisions = "decision";
    public const string OfActions = "action";
    public const string OfOpenIssues = "open issue";
    public const string OfRisks = "risk";
    public const string OfSeries = "meeting series";
    public const string OfMinutes = "minutes";
    public const string OfChangeRequests = "change request";

    /// <summary>Counts lines that come into a meeting. Nobody reads it: a line and the close of a meeting both count, so that neither misses the other.</summary>
    public const string OfLines = "line";

    public Guid ProjectId { get; private init; } = projectId;
    public string Name { get; private init; } = name;
    public int Last { get; private set; }

    public int Next() => ++Last;

    /// <summary>Takes several numbers at once and returns the first of them.</summary>
    public int Take(int count)
    {
        var first = Last + 1;
        Last += count;
        return first;
    }
}
