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

    /// <summary>Write what is known of companies and their people, which is the same in all projects.</summary>
    EditCustomers,

    /// <summary>Offer something for those to take who may write it: a candidate, an assessment of a trait, a criterion, a measured value.</summary>
    Propose,

    /// <summary>Say how a candidate stands to the six traits, and let one that is qualified take part.</summary>
    ScreenCustomers,

    /// <summary>Let a customer take part that is not qualified, with a reason.</summary>
    AdmitCustomers,

    /// <summary>Write acceptance criteria, send them to both sides, and keep what was measured.</summary>
    EditCriteria,

    /// <summary>Sign for our side, and record a signature that was given on paper or in a meeting.</summary>
    SignAgreements,
}
