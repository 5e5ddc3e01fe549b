namespace CoCreateStudio.Domain.Meetings;

public enum Every
{
    Week,
    TwoWeeks,

    /// <summary>The day of the month of the first date; in a shorter month, its last day.</summary>
    MonthDay,

    /// <summary>
    /// The weekday of the first date and how often it had come that month: "second Tuesday". From a fifth one it is the last of each
    /// month, so that a monthly meeting is held every month.
    /// </summary>
    MonthWeekday,
}

/// <summary>When the meetings of a series are planned. Each date is counted from the first one, so moving or skipping one moves no other.</summary>
/// <param name="At">The time on the clocks of the zone.</param>
/// <param name="TimeZone">Its IANA name, such as Europe/Berlin.</param>
public sealed record Recurrence(Every Every, DateOnly First, TimeOnly At, string TimeZone, int Minutes)
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    /// <summary>The next dates later than this one.</summary>
    public IEnumerable<DateOnly> Dates(DateOnly after, int count) => All(after).SkipWhile(d => d <= after).Take(count);

    /// <summary>
    /// When it begins. A time that the clocks skip is read as if they had not been put forward yet (02:30 begins when they show
    /// 03:30); of a time that comes twice, the first is meant. Calendars read it so, too (RFC 5545).
    /// </summary>
    public DateTime Utc(DateOnly date)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
        var local = date.ToDateTime(At);
        return DateTime.SpecifyKind(local - Offset(zone, local), DateTimeKind.Utc);
    }

    private static TimeSpan Offset(TimeZoneInfo zone, DateTime local)
    {
        if (zone.IsAmbiguousTime(local)) return zone.GetAmbiguousTimeOffsets(local).Max();
        while (zone.IsInvalidTime(local)) local -= Step;
        return zone.GetUtcOffset(local);
    }

    private IEnumerable<DateOnly> All(DateOnly near)
    {
        for (var i = Math.Max(0, Before(near)); ; i++) yield return Nth(i);
    }

    /// <summary>A number whose date is not later, so that a series of many years is not walked from its first day.</summary>
    private int Before(DateOnly near) => Every switch
    {
        Every.Week => (near.DayNumber - First.DayNumber) / 7,
        Every.TwoWeeks => (near.DayNumber - First.DayNumber) / 14,
        _ => (near.Year - First.Year) * 12 + near.Month - First.Month - 1,
    };

    private DateOnly Nth(int i) => Every switch
    {
        Every.Week => First.AddDays(7 * i),
        Every.TwoWeeks => First.AddDays(14 * i),
        Every.MonthDay => First.AddMonths(i),
        Every.MonthWeekday => WeekdayIn(First.AddMonths(i)),
        _ => throw new InvalidOperationException($"No such recurrence: {Every}"),
    };

    private DateOnly WeekdayIn(DateOnly month)
    {
        var firstDay = new DateOnly(month.Year, month.Month, 1);
        var week = (First.Day - 1) / 7;
        var day = firstDay.AddDays((First.DayOfWeek - firstDay.DayOfWeek + 7) % 7 + 7 * week);
        return day.Month == month.Month ? day : day.AddDays(-7);
    }
}
