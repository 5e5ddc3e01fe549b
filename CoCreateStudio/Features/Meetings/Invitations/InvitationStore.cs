using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Text;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings.Invitations;

/// <summary>Inviting: in whose name, and people of the customer who have no account.</summary>
public sealed class InvitationStore(ProjectDbFactory projects, CurrentActor actor)
{
    /// <summary>Before the first invitation goes out: it is the host's where the host is on the list with an address, else of whoever sends it.</summary>
    public Task OrganizeAsync(Guid projectId, int number, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.HoldMeetings, async db =>
    {
        if (await db.Set<Meeting>().SingleOrDefaultAsync(m => m.Number == number && m.OrganizerEmail == null, ct) is not { } meeting) return;
        var host = (await db.Invited([meeting.Id]).ToListAsync(ct)).Find(p => p.Name == meeting.Host && MailDraft.IsUsable(p.Email));
        if (host is not null) meeting.Organize(host.Name, host.Email!);
        else if (await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == actor.PersonId, ct) is { } me) meeting.Organize(me.Name, me.Email);
    }, ct);

    /// <summary>The contacts of the customer whose meeting it is.</summary>
    public async Task<IReadOnlyList<Contact>> ContactsAsync(Guid projectId, Guid meetingId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.HoldMeetings, ct);
        var meeting = await db.MeetingAsync(meetingId, ct);
        return await db.Set<Contact>().AsNoTracking().Where(c => c.CustomerId == meeting.CustomerId && c.ArchivedAt == null).OrderBy(c => c.Name).ToListAsync(ct);
    }

    public Task InviteAsync(Guid projectId, Guid meetingId, Guid contactId, CancellationToken ct = default) => ChangeAsync(projectId, meetingId, async (db, meeting) =>
        await InviteAsync(db, meeting, await db.Set<Contact>().SingleOrDefaultAsync(c => c.Id == contactId && c.CustomerId == meeting.CustomerId, ct) ?? throw new RuleException(nameof(RuleText.NotThere)), ct), ct);

    /// <summary>Keeps somebody new as a contact of the customer, and invites them.</summary>
    public Task InviteNewAsync(Guid projectId, Guid meetingId, ContactCard card, CancellationToken ct = default) => ChangeAsync(projectId, meetingId, async (db, meeting) =>
    {
        Contact contact = new(meeting.CustomerId ?? throw new RuleException(nameof(RuleText.NotACustomerHere)), card);
        db.Add(contact);
        await InviteAsync(db, meeting, contact, ct);
    }, ct);

    // Whoever was invited by name is reached from now on; to the drafts of the series that follow, too.
    private static async Task InviteAsync(StudioDb db, Meeting meeting, Contact contact, CancellationToken ct)
    {
        foreach (var one in (Meeting[])[meeting, .. await db.FollowingAsync(meeting, ct)])
        {
            var known = await db.Set<Attendance>().SingleOrDefaultAsync(a => a.MeetingId == one.Id && a.Name == contact.Name, ct);
            if (known is null) db.Add(new Attendance(one, contact));
            else if (one == meeting || known.PersonId is null) known.Reach(contact);
        }
    }

    private Task ChangeAsync(Guid projectId, Guid meetingId, Func<StudioDb, Meeting, Task> change, CancellationToken ct) => projects.ChangeAsync(projectId, Right.HoldMeetings, async db =>
    {
        var meeting = await db.MeetingAsync(meetingId, ct);
        meeting.NotOver();
        await change(db, meeting);
    }, ct);
}
