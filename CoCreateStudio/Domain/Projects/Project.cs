using System.Text.RegularExpressions;
using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Domain.Projects;

/// <summary>A co-creation project or programme.</summary>
public sealed partial class Project : Entity, IInProject
{
    public const int NameLength = 120;
    public const int KeyLength = 8;
    public const int StatusNameLength = 24;

    public Project(string name, string key)
    {
        Rename(name);
        Rekey(key);
    }

    /// <summary>Its own id, so that the project itself is guarded, audited and announced like all that is in it.</summary>
    public Guid ProjectId
    {
        get => Id;
        private set { }
    }

    public string Name { get; private set; } = "";

    /// <summary>Short and unique, such as "ACME": stands in addresses and file names.</summary>
    public string Key { get; private set; } = "";

    public string Purpose { get; private set; } = "";

    /// <summary>What the customer reads for a status where the usual word does not fit.</summary>
    public Dictionary<RequirementStatus, string> StatusNames { get; private set; } = [];

    /// <summary>Where the project departs from the usual targets for a first answer; null is "no target".</summary>
    public Dictionary<Urgency, AnswerTarget?> FirstAnswer { get; private set; } = [];

    public List<string> Departments { get; private set; } = [];
    public List<string> Categories { get; private set; } = [];
    public DateTime? ArchivedAt { get; private set; }

    public void Rename(string name)
    {
        name = name.Trim();
        if (name.Length is 0 or > NameLength) throw new RuleException(nameof(RuleText.NameNeeded), NameLength);
        Name = name;
    }

    public void Rekey(string key)
    {
        key = key.Trim().ToUpperInvariant();
        if (!KeyShape().IsMatch(key)) throw new RuleException(nameof(RuleText.ProjectKeyShape));
        Key = key;
    }

    public void Describe(string purpose) => Purpose = purpose.Trim();

    /// <summary>Replaces the list of departments; empty and repeated names are left out.</summary>
    public void ListDepartments(IEnumerable<string> names) => Departments = Tidy(names);

    public void ListCategories(IEnumerable<string> names) => Categories = Tidy(names);

    public void NameStatus(RequirementStatus status, string? name)
    {
        name = name?.Trim() ?? "";
        if (name.Length > StatusNameLength) throw new RuleException(nameof(RuleText.TooLong), StatusNameLength);
        var names = new Dictionary<RequirementStatus, string>(StatusNames);
        if (name.Length == 0) names.Remove(status);
        else names[status] = name;
        StatusNames = names;
    }

    /// <param name="target">Null takes the target away.</param>
    public void AnswerWithin(Urgency urgency, AnswerTarget? target) => FirstAnswer = new(FirstAnswer) { [urgency] = target };

    public void Archive(DateTime at) => ArchivedAt ??= at;

    public void Restore() => ArchivedAt = null;

    private static List<string> Tidy(IEnumerable<string> names)
    {
        List<string> tidy = [.. names.Select(n => n.Trim()).Where(n => n.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (tidy.Exists(n => n.Length > NameLength)) throw new RuleException(nameof(RuleText.TooLong), NameLength);
        return tidy;
    }

    [GeneratedRegex("^[A-Z][A-Z0-9]{1,7}$")]
    private static partial Regex KeyShape();
}
