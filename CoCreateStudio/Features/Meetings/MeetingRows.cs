using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings;

internal static class MeetingRows
{
    /// <exception cref="RuleException">There is no such meeting for this reader.</exception>
    public static async Task<Meeting> MeetingAsync(this StudioDb db, Guid id, CancellationToken ct) =>
        await db.Set<Meeting>().SingleOrDefaultAsync(m => m.Id == id, ct) ?? throw new RuleException(nameof(RuleText.NotThere));

    /// <summary>Who is invited by being in the project: our side but viewers, and the people of the customer whose meeting it is.</summary>
    public static async Task<IReadOnlyList<(Guid Id, string Name, Side Side)>> InvitedAsync(this StudioDb db, Guid? customerId, CancellationToken ct)
    {
        var people = await (from m in db.Set<Membership>()
                            where m.Role != ProjectRole.Viewer && (m.CustomerId == null || m.CustomerId == customerId)
                            join p in db.Set<Person>() on m.PersonId equals p.Id
                            orderby m.CustomerId != null, p.Name
                            select new { p.Id, p.Name, m.CustomerId }).AsNoTracking().ToListAsync(ct);
        return [.. people.DistinctBy(p => p.Name).Select(p => (p.Id, p.Name, p.CustomerId is null ? Side.Us : Side.Customer))];
    }

    /// <summary>Where the next topic of a meeting comes.</summary>
    public static async Task<int> NextPlaceAsync(this StudioDb db, Guid meetingId, CancellationToken ct) =>
        (await db.Set<AgendaItem>().Where(i => i.MeetingId == meetingId).MaxAsync(i => (int?)i.Position, ct) ?? 0) + 1;
}
