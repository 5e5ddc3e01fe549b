using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Projects;

/// <summary>How all the projects of a person stand, read across projects with as many queries for one as for fifty.</summary>
public sealed class ProjectOverview(ProjectDbFactory projects, IAccess access, CurrentActor actor, TimeProvider clock)
{
    public async Task<IReadOnlyList<ProjectRow>> ListAsync(CancellationToken ct = default)
    {
        var visible = await access.ProjectsAsync(ct);
        List<ProjectRow> rows = [];
        await using (var db = await projects.OpenVisibleAsync(ct))
            rows.AddRange(await ReadAsync(db, [.. visible.Where(p => p.Grant.Allows(Right.SeeInternal))], ct));

        // A customer's own people see each project through their company's eyes, so each has a door of its own.
        foreach (var project in visible.Where(p => !p.Grant.Allows(Right.SeeInternal)))
        {
            await using var db = await projects.OpenAsync(project.Id, Right.ViewProject, ct);
            rows.AddRange(await ReadAsync(db, [project], ct));
        }

        return [.. rows.OrderBy(r => r.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    private async Task<IEnumerable<ProjectRow>> ReadAsync(StudioDb db, IReadOnlyList<VisibleProject> visible, CancellationToken ct)
    {
        if (visible.Count == 0) return [];
        var today = actor.Today(clock);
        var counts = (await db.Set<Requirement>().Where(r => r.ArchivedAt == null && Workflow.Open.Contains(r.Status))
            .GroupBy(r => new { r.ProjectId, r.Status })
            .Select(g => new { g.Key.ProjectId, g.Key.Status, Count = g.Count(), Late = g.Count(r => r.TargetDate < today) })
            .ToListAsync(ct)).ToLookup(c => c.ProjectId);
        var customers = (await db.Set<Participation>().AsNoTracking().Join(db.Set<Customer>(), p => p.CustomerId, c => c.Id, (p, c) => new { Part = p, c.ShortName })
            .ToListAsync(ct)).ToLookup(c => c.Part.ProjectId, c => (c.Part, c.ShortName));
        var roles = await db.Set<Membership>().Where(m => m.PersonId == actor.PersonId).ToDictionaryAsync(m => m.ProjectId, m => m.Role, ct);
        var agreements = (await db.JudgedAgreementsAsync(ct)).ToLookup(a => a.ProjectId);
        return visible.Select(p => new ProjectRow(
            p.Id, p.Key, p.Name, roles.TryGetValue(p.Id, out var role) ? role : null,
            [.. customers[p.Id].OrderBy(c => c.ShortName, StringComparer.CurrentCultureIgnoreCase).Select(c => new ProjectCustomer(c.ShortName, p.Grant.Allows(Right.SeeInternal) ? c.Part.Exceptions : []))],
            counts[p.Id].ToDictionary(c => c.Status, c => c.Count), counts[p.Id].Sum(c => c.Late),
            ProjectOutcome.Of([.. agreements[p.Id]])));
    }
}
