namespace CoCreateStudio.Kit.Text;

/// <summary>The time of day as people read it off a clock: "10:42".</summary>
public static class ClockTime
{
    public static string Of(DateTime utc, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The day that it is on a clock of this zone.</summary>
    public static DateOnly Day(DateTime utc, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));
}
