namespace CoCreateStudio.Domain.Requirements;

/// <summary>The fields of a requirement that people fill in; the one list that table, panel, import, export and undo share.</summary>
public enum RequirementField
{
    Title,
    Description,
    Customer,
    Department,
    Category,
    Phase,
    Urgency,
    Reporter,
    ReportedAt,
    Owner,
    Status,
    StatusReason,
    TargetDate,
    Resolution,
    Notes,
    PublicReply,
    InternalNote,
    Shared,
    DuplicateOf,
}

public static class RequirementFields
{
    public static readonly IReadOnlyList<RequirementField> All = Enum.GetValues<RequirementField>();

    /// <summary>Stays on our side whatever a row is marked with; everything else is seen by the customer of a shared row.</summary>
    public static bool IsInternal(this RequirementField field) => field is RequirementField.InternalNote or RequirementField.Shared;

    /// <summary>The most characters a field takes; null where length is no question.</summary>
    public static int? MaxLength(this RequirementField field) => field switch
    {
        RequirementField.Title => Requirement.TitleLength,
        RequirementField.Department or RequirementField.Category or RequirementField.Reporter or RequirementField.Owner => Requirement.NameLength,
        RequirementField.StatusReason => Requirement.ReasonLength,
        RequirementField.Description or RequirementField.Resolution or RequirementField.Notes
            or RequirementField.PublicReply or RequirementField.InternalNote => Requirement.TextLength,
        _ => null,
    };
}
