using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings.Series;

/// <summary>A series as the list shows it.</summary>
/// <param name="Next">The next meeting that is not called off.</param>
/// <param name="Waiting">How many proposed topics wait.</param>
public sealed record SeriesLine(MeetingSeries Series, string? Customer, int? Next, DateTime? NextAt, int Waiting);

/// <summary>Reads the series of a project; for a customer's people there are none, only meetings.</summary>
public sealed class SeriesReader(ProjectDbFactory projects, TimeProvider clock)
{
    /// <summary>Those that go on, by their next meeting, then those that have ended.</summary>
    public async Task<IReadOnlyList<SeriesLine>> ListAsync(Guid projectId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        var lines = await Lines(db, db.Set<MeetingSeries>()).ToListAsync(ct);
        return [.. lines.OrderBy(l => l.Series.EndedAt is not null).ThenBy(l => l.NextAt ?? DateTime.MaxValue).ThenBy(l => l.Series.Number)];
    }

    public async Task<SeriesLine?> ReadAsync(Guid projectId, int number, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        return await Lines(db, db.Set<MeetingSeries>().Where(s => s.Number == number)).SingleOrDefaultAsync(ct);
    }

    /// <summary>The series that a meeting belongs to.</summary>
    public async Task<MeetingSeries?> OfAsync(Guid projectId, Guid seriesId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        return await db.Set<MeetingSeries>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == seriesId, ct);
    }

    /// <summary>The date of the next draft that follows the series: from there on a change counts.</summary>
    public async Task<DateOnly?> NextDateAsync(Guid projectId, Guid seriesId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        return await db.Set<Meeting>().Where(m => m.SeriesId == seriesId && m.State == MeetingState.Draft && !m.ByHand && m.StartsAt > now).MinAsync(m => m.PlannedOn, ct);
    }

    private IQueryable<SeriesLine> Lines(StudioDb db, IQueryable<MeetingSeries> series)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return from s in series.AsNoTracking()
               let next = db.Set<Meeting>().Where(m => m.SeriesId == s.Id && m.State != MeetingState.Cancelled && m.State != MeetingState.Closed && m.StartsAt > now).OrderBy(m => m.StartsAt).Select(m => new { m.Number, m.StartsAt }).FirstOrDefault()
               select new SeriesLine(s, db.Set<Customer>().Where(c => c.Id == s.CustomerId).Select(c => c.ShortName).FirstOrDefault(),
                   next == null ? null : next.Number, next == null ? null : next.StartsAt,
                   db.Set<Proposal>().Count(p => p.SeriesId == s.Id && p.ItemId == null && p.DeclinedAt == null));
    }
}
