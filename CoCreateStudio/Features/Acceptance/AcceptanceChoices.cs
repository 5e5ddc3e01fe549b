using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Acceptance;

/// <summary>A meeting or a decision that may be named.</summary>
public sealed record NamedThing(Guid Id, int Number, string Text, DateTime At);

/// <summary>What may be chosen while one writes: people of both sides, meetings and decisions of late.</summary>
/// <param name="Contacts">The customer's, with their mail addresses.</param>
public sealed record Choosable(IReadOnlyList<string> Ours, IReadOnlyList<(string Name, string? Title, string? Email)> Contacts, IReadOnlyList<NamedThing> Meetings, IReadOnlyList<NamedThing> Decisions)
{
    public static readonly Choosable Nothing = new([], [], [], []);
}

/// <summary>Reads what may be chosen in an agreement with a customer.</summary>
public sealed class AcceptanceChoices(ProjectDbFactory projects)
{
    private const int Most = 40;

    public async Task<Choosable> ReadAsync(Guid projectId, Guid customerId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.Propose, ct);
        var people = await (from m in db.Set<Membership>() join p in db.Set<Person>() on m.PersonId equals p.Id orderby p.Name select new { p.Name, p.Email, m.CustomerId }).AsNoTracking().ToListAsync(ct);
        var contacts = await db.Set<Contact>().AsNoTracking().Where(c => c.CustomerId == customerId && c.ArchivedAt == null).OrderBy(c => c.Name).Select(c => new { c.Name, c.Title, c.Email }).ToListAsync(ct);
        var meetings = await db.Set<Meeting>().Where(m => m.State == MeetingState.Closed && (m.CustomerId == customerId || m.CustomerId == null)).OrderByDescending(m => m.StartsAt).Take(Most)
            .Select(m => new NamedThing(m.Id, m.Number, m.Title, m.StartsAt)).ToListAsync(ct);
        var decisions = await db.Set<Decision>().Where(d => d.ArchivedAt == null && (d.CustomerId == customerId || d.CustomerId == null)).OrderByDescending(d => d.Number).Take(Most)
            .Select(d => new NamedThing(d.Id, d.Number, d.Text, d.SaidAt)).ToListAsync(ct);
        return new(
            [.. people.Where(p => p.CustomerId is null).Select(p => p.Name).Distinct()],
            [.. contacts.Select(c => (c.Name, c.Title, c.Email)).Concat(people.Where(p => p.CustomerId == customerId).Select(p => (p.Name, (string?)null, (string?)p.Email))).DistinctBy(c => c.Name)],
            meetings, decisions);
    }
}
