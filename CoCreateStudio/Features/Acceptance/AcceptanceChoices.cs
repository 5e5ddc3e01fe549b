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
/// <param name="Meetings">That were held with them.</param>
public sealed record Choosable(IReadOnlyList<string> Ours, IReadOnlyList<(string Name, string? Title, string? Email)> Contacts, IReadOnlyList<NamedThing> Meetings, IReadOnlyList<NamedThing> Decisions)
{
    /// <summary>Meetings that were held without the customer: a change may be asked for there, and nothing of theirs is proven by one.</summary>
    public IReadOnlyList<NamedThing> OwnMeetings { get; init; } = [];

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
        var meetings = await db.HeldWith(customerId).OrderByDescending(m => m.StartsAt).Take(Most)
            .Select(m => new NamedThing(m.Id, m.Number, m.Title, m.StartsAt)).ToListAsync(ct);
        var with = meetings.Select(m => m.Id).ToList();
        var own = await db.Set<Meeting>().Where(m => m.CustomerId == null && m.State == MeetingState.Closed && !with.Contains(m.Id)).OrderByDescending(m => m.StartsAt).Take(Most)
            .Select(m => new NamedThing(m.Id, m.Number, m.Title, m.StartsAt)).ToListAsync(ct);
        var decisions = await db.Set<Decision>().Where(d => d.ArchivedAt == null && (d.CustomerId == customerId || d.CustomerId == null)).OrderByDescending(d => d.Number).Take(Most)
            .Select(d => new NamedThing(d.Id, d.Number, d.Text, d.SaidAt)).ToListAsync(ct);
        return new(
            [.. people.Where(p => p.CustomerId is null).Select(p => p.Name).Distinct()],
            [.. contacts.Select(c => (c.Name, c.Title, c.Email)).Concat(people.Where(p => p.CustomerId == customerId).Select(p => (p.Name, (string?)null, (string?)p.Email))).DistinctBy(c => c.Name)],
            meetings, decisions)
        { OwnMeetings = own };
    }
}
