using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings;

/// <summary>A meeting as the list shows it.</summary>
/// <param name="Planned">Minutes of its agenda.</param>
public sealed record MeetingLine(
    Guid Id, int Number, string Title, MeetingKind Kind, MeetingState State, DateTime StartsAt, int Minutes, string TimeZone, string? Host, string? Place, string? Customer,
    int Items, int Planned, int Decisions, int Actions);

/// <summary>Reads the meetings of a project.</summary>
public sealed class MeetingList(ProjectDbFactory projects, TimeProvider clock)
{
    private const int PageLength = 50;

    /// <summary>What is ahead or running, the next first.</summary>
    public async Task<IReadOnlyList<MeetingLine>> AheadAsync(Guid projectId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        var from = clock.GetUtcNow().UtcDateTime.AddDays(-1);
        var ahead = db.Set<Meeting>().Where(m => m.State == MeetingState.InProgress || (m.State != MeetingState.Closed && m.StartsAt >= from));
        return await Lines(db, ahead.OrderBy(m => m.StartsAt).Take(PageLength)).ToListAsync(ct);
    }

    /// <summary>What is past, the latest first, so many after so many.</summary>
    public async Task<(IReadOnlyList<MeetingLine> Lines, int Count)> PastAsync(Guid projectId, int skip, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        var from = clock.GetUtcNow().UtcDateTime.AddDays(-1);
        var past = db.Set<Meeting>().Where(m => m.State == MeetingState.Closed || (m.State != MeetingState.InProgress && m.StartsAt < from));
        return (await Lines(db, past.OrderByDescending(m => m.StartsAt).Skip(skip).Take(PageLength)).ToListAsync(ct), await past.CountAsync(ct));
    }

    /// <summary>The meetings of a series: what is ahead or running, the next first, and the latest that are past.</summary>
    public async Task<(IReadOnlyList<MeetingLine> Ahead, IReadOnlyList<MeetingLine> Past)> OfSeriesAsync(Guid projectId, Guid seriesId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var all = db.Set<Meeting>().Where(m => m.SeriesId == seriesId);
        var ahead = all.Where(m => m.State == MeetingState.InProgress || (m.State != MeetingState.Closed && m.StartsAt >= now.AddDays(-1)));
        var past = all.Where(m => m.State == MeetingState.Closed || (m.State != MeetingState.InProgress && m.StartsAt < now.AddDays(-1)));
        return (await Lines(db, ahead.OrderBy(m => m.StartsAt).Take(PageLength)).ToListAsync(ct), await Lines(db, past.OrderByDescending(m => m.StartsAt).Take(PageLength)).ToListAsync(ct));
    }

    private static IQueryable<MeetingLine> Lines(StudioDb db, IQueryable<Meeting> meetings) =>
        from m in meetings.AsNoTracking()
        select new MeetingLine(m.Id, m.Number, m.Title, m.Kind, m.State, m.StartsAt, m.Minutes, m.TimeZone, m.Host, m.Place,
            db.Set<Customer>().Where(c => c.Id == m.CustomerId).Select(c => c.ShortName).FirstOrDefault(),
            db.Set<AgendaItem>().Count(i => i.MeetingId == m.Id), db.Set<AgendaItem>().Where(i => i.MeetingId == m.Id).Sum(i => i.Minutes),
            db.Set<Decision>().Count(d => d.MeetingId == m.Id && d.ArchivedAt == null), db.Set<ActionItem>().Count(a => a.MeetingId == m.Id && a.ArchivedAt == null));
}
