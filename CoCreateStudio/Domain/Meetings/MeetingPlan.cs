namespace CoCreateStudio.Domain.Meetings;

/// <summary>What is agreed of a meeting before it begins.</summary>
/// <param name="StartsAt">In UTC.</param>
/// <param name="Minutes">The slot, 5 to 720.</param>
/// <param name="TimeZone">IANA name of the zone in which it was agreed, such as "Asia/Shanghai".</param>
/// <param name="Link">Where to join from afar: a web address.</param>
public sealed record MeetingPlan(
    string Title, MeetingKind Kind, Guid? CustomerId, string? Host, DateTime StartsAt, int Minutes, string TimeZone, string? Place, string? Link);
