using System.Text;

namespace CoCreateStudio.Domain.Requirements;

/// <summary>What of a view concerns a customer's people: nothing where it holds something internal, else that of one customer or of all.</summary>
public readonly record struct ViewScope(bool IsInternal, Guid? CustomerId = null);

/// <summary>The table as somebody set it up, under a name: their own, or the project's.</summary>
public sealed class SavedView : Entity, IInProject
{
    public const int NameLength = 60;
    public const int QueryLength = 4000;

    private SavedView()
    {
    }

    /// <param name="ownerId">Whose it is; null is the project's.</param>
    public SavedView(Guid projectId, Guid? ownerId, string name, string query, ViewScope scope)
    {
        (ProjectId, OwnerId) = (projectId, ownerId);
        Rename(name);
        Show(query, scope);
    }

    public Guid ProjectId { get; private init; }
    public Guid? OwnerId { get; private init; }
    public string Name { get; private set; } = "";

    /// <summary>The name as addresses say it; no two views of one owner share it.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>Filter, order, groups and columns, as the table's address says them.</summary>
    public string Query { get; private set; } = "";

    /// <summary>Holds something that no customer's people may ask for, so that for them it is not there.</summary>
    public bool IsInternal { get; private set; }

    /// <summary>The only customer whose rows it shows.</summary>
    public Guid? CustomerId { get; private set; }

    public DateTime? RemovedAt { get; private set; }

    public void Rename(string name)
    {
        name = name.Trim();
        if (name.Length is 0 or > NameLength || SlugOf(name).Length == 0) throw new RuleException(nameof(RuleText.NameNeeded), NameLength);
        (Name, Slug) = (name, SlugOf(name));
    }

    public void Show(string query, ViewScope scope)
    {
        if (query.Length > QueryLength) throw new RuleException(nameof(RuleText.ViewTooLong));
        (Query, IsInternal, CustomerId) = (query, scope.IsInternal, scope.CustomerId);
    }

    public void Remove(DateTime at) => RemovedAt ??= at;

    public void Restore() => RemovedAt = null;

    /// <summary>Letters and digits of any script in small letters, a dash between words: "Monday triage" is "monday-triage".</summary>
    public static string SlugOf(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c)) slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }
}
