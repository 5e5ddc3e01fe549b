using CoCreateStudio.Domain.Meetings;

namespace CoCreateStudio.Domain.Acceptance;

/// <summary>Which meetings can show what was said to a version.</summary>
public static class MeetingProof
{
    /// <exception cref="RuleException">It was not held, or before the day on which the version was sent.</exception>
    public static void MustShow(this Meeting meeting, AgreementVersion version)
    {
        if (!meeting.IsHeld()) throw new RuleException(nameof(RuleText.MeetingNotHeld), meeting.Number);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(meeting.TimeZone);
        if (Day(meeting.StartedAt ?? meeting.StartsAt, zone) < Day(version.SentAt, zone)) throw new RuleException(nameof(RuleText.MeetingBeforeSent), meeting.Number, version.Number);
    }

    private static bool IsHeld(this Meeting meeting) => meeting.State is MeetingState.InProgress or MeetingState.Closed;

    private static DateOnly Day(DateTime utc, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));
}
