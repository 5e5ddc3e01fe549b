using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.Screenings;

namespace CoCreateStudio.Kit.Text;

/// <summary>The usual words for what the whole product speaks of, in the reader's language, and their symbols.</summary>
public static class Words
{
    public static string Word(this RequirementStatus status) => Of($"Status{status}");

    public static string Word(this Urgency urgency) => Of($"Urgency{urgency}");

    public static string Word(this ProjectRole role) => Of($"Role{role}");

    public static string Word(this Trait trait) => Of($"Trait{trait}");

    public static string Word(this VerdictKind kind) => Of($"Verdict{kind}");

    public static string Word(this TraitState state) => Of($"TraitState{state}");

    /// <summary>The class that carries the colour of a verdict.</summary>
    public static string Mark(this VerdictKind kind) => kind switch { VerdictKind.Qualified => "met", VerdictKind.NotQualified => "not", _ => "unknown" };

    /// <summary>The class that carries shape and colour of a state.</summary>
    public static string Mark(this TraitState state) => state switch { TraitState.Met => "met", TraitState.NotMet => "not", _ => "unknown" };

    /// <summary>The class of its colour, and the end of its symbol's name.</summary>
    public static string Mark(this RequirementStatus status) =>
        status == RequirementStatus.InProgress ? "progress" : status.ToString().ToLowerInvariant();

    /// <summary>That a customer was let in though not qualified.</summary>
    public static string Said(this Admission admission, TimeZoneInfo zone, DateOnly today) =>
        string.Format(CultureInfo.CurrentCulture, WordText.AdmittedBy, admission.By, Format.Day(admission.At, zone, today), admission.Reason);

    private static string Of(string key) => WordText.ResourceManager.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
