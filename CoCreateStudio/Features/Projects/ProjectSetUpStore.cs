using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Projects;

/// <summary>What a project is called, and who of the customers takes part.</summary>
public sealed class ProjectSetUpStore(ProjectDbFactory projects, IPassDesk passes)
{
    public async Task<ProjectSetUp> ReadAsync(Guid projectId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.SetUpProject, ct);
        var project = await db.Set<Project>().AsNoTracking().SingleAsync(ct);
        var customers = await db.Set<Participation>().Join(db.Set<Customer>(), p => p.CustomerId, c => c.Id, (p, c) => new KnownCustomer(c.Id, c.Name, c.ShortName)).ToListAsync(ct);
        return new(project.Name, project.Key, project.Purpose, project.Departments, project.Categories, project.StatusNames,
            [.. customers.OrderBy(c => c.Name, StringComparer.CurrentCultureIgnoreCase)], new(project.FirstAnswer));
    }

    /// <summary>The companies that are known, to choose from.</summary>
    public async Task<IReadOnlyList<KnownCustomer>> KnownCustomersAsync(Guid projectId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.SetUpProject, ct);
        return await db.Set<Customer>().OrderBy(c => c.Name).Select(c => new KnownCustomer(c.Id, c.Name, c.ShortName)).ToListAsync(ct);
    }

    public async Task RenameAsync(Guid projectId, string name, CancellationToken ct = default)
    {
        await ChangeAsync(projectId, (_, project) => Done(() => project.Rename(name)), ct);
        passes.ForgetAll();
    }

    /// <returns>The key as it is written.</returns>
    public async Task<string> RekeyAsync(Guid projectId, string key, CancellationToken ct = default)
    {
        await ChangeAsync(projectId, async (db, project) =>
        {
            project.Rekey(key);
            await db.MustBeFreeAsync(project, ct);
            key = project.Key;
        }, ct);
        passes.ForgetAll();
        return key;
    }

    public Task DescribeAsync(Guid projectId, string purpose, CancellationToken ct = default) =>
        ChangeAsync(projectId, (_, project) => Done(() => project.Describe(purpose)), ct);

    public Task NameStatusAsync(Guid projectId, RequirementStatus status, string name, CancellationToken ct = default) =>
        ChangeAsync(projectId, (_, project) => Done(() => project.NameStatus(status, name)), ct);

    /// <param name="target">Null takes the target away.</param>
    public Task AnswerWithinAsync(Guid projectId, Urgency urgency, AnswerTarget? target, CancellationToken ct = default) =>
        ChangeAsync(projectId, (_, project) => Done(() => project.AnswerWithin(urgency, target)), ct);

    public Task JoinAsync(Guid projectId, CustomerChoice choice, CancellationToken ct = default) => ChangeAsync(projectId, async (db, _) =>
    {
        var customer = (await db.CustomersAsync([choice], ct)).Single();
        if (await db.Set<Participation>().AnyAsync(p => p.CustomerId == customer.Id, ct)) throw new RuleException(nameof(RuleText.HereAlready), customer.ShortName);
        db.Add(new Participation(projectId, customer.Id));
    }, ct);

    public Task TakeOutAsync(Guid projectId, Guid customerId, CancellationToken ct = default) => ChangeAsync(projectId, async (db, _) =>
    {
        var participation = await db.Set<Participation>().SingleAsync(p => p.CustomerId == customerId, ct);
        var customer = await db.Set<Customer>().SingleAsync(c => c.Id == customerId, ct);
        if (await db.Set<Requirement>().AnyAsync(r => r.CustomerId == customerId, ct) || await db.Set<Membership>().AnyAsync(m => m.CustomerId == customerId, ct))
            throw new RuleException(nameof(RuleText.StillInUse), customer.ShortName);
        db.Remove(participation);
    }, ct);

    private async Task ChangeAsync(Guid projectId, Func<StudioDb, Project, Task> change, CancellationToken ct)
    {
        await using var db = await projects.OpenAsync(projectId, Right.SetUpProject, ct);
        await change(db, await db.Set<Project>().SingleAsync(ct));
        await db.SaveChangesAsync(ct);
    }

    private static Task Done(Action change)
    {
        change();
        return Task.CompletedTask;
    }
}
