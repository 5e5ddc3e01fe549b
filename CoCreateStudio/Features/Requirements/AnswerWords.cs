using CoCreateStudio.Kit.Text;

namespace CoCreateStudio.Features.Requirements;

/// <summary>How it stands with a first answer, in the reader's words.</summary>
public static class AnswerWords
{
    /// <summary>"due 24 Mar", "due 16:20" today, "2 d overdue".</summary>
    public static string Due(DateTime due, DateTime now, TimeZoneInfo zone)
    {
        if (due < now) return string.Format(CultureInfo.CurrentCulture, RequirementsText.OverdueBy, Format.Age(due, now));
        var today = ClockTime.Day(now, zone);

        // The end of a day is midnight after it; people mean the day.
        var day = ClockTime.Day(due.AddTicks(-1), zone);
        return string.Format(CultureInfo.CurrentCulture, RequirementsText.DueBy, day == today ? Format.Moment(due.AddTicks(-1), zone, today) : Format.Day(day, today));
    }
}
