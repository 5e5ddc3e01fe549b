namespace CoCreateStudio.Domain.Access;

/// <summary>What a role may allow; asked for at the data door, never on a page.</summary>
public enum Right
{
    ViewProject,
    SeeInternal,
    Comment,
    AddRequirements,
    EditRequirements,
    ArchiveRequirements,
    ImportRequirements,

    /// <summary>Make and change the views that everybody in the project has.</summary>
    ShareViews,

    /// <summary>Plan meetings, run and close them.</summary>
    HoldMeetings,

    /// <summary>Write in a meeting, and change what came out of one.</summary>
    TakeNotes,
    SetUpProject,
    ManagePeople,
}
