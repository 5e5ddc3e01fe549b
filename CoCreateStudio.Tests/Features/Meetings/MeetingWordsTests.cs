using CoCreateStudio.Features.Meetings;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Meetings;

public class MeetingWordsTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData(9, "Europe/Berlin", "Fri 6 Mar 2026 10:00–11:00")]
    [InlineData(9, "Europe/Paris", "Fri 6 Mar 2026 10:00–11:00")] // other name, same clocks
    [InlineData(9, "Asia/Shanghai", "Fri 6 Mar 2026 10:00–11:00 (17:00–18:00, Asia/Shanghai)")]
    [InlineData(18, "Asia/Shanghai", "Fri 6 Mar 2026 19:00–20:00 (Sat 7 Mar 2026 02:00–03:00, Asia/Shanghai)")]
    [InlineData(9, "Nowhere/Known", "Fri 6 Mar 2026 10:00–11:00")]
    public void A_time_is_the_readers_and_where_the_clocks_differ_the_meetings_too(int utcHour, string zone, string words)
    {
        using var english = Language.Use("en");

        Assert.Equal(words, MeetingWords.When(new(2026, 3, 6, utcHour, 0, 0, DateTimeKind.Utc), 60, Berlin, zone));
    }
}
