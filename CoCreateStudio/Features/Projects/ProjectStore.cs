using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Projects;

/// <summary>Projects as a whole: making one, putting it away, taking it back.</summary>
public sealed class ProjectStore(ProjectDbFactory projects, IPassDesk passes, CurrentActor actor, TimeProvider clock)
{
    /// <summary>The projects put away, the latest first; for administrators.</summary>
    public async Task<IReadOnlyList<ArchivedProject>> ArchivedAsync(CancellationToken ct = default)
    {
        await using var db = await projects.OpenForAdministrationAsync(ct);
        return await db.Set<Project>().IgnoreQueryFilters().Where(p => p.ArchivedAt != null).OrderByDescending(p => p.ArchivedAt)
            .Select(p => new ArchivedProject(p.Id, p.Key, p.Name, p.ArchivedAt!.Value)).ToListAsync(ct);
    }

    /// <summary>Everybody who may lead a project.</summary>
    public async Task<IReadOnlyList<KnownPerson>> PeopleAsync(CancellationToken ct = default)
    {
        await using var db = await projects.OpenForAdministrationAsync(ct);
        return await db.Set<Person>().Where(p => p.BlockedAt == null).OrderBy(p => p.Name).Select(p => new KnownPerson(p.Id, p.Name, p.Email)).ToListAsync(ct);
    }

    public async Task<IReadOnlyList<KnownCustomer>> CustomersAsync(CancellationToken ct = default)
    {
        await using var db = await projects.OpenForAdministrationAsync(ct);
        return await db.KnownCustomersAsync(ct);
    }

    /// <summary>Its customers begin as candidates: screening says whether they take part.</summary>
    /// <returns>The key of the new project.</returns>
    public async Task<string> CreateAsync(ProjectInput input, CancellationToken ct = default)
    {
        var project = new Project(input.Name, input.Key);
        await using var db = await projects.OpenForAdministrationAsync(project.Id, ct);
        await db.MustBeFreeAsync(project, ct);
        db.Add(project);
        if (input.LeadId is { } lead) db.Add(new Membership(project.Id, lead, ProjectRole.Lead));
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var customer in await db.CustomersAsync(input.Customers, ct)) db.Add(new Screening(project.Id, customer.Id, mayScreen: true, actor.Name, now));
        await db.SaveChangesAsync(ct);
        passes.ForgetAll();
        return project.Key;
    }

    public Task ArchiveAsync(Guid projectId, CancellationToken ct = default) => ChangeAsync(projectId, p => p.Archive(clock.GetUtcNow().UtcDateTime), ct);

    public Task RestoreAsync(Guid projectId, CancellationToken ct = default) => ChangeAsync(projectId, p => p.Restore(), ct);

    private async Task ChangeAsync(Guid projectId, Action<Project> change, CancellationToken ct)
    {
        bool saved;
        do
        {
            await using var db = await projects.OpenForAdministrationAsync(projectId, ct);
            change(await db.Set<Project>().SingleAsync(ct));
            saved = await db.SavedAsync(ct);
        }
        while (!saved);
        passes.ForgetAll();
    }
}
