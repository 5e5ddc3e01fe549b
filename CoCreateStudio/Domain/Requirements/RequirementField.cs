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
    SnoozedUntil,
}

/// <summary>Whose word a field carries.</summary>
public enum Writer
{
    /// <summary>What the customer needs and how much: only they know.</summary>
    Customer,

    /// <summary>What we do about it.</summary>
    Us,

    /// <summary>Both sides write in it; in the status each takes its own steps.</summary>
    Both,
}

public static class RequirementFields
{
    public static readonly IReadOnlyList<RequirementField> All = Enum.GetValues<RequirementField>();

    /// <summary>The right of a column: the same in table, panel, file and wherever else the customer writes.</summary>
    public static Writer WrittenBy(this RequirementField field) => field switch
    {
        RequirementField.Title or RequirementField.Description or RequirementField.Department
            or RequirementField.Urgency or RequirementField.Reporter or RequirementField.ReportedAt => Writer.Customer,
        RequirementField.Category or RequirementField.Phase or RequirementField.Notes or RequirementField.Status => Writer.Both,
        _ => Writer.Us,
    };

    /// <summary>We keep the record and write down what the customer says, so we write in every field; the customer's side in its own and the common ones.</summary>
    public static bool IsWrittenBy(this RequirementField field, Side side) => side == Side.Us || field.WrittenBy() != Writer.Us;

    /// <exception cref="RuleException">The field is not theirs to fill in.</exception>
    public static void MustBeWrittenBy(this RequirementField field, Side side)
    {
        if (!field.IsWrittenBy(side)) throw new RuleException(nameof(RuleText.NotTheirField));
    }

    /// <summary>Stays on our side whatever a row is marked with; everything else is seen by the customer of a shared row.</summary>
    public static bool IsInternal(this RequirementField field) => field is RequirementField.InternalNote or RequirementField.Shared or RequirementField.SnoozedUntil;

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
