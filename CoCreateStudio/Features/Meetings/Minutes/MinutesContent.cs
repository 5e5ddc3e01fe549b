using System.Text.Json.Nodes;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Meetings.Live;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings.Minutes;

/// <summary>What minutes hold: date, time, place, who was there, topics, decisions, who does what until when, open issues, key points.</summary>
internal sealed record MinutesContent(Project Project, IReadOnlyList<AgendaItem> Items, IReadOnlyList<Entry> Entries, IReadOnlyList<Attendance> People)
{
    public static async Task<MinutesContent> ReadAsync(StudioDb db, Meeting meeting, CancellationToken ct) => new(
        await db.Set<Project>().SingleAsync(ct),
        await db.Set<AgendaItem>().Where(i => i.MeetingId == meeting.Id).OrderBy(i => i.Position).ToListAsync(ct),
        await db.Set<Entry>().Where(e => e.MeetingId == meeting.Id && e.ArchivedAt == null).OrderBy(e => e.SaidAt).ThenBy(e => e.Id).ToListAsync(ct),
        await db.Set<Attendance>().Where(a => a.MeetingId == meeting.Id).OrderBy(a => a.Side == Side.Customer).ThenBy(a => a.Name).ToListAsync(ct));

    /// <summary>Seals a version into the chain of the project; the caller saves it.</summary>
    public static async Task<MinutesVersion> SealAsync(StudioDb db, Meeting meeting, MinutesContent whole, int number, string? why, string by, DateTime at, CancellationToken ct)
    {
        var place = (await ProjectNumbers.SequenceAsync(db, meeting.ProjectId, NumberSequence.OfMinutes, ct)).Next();
        var before = await db.Set<MinutesVersion>().Where(v => v.Place == place - 1).Select(v => v.Hash).SingleOrDefaultAsync(ct) ?? "";
        var content = MinutesSeal.Canonical(whole.Write(meeting, number, why));
        return new(meeting, number, place, content, before, MinutesSeal.Hash(before, content), why, by, at);
    }

    private JsonObject Write(Meeting meeting, int number, string? why) => new()
    {
        ["project"] = Project.Key,
        ["meeting"] = Text(meeting.Number),
        ["version"] = Text(number),
        ["why"] = why,
        ["title"] = meeting.Title,
        ["kind"] = meeting.Kind.ToString(),
        ["host"] = meeting.Host,
        ["place"] = meeting.Place,
        ["timeZone"] = meeting.TimeZone,
        ["planned"] = Text(meeting.StartsAt),
        ["minutes"] = Text(meeting.Minutes),
        ["started"] = Text(meeting.StartedAt),
        ["ended"] = Text(meeting.EndedAt),
        ["remark"] = meeting.Remark,
        ["people"] = Array(People, p => new() { ["name"] = p.Name, ["side"] = p.Side.ToString(), ["state"] = p.State?.ToString() }),
        ["topics"] = Array(Items, i => new()
        {
            ["title"] = i.Title,
            ["presenter"] = i.Presenter,
            ["state"] = i.State.ToString(),
            ["planned"] = Text(i.Minutes),
            ["usedSeconds"] = Text(i.UsedSeconds),
            ["said"] = Array(Entries.Where(e => e.ItemId == i.Id), Write),
        }),
        ["said"] = Array(Entries.Where(e => Items.All(i => i.Id != e.ItemId)), Write),
    };

    private static JsonObject Write(Entry entry) => new()
    {
        ["kind"] = EntryStore.KindOf(entry).ToString(),
        ["number"] = entry switch { Decision d => Text(d.Number), ActionItem a => Text(a.Number), OpenIssue i => Text(i.Number), Risk r => Text(r.Number), MeetingNote { Requirement: { } number } => Text(number), _ => null },
        ["text"] = entry.Text,
        ["by"] = entry.Author,
        ["at"] = Text(entry.SaidAt),
        ["owner"] = EntryStore.OwnerOf(entry),
        ["due"] = (entry as ActionItem)?.DueOn?.ToString("O", CultureInfo.InvariantCulture),
        ["decidedBy"] = (entry as Decision)?.DecidedBy,
        ["why"] = (entry as Decision)?.Why,
    };

    private static JsonArray Array<T>(IEnumerable<T> rows, Func<T, JsonObject> write) => [.. rows.Select(write)];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Text(DateTime? at) => at?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
