using System.Globalization;
using CoCreateStudio.Domain.Meetings;

namespace CoCreateStudio.Tests.Domain.Meetings;

public class RecurrenceTests
{
    [Theory]
    [InlineData(Every.Week, "2026-11-20", "2026-11-20,2026-11-27,2026-12-04,2026-12-11")]
    [InlineData(Every.TwoWeeks, "2026-11-20", "2026-11-20,2026-12-04,2026-12-18,2027-01-01")]
    [InlineData(Every.MonthDay, "2026-11-20", "2026-11-20,2026-12-20,2027-01-20,2027-02-20")]
    [InlineData(Every.MonthDay, "2027-01-31", "2027-01-31,2027-02-28,2027-03-31,2027-04-30")]
    [InlineData(Every.MonthDay, "2028-01-30", "2028-01-30,2028-02-29,2028-03-30,2028-04-30")]
    [InlineData(Every.MonthWeekday, "2026-10-13", "2026-10-13,2026-11-10,2026-12-08,2027-01-12")]
    [InlineData(Every.MonthWeekday, "2026-11-01", "2026-11-01,2026-12-06,2027-01-03,2027-02-07")]
    [InlineData(Every.MonthWeekday, "2026-10-30", "2026-10-30,2026-11-27,2026-12-25,2027-01-29")]
    public void Dates_are_counted_from_the_first(Every every, string first, string expected) =>
        Assert.Equal(expected, Text(Series(every, first).Dates(Day(first).AddDays(-1), 4)));

    [Theory]
    [InlineData(Every.Week)]
    [InlineData(Every.TwoWeeks)]
    [InlineData(Every.MonthDay)]
    [InlineData(Every.MonthWeekday)]
    public void Asking_from_any_day_on_gives_the_same_series(Every every)
    {
        var series = Series(every, "2025-01-31");
        var all = series.Dates(series.First.AddDays(-1), 60).ToList();

        for (var day = series.First.AddDays(-40); day < all[^5]; day = day.AddDays(1))
            Assert.Equal(all.Where(d => d > day).Take(3), series.Dates(day, 3));
    }

    [Fact]
    public void The_day_itself_is_not_after_it() => Assert.Equal("2026-11-27", Text(Series(Every.Week, "2026-11-20").Dates(Day("2026-11-20"), 1)));

    [Theory]
    [InlineData("Europe/Berlin", "2026-10-24", "10:00", "2026-10-24T08:00")]
    [InlineData("Europe/Berlin", "2026-10-26", "10:00", "2026-10-26T09:00")]
    [InlineData("Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30")] // comes twice: the first
    [InlineData("Europe/Berlin", "2026-10-25", "03:00", "2026-10-25T02:00")]
    [InlineData("Europe/Berlin", "2027-03-28", "01:59", "2027-03-28T00:59")]
    [InlineData("Europe/Berlin", "2027-03-28", "02:30", "2027-03-28T01:30")] // is skipped: 03:30 on the clocks
    [InlineData("Europe/Berlin", "2027-03-28", "03:00", "2027-03-28T01:00")]
    [InlineData("America/New_York", "2026-10-31", "09:00", "2026-10-31T13:00")]
    [InlineData("America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30")]
    [InlineData("America/New_York", "2026-11-02", "09:00", "2026-11-02T14:00")]
    [InlineData("America/New_York", "2027-03-14", "02:00", "2027-03-14T07:00")]
    [InlineData("America/New_York", "2027-03-14", "02:59", "2027-03-14T07:59")]
    [InlineData("Asia/Shanghai", "2026-10-25", "02:30", "2026-10-24T18:30")]
    [InlineData("Asia/Shanghai", "2027-03-28", "02:30", "2027-03-27T18:30")]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:45")] // half an hour is skipped there
    public void The_clocks_of_the_zone_say_when_it_begins(string zone, string date, string at, string utc)
    {
        var begins = (Series(Every.Week, date) with { TimeZone = zone, At = TimeOnly.Parse(at, CultureInfo.InvariantCulture) }).Utc(Day(date));

        Assert.Equal((utc, DateTimeKind.Utc), (begins.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture), begins.Kind));
    }

    [Fact]
    public void A_zone_that_does_not_exist_is_refused() =>
        Assert.Throws<TimeZoneNotFoundException>(() => (Series(Every.Week, "2026-11-20") with { TimeZone = "Europe/Nowhere" }).Utc(Day("2026-11-20")));

    private static Recurrence Series(Every every, string first) => new(every, Day(first), new TimeOnly(10, 0), "Europe/Berlin", 60);

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(IEnumerable<DateOnly> dates) => string.Join(',', dates.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
}
