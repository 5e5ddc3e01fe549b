namespace CoCreateStudio.Domain.Meetings;

/// <summary>What is agreed of a series: what its meetings have in common, and when they are.</summary>
public sealed record SeriesPlan(string Title, MeetingKind Kind, Guid? CustomerId, string? Host, Recurrence When, string? Place, string? Link);
