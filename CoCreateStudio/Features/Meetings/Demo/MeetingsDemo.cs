using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Meetings.Series;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings.Demo;

/// <summary>A weekly meeting that has been held for some weeks, and the next one as it is being prepared.</summary>
public sealed class MeetingsDemo : IDemoChapter
{
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(100);

    public IEnumerable<InstallationAct> Tell(DemoStage stage)
    {
        var told = DemoSeries.Read();
        return told.Project == stage.Project.Key ? Tell(told, stage) : [];
    }

    private static IEnumerable<InstallationAct> Tell(DemoSeries told, DemoStage stage)
    {
        var (host, customer) = (stage.Person(told.Host), stage.Customer(told.Customer));
        var first = LastHeld(told, stage.Now).AddDays(-7 * (told.Held.Count - 1));
        MeetingSeries series = new(stage.Project.Id, 1, new(told.Title, MeetingKind.Regular, customer.Id, host.Name, new(Every.Week, first, told.At, told.TimeZone, told.Minutes), told.Place, told.Link));
        series.ListTopics(told.Topics.Select(t => new SeriesTopic(t.Title, t.Minutes, t.By is null ? null : stage.Person(t.By).Name)));
        var planned = series.When.Utc(first).AddDays(-3);
        yield return new(planned, host, db => PlanAsync(db, told, series, customer, planned));

        foreach (var (held, date) in told.Held.Select((h, i) => (h, first.AddDays(7 * i))))
        {
            DemoMeeting meeting = new(series, date, held, stage, host);
            foreach (var act in meeting.Tell()) yield return act;
        }

        var shown = series.When.Utc(first.AddDays(7 * (told.Held.Count - 1))).AddMinutes(85);
        yield return new(shown, host, db => PrepareAsync(db, told, series, stage, shown));
        foreach (var (proposal, i) in told.Proposals.Select((p, i) => (p, i)))
        {
            var at = shown.AddMinutes(4 + 3 * i);
            yield return new(at, stage.Person(proposal.By), db => ProposeAsync(db, proposal, series, stage, at));
        }
    }

    private static DateOnly LastHeld(DemoSeries told, DateTime now)
    {
        Recurrence weekly = new(Every.Week, default, told.At, told.TimeZone, told.Minutes);
        var day = DateOnly.FromDateTime(now).AddDays(1);
        while (day.DayOfWeek != told.Day || weekly.Utc(day).AddMinutes(told.Minutes) + JustNow > now) day = day.AddDays(-1);
        return day;
    }

    private static async Task PlanAsync(StudioDb db, DemoSeries told, MeetingSeries series, Customer customer, DateTime at)
    {
        Contact contact = new(customer.Id, told.Contact);
        (await ProjectNumbers.SequenceAsync(db, series.ProjectId, NumberSequence.OfSeries, CancellationToken.None)).Next();
        db.AddRange(series, contact);
        await db.AddMissingAsync(series, at, CancellationToken.None);
        db.AddRange(db.ChangeTracker.Entries<Meeting>().Select(m => new Attendance(m.Entity, contact)).ToList());
    }

    private static async Task PrepareAsync(StudioDb db, DemoSeries told, MeetingSeries series, DemoStage stage, DateTime at)
    {
        var next = await db.Set<Meeting>().Where(m => m.SeriesId == series.Id && m.StartsAt > at).OrderBy(m => m.StartsAt).FirstAsync();
        next.Open();
        var place = await db.NextPlaceAsync(next.Id, CancellationToken.None);
        foreach (var topic in told.Next)
        {
            AgendaItem item = new(next, place++, topic.Title, topic.Minutes, topic.By is null ? null : stage.Person(topic.By).Name);
            db.Add(item);
            if (topic.Url is { } url) db.Add(new MaterialLink(next.ProjectId, item.Id, new(url), topic.UrlTitle, null, series.Host!));
        }
    }

    private static async Task ProposeAsync(StudioDb db, DemoProposal told, MeetingSeries series, DemoStage stage, DateTime at)
    {
        var next = await db.Set<Meeting>().Where(m => m.SeriesId == series.Id && m.StartsAt > at && m.State == MeetingState.Open).FirstAsync();
        var (by, side) = (stage.Person(told.By), await db.Set<Membership>().AnyAsync(m => m.PersonId == stage.Person(told.By).Id && m.CustomerId != null) ? Side.Customer : Side.Us);
        Proposal proposal = new(next, new(told.Title, told.Note, told.Minutes), new(side, by.Id, by.Name, at));
        db.Add(proposal);
        if (told.Url is { } url) db.Add(new MaterialLink(next.ProjectId, proposal.Id, new(url), told.UrlTitle, by.Id, by.Name));
    }
}
