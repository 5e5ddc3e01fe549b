using System.Text;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Meetings.Minutes.Confirming;

namespace CoCreateStudio.Features.Meetings.Minutes.Out;

/// <summary>Minutes as Markdown, in headings and lists.</summary>
internal static class MinutesMarkdown
{
    public static string Write(MinutesOut minutes, string project, TimeZoneInfo zone) =>
        string.Join('\n', Lines(minutes, project, zone).Select(l => l.TrimEnd('\r'))) + "\n";

    private static IEnumerable<string> Lines(MinutesOut minutes, string project, TimeZoneInfo zone)
    {
        var sealedMinutes = minutes.Minutes;
        yield return $"# {MarkdownText.Of(sealedMinutes.Title)}";
        yield return "";
        foreach (var (label, value) in Facts(sealedMinutes, project, zone)) yield return $"- **{label}:** {MarkdownText.Of(value, "  ")}";
        foreach (var kind in MinutesWords.Results)
            foreach (var line in Part(MinutesWords.Head(kind), sealedMinutes.All.Where(l => l.Kind == kind).Select(Result))) yield return line;
        foreach (var (topic, n) in sealedMinutes.Topics.Select((t, i) => (t, i + 1)))
            foreach (var line in Part($"{n}\\. {MarkdownText.Of(topic.Title)} ({MinutesWords.Time(topic)})", topic.Said.Select(l => Said(l, zone)), even: true)) yield return line;
        foreach (var line in Part(MinutesText.WithoutTopic, sealedMinutes.Said.Select(l => Said(l, zone)))) yield return line;
        foreach (var line in Part(ConfirmingText.Confirmations, minutes.Confirmations.Select(Said))) yield return line;
        yield return "";
        yield return $"{MarkdownText.Of(MeetingWords.Said(MeetingsText.VersionOf, minutes.Version.Number, Kit.Text.Format.Moment(minutes.Version.At, zone, DateOnly.MinValue), minutes.Version.By))}  ";
        yield return $"{MeetingsText.Hash} `{minutes.Version.Hash}`";
    }

    private static IEnumerable<(string Label, string Value)> Facts(SealedMinutes minutes, string project, TimeZoneInfo zone) =>
        from fact in new (string Label, string? Value)[]
        {
            (OutText.Project, project), (MeetingsText.When, MinutesWords.When(minutes, zone)), (MeetingsText.Place, minutes.Place), (MeetingsText.Host, minutes.Host), (MeetingsText.Customer, minutes.Customer),
            (MinutesText.OurSide, People(minutes, Side.Us)), (MinutesText.TheirSide, People(minutes, Side.Customer)), (MeetingsText.RemarkOf, minutes.Remark), (MinutesText.WhyCorrected, minutes.Why),
        }
        where !string.IsNullOrEmpty(fact.Value)
        select (fact.Label, fact.Value);

    private static string People(SealedMinutes minutes, Side side) =>
        string.Join(MeetingsText.And, minutes.People.Where(p => p.Side == side).Select(p => p.State is { } state ? $"{p.Name} ({state.Word()})" : p.Name));

    private static IEnumerable<string> Part(string head, IEnumerable<string> items, bool even = false)
    {
        List<string> lines = [.. items];
        return lines.Count == 0 && !even ? [] : ["", $"## {head}", "", .. lines];
    }

    private static string Result(SealedLine line)
    {
        StringBuilder text = new($"- {(line.Reference is { } reference ? $"**{reference}** " : "")}{MarkdownText.Of(line.Text, "  ")}");
        foreach (var (label, value) in MinutesWords.Facts(line)) text.Append(CultureInfo.InvariantCulture, $"  \n  *{label}:* {MarkdownText.Of(value, "  ")}");
        return text.ToString();
    }

    private static string Said(SealedLine line, TimeZoneInfo zone)
    {
        var kind = line.Kind == NoteKind.Note ? "" : $" **{line.Kind.Word()}{(line.Reference is null ? "" : $" {line.Reference}")}**";
        return $"- {Kit.Text.ClockTime.Of(line.At, zone)}{kind} {MarkdownText.Of(line.Text, "  ")} ({MarkdownText.Of(line.By)})";
    }

    private static string Said(Confirmation confirmation) =>
        $"- {MarkdownText.Of(confirmation.Name)}: {confirmation.Answer.Word()}{(confirmation.Remark is null ? "" : $" – {MarkdownText.Of(confirmation.Remark, "  ")}")}";
}
