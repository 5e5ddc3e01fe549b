using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit.Text;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings.Invitations;

/// <summary>Reads what goes out to those invited, for whoever may see the meeting. Addresses are for our side alone.</summary>
public sealed class InvitationReader(ProjectDbFactory projects)
{
    public async Task<Invitation?> ReadAsync(Guid projectId, int number, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        return (await ReadAsync(db, db.Set<Meeting>().Where(m => m.Number == number), ct)).SingleOrDefault();
    }

    /// <summary>The meetings of a series that are ahead, the next first.</summary>
    public async Task<IReadOnlyList<Invitation>> OfSeriesAsync(Guid projectId, int number, DateTime now, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        var meetings = from m in db.Set<Meeting>() join s in db.Set<MeetingSeries>() on m.SeriesId equals s.Id where s.Number == number && m.StartsAt > now && m.State != MeetingState.Cancelled orderby m.StartsAt select m;
        return await ReadAsync(db, meetings, ct);
    }

    private static async Task<IReadOnlyList<Invitation>> ReadAsync(StudioDb db, IQueryable<Meeting> which, CancellationToken ct)
    {
        var meetings = await which.AsNoTracking().ToListAsync(ct);
        var ids = meetings.Select(m => m.Id).ToList();
        var items = (await db.Set<AgendaItem>().AsNoTracking().Where(i => ids.Contains(i.MeetingId)).OrderBy(i => i.Position).ToListAsync(ct)).ToLookup(i => i.MeetingId);
        if (db.OnlyCustomer is not null) return [.. meetings.Select(m => new Invitation(m, [.. items[m.Id]], null, [], []))];

        var invited = (await db.Invited(ids).ToListAsync(ct)).ToLookup(a => a.MeetingId);
        return [.. meetings.Select(meeting =>
        {
            List<CalendarPerson> people = [.. from a in invited[meeting.Id] where MailDraft.IsUsable(a.Email) select new CalendarPerson(a.Name, a.Email!)];
            var organizer = meeting is { OrganizerName: { } name, OrganizerEmail: { } email } ? new CalendarPerson(name, email) : null;
            return new Invitation(meeting, [.. items[meeting.Id]], organizer, people, [.. from a in invited[meeting.Id] where !MailDraft.IsUsable(a.Email) select a.Name]);
        })];
    }
}
