using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Live;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Projects;

/// <summary>What a project is called, and who of the customers takes part.</summary>
public sealed class ProjectSetUpStore(ProjectDbFactory projects, IPassDesk passes, LiveHub live, TimeProvider clock)
{
    public async Task<ProjectSetUp> ReadAsync(Guid projectId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.SetUpProject, ct);
        var project = await db.Set<Project>().AsNoTracking().SingleAsync(ct);
        var customers = await db.Set<Participation>().Join(db.Set<Customer>(), p => p.CustomerId, c => c.Id, (p, c) => new KnownCustomer(c.Id, c.Name, c.ShortName)).ToListAsync(ct);
        var admissions = (await db.Set<Participation>().AsNoTracking().ToListAsync(ct)).SelectMany(p => p.Exceptions.Select(e => (p.CustomerId, e))).ToLookup(e => e.CustomerId, e => e.e);
        var candidates = await db.Set<Screening>().CountAsync(s => s.DeclinedAt == null && !db.Set<Participation>().Any(p => p.CustomerId == s.CustomerId), ct);
        return new(project.Name, project.Key, project.Purpose, project.Departments, project.Categories, project.StatusNames,
            [.. customers.OrderBy(c => c.Name, StringComparer.CurrentCultureIgnoreCase)], new(project.FirstAnswer), admissions, candidates);
    }

    /// <param name="seen">What the person saw in the field; somebody else's change since is told, not overwritten.</param>
    public async Task RenameAsync(Guid projectId, string seen, string name, CancellationToken ct = default)
    {
        await ChangeAsync(projectId, p => p.Name, seen, name.Trim(), (project, wanted) => project.Rename(wanted), ct);
        passes.ForgetAll();
    }

    /// <returns>The key as it is written.</returns>
    public async Task<string> RekeyAsync(Guid projectId, string seen, string key, CancellationToken ct = default)
    {
        await ChangeAsync(projectId, async (db, project) =>
        {
            var before = project.Key;
            project.Rekey(key);
            Seen.MustBe(before, seen, project.Key);
            await db.MustBeFreeAsync(project, ct);
            key = project.Key;
        }, ct);
        passes.ForgetAll();
        return key;
    }

    public Task DescribeAsync(Guid projectId, string seen, string purpose, CancellationToken ct = default) =>
        ChangeAsync(projectId, p => p.Purpose, seen, purpose.Trim(), (project, wanted) => project.Describe(wanted), ct);

    public Task NameStatusAsync(Guid projectId, RequirementStatus status, string seen, string name, CancellationToken ct = default) =>
        ChangeAsync(projectId, p => p.StatusNames.GetValueOrDefault(status, ""), seen, name.Trim(), (project, wanted) => project.NameStatus(status, wanted), ct);

    /// <param name="target">Null takes the target away.</param>
    public Task AnswerWithinAsync(Guid projectId, Urgency urgency, AnswerTarget? seen, AnswerTarget? target, CancellationToken ct = default) =>
        ChangeAsync(projectId, p => new AnswerTargets(p.FirstAnswer)[urgency], seen, target, (project, wanted) => project.AnswerWithin(urgency, wanted), ct);

    /// <summary>It takes part no longer; how it came to do so stays known.</summary>
    public Task TakeOutAsync(Guid projectId, Guid customerId, CancellationToken ct = default) => ChangeAsync(projectId, async (db, _) =>
    {
        var participation = await db.Set<Participation>().SingleOrDefaultAsync(p => p.CustomerId == customerId, ct) ?? throw new RuleException(nameof(RuleText.NotThere));
        var customer = await db.Set<Customer>().SingleAsync(c => c.Id == customerId, ct);
        if (await db.Set<Requirement>().AnyAsync(r => r.CustomerId == customerId, ct) || await db.Set<Membership>().AnyAsync(m => m.CustomerId == customerId, ct))
            throw new RuleException(nameof(RuleText.StillInUse), customer.ShortName);
        participation.Leave(clock.GetUtcNow().UtcDateTime);
    }, ct);

    /// <summary>Takes back that it was taken out, shortly after.</summary>
    public Task PutBackAsync(Guid projectId, Guid customerId, CancellationToken ct = default) => ChangeAsync(projectId, async (db, _) =>
    {
        var left = db.Set<Participation>().IgnoreQueryFilters([StudioDb.StillHere]);
        (await left.SingleOrDefaultAsync(p => p.CustomerId == customerId, ct) ?? throw new RuleException(nameof(RuleText.NotThere))).Stay(clock.GetUtcNow().UtcDateTime);
    }, ct);

    /// <summary>What a customer is called, here and in every project in which it takes part.</summary>
    public async Task RenameCustomerAsync(Guid projectId, KnownCustomer seen, string name, string shortName, CancellationToken ct = default)
    {
        IReadOnlyList<Change> places = [];
        await ChangeAsync(projectId, async (db, _) =>
        {
            if (!await db.Set<Participation>().AnyAsync(p => p.CustomerId == seen.Id, ct)) throw new RuleException(nameof(RuleText.NotACustomerHere));
            var customer = await db.Set<Customer>().SingleAsync(c => c.Id == seen.Id, ct);
            var before = (customer.Name, customer.ShortName);
            customer.Rename(name, shortName);
            Seen.MustBe(before, (seen.Name, seen.ShortName), (customer.Name, customer.ShortName));
            await db.MustBeFreeAsync(customer, ct);
            places = await db.PlacesAsync(customer.Id, ct);
        }, ct);
        _ = live.PublishAsync(places);
    }

    private Task ChangeAsync<T>(Guid projectId, Func<Project, T> field, T seen, T wanted, Action<Project, T> change, CancellationToken ct) => ChangeAsync(projectId, (_, project) =>
    {
        Seen.MustBe(field(project), seen, wanted);
        change(project, wanted);
        return Task.CompletedTask;
    }, ct);

    private Task ChangeAsync(Guid projectId, Func<StudioDb, Project, Task> change, CancellationToken ct) =>
        projects.ChangeAsync(projectId, Right.SetUpProject, async db => await change(db, await db.Set<Project>().SingleAsync(ct)), ct);
}
