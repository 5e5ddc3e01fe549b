using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Features.Meetings.Minutes.Out;

namespace CoCreateStudio.Features.Meetings.Minutes;

/// <summary>What stands in minutes, in the reader's words; what was said stays as it was said.</summary>
internal static class MinutesWords
{
    /// <summary>The kinds of lines in the order in which minutes sum them up.</summary>
    public static readonly IReadOnlyList<NoteKind> Results = [NoteKind.Decision, NoteKind.Action, NoteKind.OpenIssue, NoteKind.KeyPoint, NoteKind.Risk];

    /// <summary>Above the lines of one of these kinds.</summary>
    public static string Head(NoteKind kind) => kind switch
    {
        NoteKind.Decision => MeetingsText.Decisions,
        NoteKind.Action => MeetingsText.Actions,
        NoteKind.OpenIssue => MeetingsText.OpenIssues,
        NoteKind.KeyPoint => MeetingsText.KeyPoints,
        NoteKind.Risk => MeetingsText.Risks,
        _ => throw new InvalidOperationException($"Minutes do not sum up {kind}."),
    };

    /// <summary>What belongs to a line besides its words: whose it is, until when, who decided and why; a view is of whoever is named with it.</summary>
    public static IEnumerable<(string Label, string Value)> Facts(SealedLine line) =>
        from fact in new (string Label, string? Value)[]
        {
            (MeetingsText.Owner, line.Owner), (MeetingsText.DueOn, line.Due is { } due ? Day(due) : null), (MeetingsText.DecidedBy, line.DecidedBy), (MeetingsText.Why, line.Why),
            (OutText.SaidBy, line.Kind == NoteKind.KeyPoint ? line.By : null),
        }
        where fact.Value is not null
        select (fact.Label, fact.Value);

    public static string Word(this MinutesField field) => field switch
    {
        MinutesField.Place => MeetingsText.Place,
        MinutesField.Remark => MeetingsText.RemarkOf,
        MinutesField.Attendance or MinutesField.Person => MeetingsText.Attendance,
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
        (MinutesField.Attendance or MinutesField.Person, _) => Enum.Parse<Attended>(raw).Word(),
        (MinutesField.Due, _) => Day(DateOnly.ParseExact(raw, "O", CultureInfo.InvariantCulture)),
        _ => raw,
    };

    /// <summary>With its year: minutes are read years later.</summary>
    public static string Day(DateOnly day) => Kit.Text.Format.Day(day, DateOnly.MinValue);

    /// <summary>"7 / 10 min", "12 / 10 min".</summary>
    public static string Time(SealedTopic topic) => MeetingWords.Said(MinutesText.UsedOf, Used(topic), topic.Planned);

    public static int Used(SealedTopic topic) => (int)Math.Round(topic.UsedSeconds / 60.0, MidpointRounding.AwayFromZero);

    /// <summary>"Fri 20 Nov 2026 10:00–11:12" as it was held, or as it was planned where nobody started it; and in the meeting's own zone where that differs.</summary>
    public static string When(SealedMinutes minutes, TimeZoneInfo reader)
    {
        var (from, to) = (minutes.Started ?? minutes.Planned, minutes.Ended ?? minutes.Planned.AddMinutes(minutes.Minutes));
        return MeetingWords.When(from, (int)Math.Ceiling((to - from).TotalMinutes), reader, minutes.TimeZone);
    }
}
