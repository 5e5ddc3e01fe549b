using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit.Text;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings.Minutes.Out;

/// <summary>One version of minutes as it goes out, with what was said to it.</summary>
/// <param name="People">Those of the attendance list who can be written to; nobody for readers who do not see what is internal.</param>
public sealed record MinutesOut(MinutesVersion Version, SealedMinutes Minutes, IReadOnlyList<Confirmation> Confirmations, IReadOnlyList<CalendarPerson> People);

/// <summary>Reads minutes for a file or for paper.</summary>
public sealed class MinutesOutReader(ProjectDbFactory projects)
{
    /// <param name="number">Of the meeting.</param>
    /// <param name="version">The latest where none is named.</param>
    /// <returns>Null when there is no such version for this reader, or nothing that can be read in it.</returns>
    public async Task<MinutesOut?> ReadAsync(Guid projectId, int number, int? version, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        var found = await (from v in db.Set<MinutesVersion>().AsNoTracking()
                           join m in db.Set<Meeting>() on v.MeetingId equals m.Id
                           where m.Number == number && (version == null || v.Number == version)
                           orderby v.Number descending
                           select v).FirstOrDefaultAsync(ct);
        if (found is null || SealedMinutes.TryRead(found.Content) is not { } minutes) return null;
        var confirmations = await db.Set<Confirmation>().AsNoTracking().Where(c => c.VersionId == found.Id).OrderBy(c => c.At).ToListAsync(ct);
        return new(found, minutes, confirmations, db.OnlyCustomer is null ? await PeopleAsync(db, found.MeetingId, ct) : []);
    }

    private static async Task<IReadOnlyList<CalendarPerson>> PeopleAsync(StudioDb db, Guid meetingId, CancellationToken ct)
    {
        var invited = db.Set<Attendance>().Where(a => a.MeetingId == meetingId);
        var people = await (from a in invited join p in db.Set<Person>() on a.PersonId equals p.Id where p.BlockedAt == null orderby p.Name select new CalendarPerson(p.Name, p.Email)).ToListAsync(ct);
        var contacts = await (from a in invited join c in db.Set<Contact>() on a.ContactId equals c.Id where c.Email != null orderby c.Name select new CalendarPerson(c.Name, c.Email!)).ToListAsync(ct);
        return [.. people, .. contacts];
    }
}
