using System.Text.Json.Serialization;

namespace CoCreateStudio.Domain.Projects;

[JsonConverter(typeof(JsonStringEnumConverter<AnswerUnit>))]
public enum AnswerUnit { Hours, WorkingDays }

/// <summary>Within what time a new requirement gets its first answer. Working days are Monday to Friday; public holidays are not known.</summary>
public sealed record AnswerTarget
{
    public const int Most = 999;

    public AnswerTarget(int amount, AnswerUnit unit)
    {
        if (amount is < 1 or > Most) throw new RuleException(nameof(RuleText.AnswerTargetRange), Most);
        (Amount, Unit) = (amount, unit);
    }

    public int Amount { get; }
    public AnswerUnit Unit { get; }

    /// <summary>A target as somebody types its amount; blank is no target.</summary>
    public static AnswerTarget? From(string amount, AnswerUnit unit) => string.IsNullOrWhiteSpace(amount) ? null
        : new(int.TryParse(amount, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0, unit);

    /// <summary>The moment after which the answer is overdue: so many hours later, or the end of the last working day where the reader lives.</summary>
    public DateTime Due(DateTime since, TimeZoneInfo zone) => Unit == AnswerUnit.Hours
        ? since.AddHours(Amount)
        : BeginOf(LastDay(DayOf(since, zone)).AddDays(1), zone);

    /// <summary>What came before this moment is overdue now, so that a database needs one comparison and no calendar.</summary>
    public DateTime Limit(DateTime now, TimeZoneInfo zone)
    {
        if (Unit == AnswerUnit.Hours) return now.AddHours(-Amount);
        var (today, day) = (DayOf(now, zone), DayOf(now, zone).AddDays(-1));
        while (LastDay(day) >= today) day = day.AddDays(-1);
        return BeginOf(day.AddDays(1), zone);
    }

    private DateOnly LastDay(DateOnly day)
    {
        for (var left = Amount; left > 0;)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) left--;
        }

        return day;
    }

    private static DateOnly DayOf(DateTime utc, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));

    // Where the clocks jump at midnight the day begins an hour later.
    private static DateTime BeginOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(midnight) ? midnight.AddHours(1) : midnight, zone);
    }
}
