using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings.Series;

/// <summary>The meetings that a series brings into being; the caller saves them.</summary>
internal static class SeriesMeetings
{
    /// <summary>
    /// Makes what is missing of the meetings ahead, with the agenda of the series and those invited. The series is saved along, so that
    /// another server that does the same sees it and looks again.
    /// </summary>
    public static async Task AddMissingAsync(this StudioDb db, MeetingSeries series, DateTime now, CancellationToken ct)
    {
        var missing = series.Missing(await db.NotPastAsync(series.Id, now, ct), now);
        if (missing.Count == 0) return;
        if (db.Entry(series).State == EntityState.Unchanged) db.Claim(series);
        var numbers = await ProjectNumbers.SequenceAsync(db, series.ProjectId, NumberSequence.OfMeetings, ct);
        var people = await db.InvitedAsync(series.CustomerId, ct);
        var guests = await GuestsAsync(db, series.Id, ct);
        foreach (var date in missing)
        {
            Meeting meeting = new(series, numbers.Next(), date);
            db.Add(meeting);
            db.AddRange(Agenda(meeting, series.Topics));
            db.AddRange(people.Select(p => new Attendance(meeting, p.Name, p.Side, p.Id)));
            db.AddRange(guests.Where(g => people.All(p => p.Name != g.Name)).Select(g => g.For(meeting)));
        }
    }

    /// <summary>The meetings of a series that are not past, those that were called off or moved included.</summary>
    public static Task<List<Meeting>> NotPastAsync(this StudioDb db, Guid seriesId, DateTime now, CancellationToken ct)
    {
        // A day of the series' own zone may have begun or ended elsewhere.
        var from = DateOnly.FromDateTime(now).AddDays(-2);
        return db.Set<Meeting>().Where(m => m.SeriesId == seriesId && (m.PlannedOn >= from || m.StartsAt > now)).OrderBy(m => m.PlannedOn).ToListAsync(ct);
    }

    public static IEnumerable<AgendaItem> Agenda(Meeting meeting, IEnumerable<SeriesTopic> topics) =>
        topics.Select((topic, i) => new AgendaItem(meeting, i + 1, topic.Title, topic.Minutes, topic.Presenter));

    /// <summary>Those of these topics to which material or lines belong.</summary>
    public static async Task<IReadOnlySet<Guid>> WorkedOnAsync(this StudioDb db, IReadOnlyCollection<Guid> items, CancellationToken ct) => (await db.Set<Material>().Where(m => items.Contains(m.TopicId) && m.RemovedAt == null).Select(m => m.TopicId)
        .Union(db.Set<Entry>().Where(e => e.ItemId != null && items.Contains(e.ItemId.Value) && e.ArchivedAt == null).Select(e => e.ItemId!.Value)).ToListAsync(ct)).ToHashSet();

    // Whoever has no account was invited to one meeting by hand, and is to the next ones from then on.
    private static async Task<IReadOnlyList<Guest>> GuestsAsync(StudioDb db, Guid seriesId, CancellationToken ct)
    {
        var last = await db.Set<Meeting>().Where(m => m.SeriesId == seriesId && m.State != MeetingState.Cancelled).OrderByDescending(m => m.PlannedOn).Select(m => m.Id).FirstOrDefaultAsync(ct);
        var guests = await db.Set<Attendance>().AsNoTracking().Where(a => a.MeetingId == last && a.PersonId == null).ToListAsync(ct);
        var contacts = await db.Set<Domain.Customers.Contact>().AsNoTracking().Where(c => guests.Select(g => g.ContactId).Contains(c.Id) && c.ArchivedAt == null).ToListAsync(ct);
        return [.. guests.Where(g => g.ContactId is null || contacts.Any(c => c.Id == g.ContactId)).Select(g => new Guest(g.Name, g.Side, contacts.Find(c => c.Id == g.ContactId)))];
    }

    private sealed record Guest(string Name, Side Side, Domain.Customers.Contact? Contact)
    {
        public Attendance For(Meeting meeting) => Contact is null ? new(meeting, Name, Side) : new(meeting, Contact);
    }
}
