namespace CoCreateStudio.Domain.Meetings;

/// <summary>Material of a topic: something on the web to read before, or to show in the meeting.</summary>
public sealed class TopicLink : Entity, IInProject
{
    public const int TitleLength = 200;

    private TopicLink()
    {
    }

    /// <param name="topicId">A proposal, or an item of an agenda; see <see cref="AgendaItem.Topic"/>.</param>
    public TopicLink(Guid projectId, Guid topicId, string url, string? title, Guid? addedById, string addedBy)
    {
        url = MeetingPlan.WebAddress(url) ?? throw new RuleException(nameof(RuleText.WebAddressNeeded));
        (ProjectId, TopicId, Url, AddedById, AddedBy) = (projectId, topicId, url, addedById, addedBy);
        Title = MeetingPlan.Tidy(title, TitleLength) ?? Shown(new Uri(url));
    }

    public Guid ProjectId { get; private init; }
    public Guid TopicId { get; private init; }
    public string Url { get; private init; } = "";
    public string Title { get; private init; } = "";
    public Guid? AddedById { get; private init; }
    public string AddedBy { get; private init; } = "";

    private static string Shown(Uri address)
    {
        var shown = address.Host + address.AbsolutePath.TrimEnd('/');
        return shown.Length <= TitleLength ? shown : shown[..TitleLength];
    }
}
