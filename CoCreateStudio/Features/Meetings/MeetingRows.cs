using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Projects;
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

    /// <summary>The one person of the project who has this name, where there is one.</summary>
    public static async Task<(Guid Id, Side Side)?> KnownAsync(this StudioDb db, string name, Guid? customerId, CancellationToken ct)
    {
        var people = await (from m in db.Set<Membership>()
                            where m.CustomerId == null || m.CustomerId == customerId
                            join p in db.Set<Person>() on m.PersonId equals p.Id
                            where p.Name == name
                            select new { p.Id, m.CustomerId }).AsNoTracking().Take(2).ToListAsync(ct);
        return people is [var one] ? (one.Id, one.CustomerId is null ? Side.Us : Side.Customer) : null;
    }

    /// <summary>A draft that is now held with another customer has that company's people on it, and nobody of the one before.</summary>
    /// <exception cref="RuleException">Something was written or proposed for the one before.</exception>
    public static async Task InviteOthersAsync(this StudioDb db, Meeting meeting, CancellationToken ct)
    {
        if (await db.Set<Entry>().AnyAsync(e => e.MeetingId == meeting.Id && e.ArchivedAt == null, ct) || await db.Set<Proposal>().AnyAsync(p => p.MeetingId == meeting.Id, ct))
            throw new RuleException(nameof(RuleText.CustomerWorkedOn));
        var there = await db.Set<Attendance>().Where(a => a.MeetingId == meeting.Id).ToListAsync(ct);
        db.RemoveRange(there.Where(a => a.Side == Side.Customer));
        db.AddRange((await db.InvitedAsync(meeting.CustomerId, ct)).Where(p => p.Side == Side.Customer).Select(p => new Attendance(meeting, p.Name, p.Side, p.Id)));
    }

    /// <summary>The later drafts of its series that still follow it.</summary>
    public static async Task<IReadOnlyList<Meeting>> FollowingAsync(this StudioDb db, Meeting meeting, CancellationToken ct) => meeting.SeriesId is not { } series ? []
        : (await db.Set<Meeting>().Where(m => m.SeriesId == series && m.State == MeetingState.Draft && m.PlannedOn > meeting.PlannedOn).ToListAsync(ct)).FindAll(m => m.FollowsSeries);

    /// <summary>Whoever closes a meeting at this moment, on whatever server, looks again; and whoever writes into one that was closed is refused.</summary>
    public static async Task CountLineAsync(this StudioDb db, Guid projectId, CancellationToken ct) =>
        (await ProjectNumbers.SequenceAsync(db, projectId, NumberSequence.OfLines, ct)).Next();

    /// <summary>The topics of a meeting in their order.</summary>
    public static Task<List<AgendaItem>> AgendaAsync(this StudioDb db, Guid meetingId, CancellationToken ct) =>
        db.Set<AgendaItem>().Where(i => i.MeetingId == meetingId).OrderBy(i => i.Position).ThenBy(i => i.Id).ToListAsync(ct);

    /// <summary>Where the next topic of a meeting comes.</summary>
    public static async Task<int> NextPlaceAsync(this StudioDb db, Guid meetingId, CancellationToken ct) =>
        (await db.Set<AgendaItem>().Where(i => i.MeetingId == meetingId).MaxAsync(i => (int?)i.Position, ct) ?? 0) + 1;
}
