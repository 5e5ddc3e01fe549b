using CoCreateStudio.Domain.Meetings;

namespace CoCreateStudio.Features.Meetings.Series;

/// <summary>When a series is held, in the reader's words.</summary>
internal static class SeriesWords
{
    private const int LastWeek = 5;

    /// <summary>"Weekly on Tuesday", "Monthly on the second Tuesday"; "每周二", "每月第二个周二".</summary>
    public static string Rhythm(Every every, DateOnly first) => every switch
    {
        Every.Week => MeetingWords.Said(SeriesText.EveryWeek, Weekday(first)),
        Every.TwoWeeks => MeetingWords.Said(SeriesText.EveryTwoWeeks, Weekday(first)),
        Every.MonthDay => MeetingWords.Said(SeriesText.EveryMonthDay, first.Day),
        _ => MeetingWords.Said(SeriesText.EveryMonthWeekday, Which(first), Weekday(first)),
    };

    /// <summary>With its time and zone.</summary>
    public static string Rhythm(Recurrence when) =>
        MeetingWords.Said(SeriesText.RhythmAt, Rhythm(when.Every, when.First), when.At.ToString("HH:mm", CultureInfo.InvariantCulture), when.TimeZone);

    private static string Weekday(DateOnly day) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh"
        ? CultureInfo.GetCultureInfo("zh-Hans").DateTimeFormat.GetAbbreviatedDayName(day.DayOfWeek)
        : CultureInfo.InvariantCulture.DateTimeFormat.GetDayName(day.DayOfWeek);

    // A fifth one does not come every month: the last is meant.
    private static string Which(DateOnly day) => ((day.Day - 1) / 7 + 1) switch
    {
        1 => SeriesText.WeekFirst,
        2 => SeriesText.WeekSecond,
        3 => SeriesText.WeekThird,
        4 => SeriesText.WeekFourth,
        LastWeek => SeriesText.WeekLast,
        var other => throw new InvalidOperationException($"No month has {other} weeks."),
    };
}
