using CoCreateStudio.Domain.Meetings;

namespace CoCreateStudio.Features.Meetings.Minutes;

/// <summary>What stands in minutes, in the reader's words; what was said stays as it was said.</summary>
internal static class MinutesWords
{
    /// <summary>The kinds of lines in the order in which minutes sum them up.</summary>
    public static readonly IReadOnlyList<NoteKind> Results = [NoteKind.Decision, NoteKind.Action, NoteKind.OpenIssue, NoteKind.Risk];

    public static string Head(NoteKind kind) => kind switch
    {
        NoteKind.Decision => MeetingsText.Decisions,
        NoteKind.Action => MeetingsText.Actions,
        NoteKind.OpenIssue => MeetingsText.OpenIssues,
        NoteKind.KeyPoint => MeetingsText.KeyPoints,
        NoteKind.Risk => MeetingsText.Risks,
        NoteKind.Requirement => MeetingsText.Requirements,
        _ => MeetingsText.Notes,
    };

    public static string Word(this MinutesField field) => field switch
    {
        MinutesField.Place => MeetingsText.Place,
        MinutesField.Remark => MeetingsText.RemarkOf,
        MinutesField.Attendance => MeetingsText.Attendance,
        MinutesField.Owner => MeetingsText.Owner,
        MinutesField.Due => MeetingsText.DueOn,
        MinutesField.DecidedBy => MeetingsText.DecidedBy,
        MinutesField.Why => MeetingsText.Why,
        _ => MeetingsText.TextOf,
    };

    /// <summary>A value of a change as it is read.</summary>
    public static string Value(this MinutesChange change, string? raw) => (change.Field, raw) switch
    {
        (_, null) => MinutesText.Nothing,
        (MinutesField.Attendance, _) => Enum.Parse<Attended>(raw).Word(),
        (MinutesField.Due, _) => Day(DateOnly.ParseExact(raw, "O", CultureInfo.InvariantCulture)),
        _ => raw,
    };

    /// <summary>With its year: minutes are read years later.</summary>
    public static string Day(DateOnly day) => Kit.Text.Format.Day(day, DateOnly.MinValue);

    /// <summary>"7 / 10 min", "12 / 10 min".</summary>
    public static string Time(SealedTopic topic) => Say(MinutesText.UsedOf, Used(topic), topic.Planned);

    public static int Used(SealedTopic topic) => (int)Math.Round(topic.UsedSeconds / 60.0, MidpointRounding.AwayFromZero);

    /// <summary>"Fri 20 Nov 2026 10:00–11:12" as it was held, or as it was planned where nobody started it; and in the meeting's own zone where that differs.</summary>
    public static string When(SealedMinutes minutes, TimeZoneInfo reader)
    {
        var (from, to) = (minutes.Started ?? minutes.Planned, minutes.Ended ?? minutes.Planned.AddMinutes(minutes.Minutes));
        var here = Span(from, to, reader);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(minutes.TimeZone, out var zone) || zone.GetUtcOffset(from) == reader.GetUtcOffset(from)) return here;
        return $"{here} ({Span(from, to, zone)}, {minutes.TimeZone})";
    }

    public static string Say(string text, params object?[] values) => string.Format(CultureInfo.CurrentCulture, text, values);

    private static string Span(DateTime from, DateTime to, TimeZoneInfo zone) => MeetingWords.When(from, (int)Math.Ceiling((to - from).TotalMinutes), zone);
}
