
namespace CoCreateStudio.Domain.Requirements;

// Every field as invariant text, so that a cell, an import, a history entry and an undo all speak of the same thing.
public sealed partial class Requirement
{
    /// <summary>A field as invariant text: enums by name, ids and dates in their ISO form, null where empty.</summary>
    public string? Read(RequirementField field) => field switch
    {
        RequirementField.Title => Title,
        RequirementField.Description => Description,
        RequirementField.Customer => CustomerId?.ToString(),
        RequirementField.Department => Department,
        RequirementField.Category => Category,
        RequirementField.Phase => Phase?.ToString(),
        RequirementField.Urgency => Urgency?.ToString(),
        RequirementField.Reporter => Reporter,
        RequirementField.ReportedAt => ReportedAt?.ToString("O", CultureInfo.InvariantCulture),
        RequirementField.Owner => Owner,
        RequirementField.Status => Status.ToString(),
        RequirementField.StatusReason => StatusReason,
        RequirementField.TargetDate => TargetDate?.ToString("O", CultureInfo.InvariantCulture),
        RequirementField.Resolution => Resolution,
        RequirementField.Notes => Notes,
        RequirementField.PublicReply => PublicReply,
        RequirementField.InternalNote => InternalNote,
        RequirementField.Shared => Shared ? bool.TrueString : bool.FalseString,
        RequirementField.DuplicateOf => DuplicateOfId?.ToString(),
        RequirementField.SnoozedUntil => SnoozedUntil?.ToString("O", CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    /// <summary>Sets a field from invariant text, under the rules of that field; a status that needs a reason takes the one set before.</summary>
    /// <param name="by">Whose word it is, whoever types it in.</param>
    /// <exception cref="RuleException">The text is no value of the field, or a rule refuses it.</exception>
    public void Write(RequirementField field, string? text, DateTime at, Side by = Side.Us)
    {
        field.MustBeWrittenBy(by);
        switch (field)
        {
            case RequirementField.Title: Title = Text(text, TitleLength) ?? throw new RuleException(nameof(RuleText.RequirementNeedsWords)); break;
            case RequirementField.Description: Description = Text(text, TextLength); break;
            case RequirementField.Customer: CustomerId = Parsed<Guid>(text); break;
            case RequirementField.Department: Department = Text(text, NameLength); break;
            case RequirementField.Category: Category = Text(text, NameLength); break;
            case RequirementField.Phase: Phase = Named<ProjectPhase>(text); break;
            case RequirementField.Urgency: Urgency = Named<Urgency>(text); break;
            case RequirementField.Reporter: Reporter = Text(text, NameLength); break;
            case RequirementField.ReportedAt: ReportedAt = Parsed<DateTime>(text)?.ToUniversalTime(); break;
            case RequirementField.Owner: Assign(text, null); break;
            case RequirementField.Status: MoveTo(StatusOf(text), StatusReason, at, by); break;
            case RequirementField.StatusReason: StatusReason = Text(text, ReasonLength); break;
            case RequirementField.TargetDate: TargetDate = Parsed<DateOnly>(text); break;
            case RequirementField.Resolution: Resolution = Text(text, TextLength); break;
            case RequirementField.Notes: Notes = Text(text, TextLength); break;
            case RequirementField.PublicReply: Reply(text, at); break;
            case RequirementField.InternalNote: InternalNote = Text(text, TextLength); break;
            case RequirementField.Shared: Shared = Parsed<bool>(text) ?? false; break;
            case RequirementField.DuplicateOf: MarkDuplicateOf(Parsed<Guid>(text)); break;
            case RequirementField.SnoozedUntil: SnoozedUntil = DayOf(text); break;
            default: throw new ArgumentOutOfRangeException(nameof(field), field, null);
        }
    }

    /// <summary>A status from its invariant text.</summary>
    /// <exception cref="RuleException">There is no such status.</exception>
    public static RequirementStatus StatusOf(string? text) => Named<RequirementStatus>(text) ?? throw NoValue(text);

    /// <summary>A day from its invariant text.</summary>
    /// <exception cref="RuleException">It is no day.</exception>
    public static DateOnly? DayOf(string? text) => Parsed<DateOnly>(text);

    /// <summary>Gives it to somebody; a name that is no member's stays as text, as files bring it.</summary>
    public void Assign(string? owner, Guid? memberId) => (Owner, OwnerId) = (Text(owner, NameLength), memberId);

    // Only a value's own name: TryParse alone takes numbers and lists of names as well.
    private static T? Named<T>(string? text) where T : struct, Enum =>
        string.IsNullOrEmpty(text) ? null : Enum.TryParse<T>(text, out var value) && value.ToString() == text && Enum.IsDefined(value) ? value : throw NoValue(text);

    private static T? Parsed<T>(string? text) where T : struct, ISpanParsable<T>
    {
        if (string.IsNullOrEmpty(text)) return null;
        return T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : throw NoValue(text);
    }

    private static RuleException NoValue(string? text) => new(nameof(RuleText.NotAValue), text ?? "");
}
