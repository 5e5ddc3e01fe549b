using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings;

/// <summary>Whom a meeting may name: the participating customers, and the people of the project.</summary>
public sealed class MeetingFacts(ProjectDbFactory projects)
{
    public async Task<(IReadOnlyDictionary<Guid, string> Customers, IReadOnlyList<string> People)> ReadAsync(Guid projectId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        var customers = await (from p in db.Set<Participation>() join c in db.Set<Customer>() on p.CustomerId equals c.Id orderby c.ShortName select c).AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.ShortName, ct);
        var people = await (from m in db.Set<Membership>() join p in db.Set<Person>() on m.PersonId equals p.Id orderby p.Name select p.Name).Distinct().ToListAsync(ct);
        return (customers, people);
    }
}
