namespace CoCreateStudio.Domain.Meetings;

/// <summary>What a line of the minutes is.</summary>
public enum NoteKind
{
    Note,
    KeyPoint,
    Decision,
    Action,
    OpenIssue,
    Risk,
    Requirement,
}
