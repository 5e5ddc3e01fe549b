using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.Sealing;
using CoCreateStudio.Features.Meetings.Live;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings.Minutes;

/// <summary>What minutes hold: date, time, place, who was there, topics, decisions, who does what until when, open issues, key points.</summary>
internal sealed record MinutesContent(Project Project, string? Customer, IReadOnlyList<AgendaItem> Items, IReadOnlyList<Entry> Entries, IReadOnlyList<Attendance> People)
{
    /// <summary>All rows of the meeting itself.</summary>
    public IEnumerable<Entity> Rows => [.. Items, .. Entries, .. People];

    public static async Task<MinutesContent> ReadAsync(StudioDb db, Meeting meeting, CancellationToken ct) => new(
        await db.Set<Project>().SingleAsync(p => p.Id == meeting.ProjectId, ct),
        await db.Set<Customer>().Where(c => c.Id == meeting.CustomerId).Select(c => c.ShortName).SingleOrDefaultAsync(ct),
        await db.AgendaAsync(meeting.Id, ct),
        await db.Set<Entry>().Where(e => e.MeetingId == meeting.Id && e.ArchivedAt == null).OrderBy(e => e.SaidAt).ThenBy(e => e.Id).ToListAsync(ct),
        await db.Set<Attendance>().Where(a => a.MeetingId == meeting.Id).OrderBy(a => a.Side == Side.Customer).ThenBy(a => a.Name).ToListAsync(ct));

    /// <summary>Seals a version into the chain of the project; the caller saves it.</summary>
    public static async Task<MinutesVersion> SealAsync(StudioDb db, Meeting meeting, SealedMinutes minutes, string by, DateTime at, CancellationToken ct)
    {
        var place = (await ProjectNumbers.SequenceAsync(db, meeting.ProjectId, NumberSequence.OfMinutes, ct)).Next();
        var before = await db.Set<MinutesVersion>().Where(v => v.Place == place - 1).Select(v => v.Hash).SingleOrDefaultAsync(ct) ?? "";
        var content = minutes.Write();
        return new(meeting, minutes.Version, place, content, before, Seal.Hash(before, content), minutes.Why, by, at);
    }

    /// <summary>The first version, as things stand when the meeting is closed.</summary>
    public SealedMinutes First(Meeting meeting, string by, DateTime at) => new(
        Project.Key, meeting.Number, Version: 1, Why: null, meeting.Title, meeting.Kind, Customer, meeting.Host, meeting.Place, meeting.TimeZone,
        SealedMinutes.Moment(meeting.StartsAt), meeting.Minutes, Moment(meeting.StartedAt), Moment(meeting.EndedAt), meeting.Remark, by, SealedMinutes.Moment(at),
        [.. People.Select(p => new SealedPerson(p.Name, p.Side, p.State))],
        [.. Items.Select(i => new SealedTopic(i.Title, i.Presenter, i.State, i.Minutes, i.UsedSeconds, [.. Entries.Where(e => e.ItemId == i.Id).Select(Line)]))],
        [.. Entries.Where(e => Items.All(i => i.Id != e.ItemId)).Select(Line)]);

    public static SealedLine Line(Entry entry) => new(
        entry.Id.ToString(), EntryStore.KindOf(entry), NumberOf(entry), entry.Text, entry.Author, SealedMinutes.Moment(entry.SaidAt), EntryStore.OwnerOf(entry),
        (entry as ActionItem)?.DueOn, (entry as Decision)?.DecidedBy, (entry as Decision)?.Why);

    /// <summary>Nothing for what has none.</summary>
    public static int? NumberOf(Entry entry) => entry switch
    {
        Decision decision => decision.Number,
        ActionItem action => action.Number,
        OpenIssue issue => issue.Number,
        Risk risk => risk.Number,
        MeetingNote note => note.Requirement,
        _ => null,
    };

    private static DateTime? Moment(DateTime? at) => at is { } moment ? SealedMinutes.Moment(moment) : null;
}
