using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Kit.Text;

namespace CoCreateStudio.Features.Acceptance.Agreement;

/// <summary>What is typed of an answer that the customer gave outside: who, in what role, on which day, how, and what shows it.</summary>
public sealed class GivenDraft(AgreementVersion version, TimeZoneInfo zone, DateOnly today)
{
    public string Name { get; set; } = "";
    public string Title { get; set; } = "";
    public DateOnly Day { get; set; } = today;
    public GivenHow How { get; set; } = GivenHow.InMeeting;
    public Guid? MeetingId { get; set; }
    public Guid? ScanId { get; set; }

    /// <summary>Nothing was said to a version before it was sent.</summary>
    public DateOnly From { get; } = ClockTime.Day(version.SentAt, zone);

    public DateOnly To { get; } = today;

    public Given RecordedBy(string name, DateTime now) => new(Name, Title, At(now), How, name, now, MeetingId, ScanId);

    // Noon of the day, or on its first and last day what lies between the sending and now.
    private DateTime At(DateTime now)
    {
        var noon = TimeZoneInfo.ConvertTimeToUtc(Day.ToDateTime(new(12, 0)), zone);
        if (Day == From && noon < version.SentAt) noon = version.SentAt;
        return Day == To && noon > now ? now : noon;
    }
}
