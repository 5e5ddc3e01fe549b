using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Kit.Text;

/// <summary>The usual words for what the whole product speaks of, in the reader's language, and their symbols.</summary>
public static class Words
{
    public static string Word(this RequirementStatus status) => Of($"Status{status}");

    public static string Word(this Urgency urgency) => Of($"Urgency{urgency}");

    public static string Word(this ProjectRole role) => Of($"Role{role}");

    /// <summary>The class of its colour, and the end of its symbol's name.</summary>
    public static string Mark(this RequirementStatus status) =>
        status == RequirementStatus.InProgress ? "progress" : status.ToString().ToLowerInvariant();

    private static string Of(string key) => WordText.ResourceManager.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
