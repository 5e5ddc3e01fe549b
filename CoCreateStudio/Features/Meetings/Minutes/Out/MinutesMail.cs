using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Kit.Text;

namespace CoCreateStudio.Features.Meetings.Minutes.Out;

/// <summary>Minutes as a mail to all who were invited: on top what each of them has to do.</summary>
internal static class MinutesMail
{
    /// <param name="address">Where the minutes are read and confirmed.</param>
    public static MailDraft Of(MinutesOut minutes, string address, TimeZoneInfo zone) =>
        new(MeetingWords.Said(OutText.MailSubject, minutes.Minutes.Title, MinutesWords.When(minutes.Minutes, zone)), string.Join('\n', Lines(minutes, address, zone)), minutes.People);

    private static IEnumerable<string> Lines(MinutesOut minutes, string address, TimeZoneInfo zone)
    {
        var said = minutes.Minutes;
        var actions = said.All.Where(l => l.Kind == NoteKind.Action).ToList();
        if (actions.Count > 0) yield return OutText.WhoDoesWhat;
        foreach (var owner in actions.GroupBy(a => a.Owner).OrderBy(g => g.Key is null))
        {
            yield return $"\n{owner.Key ?? OutText.Nobody}";
            foreach (var action in owner.OrderBy(a => a.Due ?? DateOnly.MaxValue)) yield return $"  {action.Reference}  {Flat(action.Text)}{(action.Due is { } due ? MeetingWords.Said(OutText.By, MinutesWords.Day(due)) : "")}";
        }

        foreach (var kind in MinutesWords.Results.Where(k => k != NoteKind.Action))
            foreach (var line in Part(said, kind)) yield return line;
        foreach (var (topic, n) in said.Topics.Select((t, i) => (t, i + 1)))
        {
            yield return $"\n{n}. {topic.Title} ({MinutesWords.Time(topic)})";
            foreach (var line in Notes(topic.Said)) yield return line;
        }

        foreach (var (line, i) in Notes(said.Said).Select((l, i) => (l, i))) yield return i == 0 ? $"\n{MinutesText.WithoutTopic}\n{line}" : line;

        yield return $"\n{MeetingsText.When}: {MinutesWords.When(said, zone)}";
        if (said.Place is { } place) yield return $"{MeetingsText.Place}: {place}";
        yield return $"{MeetingsText.Attendance}: {string.Join(MeetingsText.And, said.People.Select(p => p.State is { } state ? $"{p.Name} ({state.Word()})" : p.Name))}";
        if (said.Remark is { } remark) yield return $"{MeetingsText.RemarkOf}: {remark}";
        yield return $"\n{MeetingWords.Said(OutText.ReadAndConfirm, address)}";
        yield return $"{MeetingWords.Said(MeetingsText.VersionOf, minutes.Version.Number, Format.Moment(minutes.Version.At, zone, DateOnly.MinValue), minutes.Version.By)} · {MeetingsText.Hash} {minutes.Version.Hash}";
    }

    private static IEnumerable<string> Part(SealedMinutes minutes, NoteKind kind)
    {
        var lines = minutes.All.Where(l => l.Kind == kind).ToList();
        if (lines.Count > 0) yield return $"\n{MinutesWords.Head(kind)}";
        foreach (var line in lines)
        {
            yield return $"  {line.Reference ?? "-"}  {Flat(line.Text)}";
            foreach (var (label, value) in MinutesWords.Facts(line)) yield return $"       {label}: {Flat(value)}";
        }
    }

    // What is not summed up above.
    private static IEnumerable<string> Notes(IEnumerable<SealedLine> lines) =>
        from line in lines where !MinutesWords.Results.Contains(line.Kind) select $"  - {(line.Reference is { } reference ? $"{reference}  " : "")}{Flat(line.Text)}";

    private static string Flat(string text) => text.ReplaceLineEndings(" ");
}
