namespace CoCreateStudio.Kit.Text;

/// <summary>
/// A VTIMEZONE: each change of the clocks by itself, from the last one before the years concerned to their end. No rule that repeats is
/// written, so years in which a rule changed are right as well.
/// </summary>
internal static class CalendarZone
{
    private static readonly TimeSpan Step = TimeSpan.FromDays(1);

    public static IEnumerable<string> Lines(TimeZoneInfo zone, (int First, int Last) years)
    {
        var from = new DateTime(years.First - 1, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var changes = Changes(zone, from, new DateTime(years.Last + 1, 1, 2, 0, 0, 0, DateTimeKind.Utc)).ToList();
        yield return "BEGIN:VTIMEZONE";
        yield return "TZID:" + zone.Id;
        // What holds before the first change; for a zone that changes no more, all there is.
        foreach (var line in Part(zone, from, zone.GetUtcOffset(from))) yield return line;
        foreach (var line in changes.SelectMany(c => Part(zone, c, zone.GetUtcOffset(c.AddSeconds(-1))))) yield return line;
        yield return "END:VTIMEZONE";
    }

    private static IEnumerable<DateTime> Changes(TimeZoneInfo zone, DateTime from, DateTime to)
    {
        for (var day = from; day < to; day += Step)
            if (State(zone, day) != State(zone, day + Step))
                yield return Second(zone, day, day + Step);
    }

    /// <summary>The second from which on it is as it is at the end.</summary>
    private static DateTime Second(TimeZoneInfo zone, DateTime before, DateTime after)
    {
        while ((after - before).TotalSeconds > 1)
        {
            var middle = before.AddSeconds(Math.Floor((after - before).TotalSeconds / 2));
            if (State(zone, middle) == State(zone, before)) before = middle;
            else after = middle;
        }
        return after;
    }

    private static (TimeSpan, bool) State(TimeZoneInfo zone, DateTime utc) => (zone.GetUtcOffset(utc), zone.IsDaylightSavingTime(utc));

    private static IEnumerable<string> Part(TimeZoneInfo zone, DateTime begins, TimeSpan before)
    {
        var kind = zone.IsDaylightSavingTime(begins) ? "DAYLIGHT" : "STANDARD";
        yield return "BEGIN:" + kind;
        yield return "DTSTART:" + CalendarFile.Time(begins + before);
        yield return "TZOFFSETFROM:" + Text(before);
        yield return "TZOFFSETTO:" + Text(zone.GetUtcOffset(begins));
        yield return "END:" + kind;
    }

    private static string Text(TimeSpan offset) => (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(offset.Seconds == 0 ? "hhmm" : "hhmmss", CultureInfo.InvariantCulture);
}
