using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Infrastructure.Data;

namespace CoCreateStudio.Features.Meetings.Invitations;

/// <summary>Somebody on the list of a meeting, with the address of their account or as a contact; without one where there is none.</summary>
internal sealed record Invited(Guid MeetingId, string Name, string? Email);

internal static class InvitedRows
{
    public static IQueryable<Invited> Invited(this StudioDb db, IReadOnlyCollection<Guid> meetings) =>
        from a in db.Set<Attendance>()
        where meetings.Contains(a.MeetingId)
        orderby a.Side, a.Name
        select new Invited(a.MeetingId, a.Name,
            db.Set<Person>().Where(p => p.Id == a.PersonId && p.BlockedAt == null).Select(p => p.Email).FirstOrDefault()
                ?? db.Set<Contact>().Where(c => c.Id == a.ContactId).Select(c => c.Email).FirstOrDefault());
}
