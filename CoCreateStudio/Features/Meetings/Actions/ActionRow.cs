using CoCreateStudio.Domain.Meetings;

namespace CoCreateStudio.Features.Meetings.Actions;

/// <summary>An action or an open issue as the list shows it.</summary>
public sealed record ActionRow
{
    public Guid Id { get; init; }
    public ActionKind Kind { get; init; }
    public int Number { get; init; }
    public string Text { get; init; } = "";
    public string? Owner { get; init; }
    public DateOnly? DueOn { get; init; }
    public DateTime? EndedAt { get; init; }

    /// <summary>Who ticked it, or what the answer was.</summary>
    public string? Ended { get; init; }

    public Guid? CustomerId { get; init; }
    public DateTime SaidAt { get; init; }
    public string Author { get; init; } = "";
    public Guid? MeetingId { get; init; }
    public int? MeetingNumber { get; init; }
    public string? MeetingTitle { get; init; }

    /// <summary>Into how many meetings it was carried so far.</summary>
    public int Carried { get; init; }

    public bool IsOpen => EndedAt is null;

    /// <summary>"A-12", as it is called in minutes.</summary>
    public string Name => Kind.Note().Reference(Number)!;

    public bool IsLate(DateOnly today) => IsOpen && DueOn < today;
}
