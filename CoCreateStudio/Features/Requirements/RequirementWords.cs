using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Kit.Text;

namespace CoCreateStudio.Features.Requirements;

/// <summary>The reader's words for the values of requirements.</summary>
public static class RequirementWords
{
    public static string Word(this RequirementStatus status) => Words.Word(status);

    /// <summary>The name of its mark, in glyphs and styles alike.</summary>
    public static string Mark(this RequirementStatus status) => Words.Mark(status);

    public static string Word(this Urgency urgency) => Words.Word(urgency);

    public static string Word(this ProjectPhase phase) => phase switch
    {
        ProjectPhase.BeforeBuilding => RequirementsText.PhaseBeforeBuilding,
        ProjectPhase.Acceptance => RequirementsText.PhaseAcceptance,
        _ => RequirementsText.PhaseRollOut,
    };

    public static string Word(this RequirementField field) => RequirementsText.ResourceManager.GetString(field.ToString(), CultureInfo.CurrentUICulture) ?? field.ToString();

    /// <summary>A field's invariant text as the reader says it; null where it is empty.</summary>
    public static string? Say(this RequirementField field, string? value, ProjectFacts facts, TimeZoneInfo zone) => value is null ? null : field switch
    {
        RequirementField.Status => facts.Word(Enum.Parse<RequirementStatus>(value)),
        RequirementField.Urgency => Enum.Parse<Urgency>(value).Word(),
        RequirementField.Phase => Enum.Parse<ProjectPhase>(value).Word(),
        RequirementField.Customer => facts.Customer(Guid.Parse(value)) ?? "?",
        RequirementField.Shared => value == bool.TrueString ? RequirementsText.Yes : RequirementsText.No,
        RequirementField.TargetDate or RequirementField.SnoozedUntil => DateOnly.Parse(value, CultureInfo.InvariantCulture).ToString("d", CultureInfo.CurrentCulture),
        RequirementField.ReportedAt => TimeZoneInfo.ConvertTimeFromUtc(DateTime.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind).ToUniversalTime(), zone).ToString("g", CultureInfo.CurrentCulture),
        _ => value,
    };
}
