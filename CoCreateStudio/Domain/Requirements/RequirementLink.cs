namespace CoCreateStudio.Domain.Requirements;

/// <summary>Leads from a requirement to a web address or to another requirement of the project.</summary>
public sealed class RequirementLink : Entity, IInProject
{
    public const int UrlLength = 2000;

    private RequirementLink()
    {
    }

    public RequirementLink(Requirement requirement, string url, string? title)
    {
        if (!Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https" or "mailto"))
            throw new RuleException(nameof(RuleText.NotAnAddress));
        if (address.AbsoluteUri.Length > UrlLength) throw new RuleException(nameof(RuleText.TooLong), UrlLength);
        (ProjectId, RequirementId, Url, Title) = (requirement.ProjectId, requirement.Id, address.AbsoluteUri, Shown(title, address));
    }

    public RequirementLink(Requirement requirement, Requirement other)
    {
        if (requirement.Id == other.Id) throw new RuleException(nameof(RuleText.NotItsOwnLink), requirement.Number);
        (ProjectId, RequirementId, OtherId, Title) = (requirement.ProjectId, requirement.Id, other.Id, other.Title);
    }

    public Guid ProjectId { get; private init; }
    public Guid RequirementId { get; private init; }
    public Requirement? Requirement { get; private init; }
    public string? Url { get; private init; }
    public Guid? OtherId { get; private init; }
    public string Title { get; private init; } = "";

    private static string Shown(string? title, Uri address)
    {
        var shown = string.IsNullOrWhiteSpace(title) ? address.Host + address.AbsolutePath.TrimEnd('/') : title.Trim();
        return shown.Length <= Requirements.Requirement.TitleLength ? shown : shown[..Requirements.Requirement.TitleLength];
    }
}
