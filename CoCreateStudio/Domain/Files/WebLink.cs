namespace CoCreateStudio.Domain.Files;

/// <summary>An address on the web that somebody gave, checked, with a title of its own: its host and path.</summary>
public sealed record WebLink
{
    /// <exception cref="RuleException">It is no address of the web.</exception>
    public WebLink(string? url)
    {
        Url = TypedText.WebAddress(url) ?? throw new RuleException(nameof(RuleText.WebAddressNeeded));
        Uri address = new(Url);
        var title = address.Host + address.AbsolutePath.TrimEnd('/');
        Title = title.Length <= Document.NameLength ? title : title[..Document.NameLength];
    }

    public string Url { get; }
    public string Title { get; }
}
