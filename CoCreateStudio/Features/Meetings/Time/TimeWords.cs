namespace CoCreateStudio.Features.Meetings.Time;

/// <summary>Spans and steps of time in the reader's words.</summary>
internal static class TimeWords
{
    private static bool IsChinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";

    /// <summary>"45 min", "12 h 05".</summary>
    public static string Long(double minutes)
    {
        var whole = (int)Math.Round(Math.Abs(minutes));
        return whole < 60 ? MeetingWords.Said(TimeText.Minutes, whole) : MeetingWords.Said(TimeText.Hours, whole / 60, (whole % 60).ToString("00", CultureInfo.InvariantCulture));
    }

    /// <summary>A figure of a scale: "30 min", "10 h".</summary>
    public static string Scale(double minutes) => minutes >= 60 && minutes % 60 == 0 ? MeetingWords.Said(TimeText.WholeHours, Math.Round(minutes / 60)) : Long(minutes);

    /// <summary>"+9 %", "−4 %", "±0 %"; nothing where nothing was planned.</summary>
    public static string Over(double used, double planned)
    {
        if (planned <= 0) return "";
        var percent = (int)Math.Round((used - planned) / planned * 100);
        return $"{(percent > 0 ? "+" : percent < 0 ? "−" : "±")}{Math.Abs(percent)} %";
    }

    /// <summary>"Nov 2025", "2025年11月"; a week by its Monday: "17 Nov", "11月17日".</summary>
    public static string Step(DateOnly begin, bool weeks) => (IsChinese, weeks) switch
    {
        (true, true) => begin.ToString("M月d日", CultureInfo.InvariantCulture),
        (true, false) => begin.ToString("yyyy年M月", CultureInfo.InvariantCulture),
        (false, true) => begin.ToString("d MMM", CultureInfo.InvariantCulture),
        _ => begin.ToString("MMM yyyy", CultureInfo.InvariantCulture),
    };

    public static string Word(this TimeBy by) => by switch { TimeBy.Series => TimeText.BySeries, TimeBy.Host => TimeText.ByHost, TimeBy.Customer => TimeText.ByCustomer, TimeBy.Kind => TimeText.ByKind, _ => TimeText.ByTopic };
}
