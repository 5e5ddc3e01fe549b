using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Customers.Company;

/// <summary>How a company stands in all projects that the reader sees, with as many queries for one project as for fifty.</summary>
public sealed class CompanyProjects(ProjectDbFactory projects, IAccess access, CurrentActor actor, TimeProvider clock)
{
    public async Task<IReadOnlyList<ProjectStanding>> ReadAsync(Guid customerId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenDirectoryAsync(Right.SeeInternal, ct);
        var (now, today) = (clock.GetUtcNow().UtcDateTime, actor.Today(clock));
        var parts = await db.Set<Participation>().IgnoreQueryFilters([StudioDb.StillHere]).AsNoTracking().Where(p => p.CustomerId == customerId).ToDictionaryAsync(p => p.ProjectId, ct);
        var screenings = await db.Set<Screening>().AsNoTracking().Where(s => s.CustomerId == customerId).ToDictionaryAsync(s => s.ProjectId, ct);
        if (parts.Count + screenings.Count == 0) return [];
        var agreements = await db.Set<AcceptanceAgreement>().AsNoTracking().Where(a => a.CustomerId == customerId).ToDictionaryAsync(a => a.ProjectId, ct);
        var needs = await db.Set<Requirement>().Where(r => r.CustomerId == customerId && r.ArchivedAt == null).GroupBy(r => r.ProjectId)
            .Select(g => new { g.Key, All = g.Count(), Open = g.Count(r => Workflow.Open.Contains(r.Status)), Late = g.Count(r => Workflow.Open.Contains(r.Status) && r.TargetDate < today) }).ToDictionaryAsync(g => g.Key, ct);
        var held = await db.Set<Meeting>().Where(m => m.CustomerId == customerId && m.State == MeetingState.Closed).GroupBy(m => m.ProjectId)
            .Select(g => new { g.Key, Count = g.Count(), Last = g.Max(m => m.StartsAt) }).ToDictionaryAsync(g => g.Key, ct);
        var ahead = (await db.Set<Meeting>().Where(m => m.CustomerId == customerId && m.StartsAt > now && (m.State == MeetingState.Draft || m.State == MeetingState.Open))
            .OrderBy(m => m.StartsAt).Select(m => new { m.ProjectId, m.Number, m.Title, m.StartsAt }).ToListAsync(ct)).ToLookup(m => m.ProjectId);
        var actions = await db.Set<ActionItem>().Where(a => a.CustomerId == customerId && a.ArchivedAt == null && a.DoneAt == null).GroupBy(a => a.ProjectId)
            .Select(g => new { g.Key, Open = g.Count(), Late = g.Count(a => a.DueOn < today) }).ToDictionaryAsync(g => g.Key, ct);
        var decisions = await db.Set<Decision>().Where(d => d.CustomerId == customerId && d.ArchivedAt == null).GroupBy(d => d.ProjectId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var people = (await db.Set<Membership>().Where(m => m.CustomerId == customerId).Join(db.Set<Person>(), m => m.PersonId, p => p.Id, (m, p) => new { m.ProjectId, p.Name })
            .ToListAsync(ct)).ToLookup(m => m.ProjectId, m => m.Name);
        return
        [
            .. (await access.ProjectsAsync(ct)).Where(p => parts.ContainsKey(p.Id) || screenings.ContainsKey(p.Id)).Select(p => new ProjectStanding(p, parts.GetValueOrDefault(p.Id), screenings.GetValueOrDefault(p.Id), agreements.GetValueOrDefault(p.Id),
                needs.GetValueOrDefault(p.Id)?.Open ?? 0, needs.GetValueOrDefault(p.Id)?.Late ?? 0, needs.GetValueOrDefault(p.Id)?.All ?? 0,
                held.GetValueOrDefault(p.Id)?.Count ?? 0, held.GetValueOrDefault(p.Id)?.Last, ahead[p.Id].Select(m => new NextMeeting(m.Number, m.Title, m.StartsAt)).FirstOrDefault(),
                actions.GetValueOrDefault(p.Id)?.Open ?? 0, actions.GetValueOrDefault(p.Id)?.Late ?? 0, decisions.GetValueOrDefault(p.Id),
                [.. people[p.Id].Order(StringComparer.CurrentCulture)])),
        ];
    }
}
