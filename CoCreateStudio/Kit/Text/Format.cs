using CoCreateStudio.Kit.Ui;

namespace CoCreateStudio.Kit.Text;

/// <summary>Days, times and spans as the reader's language writes them.</summary>
public static class Format
{
    private static bool IsChinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";

    /// <summary>"17 Nov", "17 Nov 2025" in another year; "11月17日", "2025年11月17日".</summary>
    public static string Day(DateOnly day, DateOnly today) => day.ToString((IsChinese, day.Year == today.Year) switch
    {
        (true, true) => "M月d日",
        (true, false) => "yyyy年M月d日",
        (false, true) => "d MMM",
        (false, false) => "d MMM yyyy",
    }, IsChinese ? CultureInfo.CurrentCulture : CultureInfo.InvariantCulture);

    /// <summary>The day of a moment in the reader's zone.</summary>
    public static string Day(DateTime utc, TimeZoneInfo zone, DateOnly today) => Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone)), today);

    /// <summary>A moment in the reader's zone: "16:20" today, else with its day.</summary>
    public static string Moment(DateTime utc, TimeZoneInfo zone, DateOnly today)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, zone);
        var time = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        var day = DateOnly.FromDateTime(local);
        return day == today ? time : $"{Day(day, today)} {time}";
    }

    /// <summary>Whole days between two moments: "today", "3 d".</summary>
    public static string Days(DateTime since, DateTime now)
    {
        var days = (int)(now - since).TotalDays;
        return days < 1 ? KitText.Today : string.Format(CultureInfo.CurrentCulture, KitText.DaysShort, days);
    }

    /// <summary>How old: "2 h", "23 d".</summary>
    public static string Age(DateTime since, DateTime now)
    {
        var span = now - since;
        return span.TotalDays >= 1 ? string.Format(CultureInfo.CurrentCulture, KitText.DaysShort, (int)span.TotalDays)
            : span.TotalHours >= 1 ? string.Format(CultureInfo.CurrentCulture, KitText.HoursShort, (int)span.TotalHours)
            : string.Format(CultureInfo.CurrentCulture, KitText.MinutesShort, Math.Max(1, (int)span.TotalMinutes));
    }

    public static string Count(int number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
