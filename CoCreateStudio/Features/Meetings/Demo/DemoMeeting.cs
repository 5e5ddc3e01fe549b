using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Features.Meetings.Live;
using CoCreateStudio.Features.Meetings.Minutes;
using CoCreateStudio.Features.Meetings.Series;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings.Demo;

/// <summary>One meeting of the demo that was held: shown, held and closed under the rules, and what became of it afterwards.</summary>
internal sealed class DemoMeeting(MeetingSeries series, DateOnly date, DemoHeld told, DemoStage stage, Person host)
{
    private readonly DateTime _start = series.When.Utc(date).AddMinutes(1);
    private readonly Dictionary<DemoSaid, Entry> _entries = new(ReferenceEqualityComparer.Instance);

    public IEnumerable<InstallationAct> Tell()
    {
        var end = _start.AddMinutes(told.Topics.Sum(t => t.Used));
        yield return new(_start.AddHours(-20), host, async db => (await FindAsync(db)).Open());
        yield return new(end, host, db => HoldAsync(db, end));

        // What was done later is ticked by whoever did it, never in the future.
        foreach (var said in told.Topics.SelectMany(t => t.Said).Where(s => s.Done is not null))
        {
            var at = end.AddDays(said.Done!.Value).AddHours(-3);
            if (at > end && at < stage.Now.AddMinutes(-20)) yield return new(at, said.Owner is null ? host : stage.Person(said.Owner), db => Settle(db, _entries[said], said, at));
        }
    }

    private async Task HoldAsync(StudioDb db, DateTime end)
    {
        db.Projects = [series.ProjectId]; // as whoever holds it has only this project before them
        var meeting = await FindAsync(db);
        var items = await db.Set<AgendaItem>().Where(i => i.MeetingId == meeting.Id).OrderBy(i => i.Position).ToListAsync();
        foreach (var own in told.Topics.Select(t => t.Topic).OfType<DemoTopic>())
            items.Add(db.Add(new AgendaItem(meeting, items.Count + 1, own.Title, own.Minutes, own.By is null ? null : stage.Person(own.By).Name)).Entity);
        meeting.Start(_start);
        await MarkAsync(db, meeting);
        var at = _start;
        AgendaItem? before = null;
        foreach (var (talk, item) in told.Topics.OrderBy(t => t.Topic is not null).Zip(items))
        {
            meeting.GoTo(item, before, at);
            if (talk.Deferred) item.Decide(ItemState.Deferred);
            await SayAsync(db, meeting, item, talk, at);
            (before, at) = (item, at.AddMinutes(talk.Used));
        }

        await db.SaveChangesAsync();
        var whole = await MinutesContent.ReadAsync(db, meeting, CancellationToken.None);
        meeting.Close(before, Unfinished.Of(meeting.CurrentItemId, whole.Items, whole.Entries.OfType<ActionItem>(), whole.People), remark: null, end);
        db.Add(await MinutesContent.SealAsync(db, meeting, whole.First(meeting, host.Name, end), host.Name, end, CancellationToken.None));
        await db.AddMissingAsync(await db.Set<MeetingSeries>().SingleAsync(s => s.Id == series.Id), end, CancellationToken.None);
    }

    private async Task SayAsync(StudioDb db, Meeting meeting, AgendaItem item, DemoTalk talk, DateTime from)
    {
        foreach (var (said, i) in talk.Said.Select((s, i) => (s, i)))
        {
            var author = said.By is null ? host : stage.Person(said.By);
            Said where = new(meeting.ProjectId, meeting.Id, item.Id, meeting.CustomerId, author.Id, author.Name, from.AddMinutes(talk.Used * (i + 1.0) / (talk.Said.Count + 1)));
            var entry = await MakeAsync(db, where, said);
            db.Add(entry);
            _entries[said] = entry;
        }
    }

    private async Task<Entry> MakeAsync(StudioDb db, Said where, DemoSaid said)
    {
        var owner = said.Owner is null ? null : stage.Person(said.Owner).Name;
        DateOnly? due = said.Days is { } days ? date.AddDays(days) : null;
        var entry = await EntryStore.MakeAsync(db, where, said.Kind, said.Text, owner, due, Guid.CreateVersion7(), CancellationToken.None);
        if (entry is Decision decision) decision.Explain(said.DecidedBy, said.Why);
        return entry;
    }

    private async Task MarkAsync(StudioDb db, Meeting meeting)
    {
        string[] remote = [.. told.Remote.Select(c => stage.Person(c).Name)], away = [.. told.Away.Select(c => stage.Person(c).Name)];
        foreach (var person in await db.Set<Attendance>().Where(a => a.MeetingId == meeting.Id).ToListAsync())
            person.Mark(away.Contains(person.Name) ? Attended.Excused : remote.Contains(person.Name) ? Attended.Remote : Attended.Present);
    }

    private static void Settle(StudioDb db, Entry entry, DemoSaid said, DateTime at)
    {
        db.Attach(entry);
        if (entry is ActionItem action) action.Tick(done: true, action.Owner ?? entry.Author, at);
        else if (entry is OpenIssue issue) issue.Resolve(said.Answer, at);
    }

    private Task<Meeting> FindAsync(StudioDb db) => db.Set<Meeting>().SingleAsync(m => m.SeriesId == series.Id && m.PlannedOn == date);
}
