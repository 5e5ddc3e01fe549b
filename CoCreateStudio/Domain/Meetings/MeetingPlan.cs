namespace CoCreateStudio.Domain.Meetings;

/// <summary>What is agreed of a meeting before it begins.</summary>
/// <param name="StartsAt">In UTC.</param>
/// <param name="Minutes">The slot, 5 to 720.</param>
/// <param name="TimeZone">IANA name of the zone in which it was agreed, such as "Asia/Shanghai".</param>
/// <param name="Link">Where to join from afar: a web address.</param>
public sealed record MeetingPlan(
    string Title, MeetingKind Kind, Guid? CustomerId, string? Host, DateTime StartsAt, int Minutes, string TimeZone, string? Place, string? Link)
{
    private const int ShortestSlot = 5;
    private const int LongestSlot = 720;

    /// <summary>The same, tidied.</summary>
    /// <exception cref="RuleException">Something in it is not possible.</exception>
    internal MeetingPlan Checked()
    {
        var title = Title.Trim();
        if (title.Length is 0 or > Meeting.TitleLength) throw new RuleException(nameof(RuleText.NameNeeded), Meeting.TitleLength);
        if (Minutes is < ShortestSlot or > LongestSlot) throw new RuleException(nameof(RuleText.SlotLength), ShortestSlot, LongestSlot);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _)) throw new RuleException(nameof(RuleText.UnknownTimeZone), TimeZone);
        return this with { Title = title, Host = TypedText.Tidy(Host, Meeting.TitleLength), Place = TypedText.Tidy(Place, Meeting.PlaceLength), Link = TypedText.WebAddress(Link) };
    }
}
