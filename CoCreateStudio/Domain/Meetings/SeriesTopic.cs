namespace CoCreateStudio.Domain.Meetings;

/// <summary>A topic that every meeting of a series begins with on its agenda.</summary>
public sealed record SeriesTopic(string Title, int Minutes, string? Presenter)
{
    private const int LongestTopic = 480;

    /// <summary>The same, tidied.</summary>
    /// <exception cref="RuleException">It has no title, or takes too long.</exception>
    internal SeriesTopic Checked()
    {
        var title = Title.Trim();
        if (title.Length is 0 or > AgendaItem.TitleLength) throw new RuleException(nameof(RuleText.NameNeeded), AgendaItem.TitleLength);
        if (Minutes is < 0 or > LongestTopic) throw new RuleException(nameof(RuleText.TopicLength), LongestTopic);
        return new(title, Minutes, TypedText.Tidy(Presenter, Entry.NameLength));
    }
}
