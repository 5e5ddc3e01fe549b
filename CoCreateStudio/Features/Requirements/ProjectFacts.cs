using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CoCreateStudio.Features.Requirements;

/// <summary>What a project's requirements may name: its customers, people, categories, departments, and its words for statuses where the reader is a customer.</summary>
/// <param name="Answers">Within what time somebody is answered; null for the customer's people, whom it does not concern.</param>
public sealed record ProjectFacts(
    IReadOnlyDictionary<Guid, string> Customers, IReadOnlyList<string> People, IReadOnlySet<string> CustomersPeople,
    IReadOnlyList<string> Categories, IReadOnlyList<string> Departments, IReadOnlyDictionary<RequirementStatus, string> StatusNames, bool ForCustomer = false, AnswerTargets? Answers = null)
{
    public static ProjectFacts None { get; } = new(new Dictionary<Guid, string>(), [], new HashSet<string>(), [], [], new Dictionary<RequirementStatus, string>());

    /// <summary>The reader's side.</summary>
    public Side Side => ForCustomer ? Side.Customer : Side.Us;

    /// <summary>A status in the reader's words: for the customer's people the ones that the project chose for them.</summary>
    public string Word(RequirementStatus status) => StatusNames.TryGetValue(status, out var name) ? name : status.Word();

    /// <summary>The head of a group by side, as the reader's own side says it.</summary>
    public string With(Side side) => (side, ForCustomer) switch
    {
        (Side.Us, false) => RequirementsText.WithUs,
        (Side.Us, true) => RequirementsText.WithVendor,
        (_, false) => RequirementsText.WithCustomer,
        _ => RequirementsText.WithYou,
    };

    public string? Customer(Guid? id) => id is { } known && Customers.TryGetValue(known, out var name) ? name : null;

    /// <summary>The side of a person by name: whoever is not known to be ours speaks for the customer as a reporter, for us as an owner.</summary>
    public Side SideOf(string name, Side otherwise) => CustomersPeople.Contains(name) ? Side.Customer : People.Contains(name) ? Side.Us : otherwise;
}

/// <summary>Reads a project's facts and remembers them until its set-up changes.</summary>
public sealed class ProjectFactsReader(ProjectDbFactory projects, IMemoryCache cache, LiveHub live)
{
    public Task<ProjectFacts> ReadAsync(Guid projectId, CancellationToken ct = default) => ReadAsync(projectId, asCustomer: null, ct);

    /// <param name="asCustomer">The facts that the people of this customer know.</param>
    public async Task<ProjectFacts> ReadAsync(Guid projectId, Guid? asCustomer, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, asCustomer, ct);
        var stamp = (live.Stamp(projectId, typeof(Project)), live.Stamp(projectId, typeof(Participation)), live.Stamp(projectId, typeof(Membership)));
        return await cache.GetOrCreateAsync((nameof(ProjectFacts), projectId, db.OnlyCustomer, stamp), entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1);
            return ReadAsync(db, projectId, ct);
        }) ?? ProjectFacts.None;
    }

    private static async Task<ProjectFacts> ReadAsync(StudioDb db, Guid projectId, CancellationToken ct)
    {
        var project = await db.Set<Project>().AsNoTracking().SingleAsync(p => p.Id == projectId, ct);
        var customers = await db.Set<Participation>().Join(db.Set<Customer>(), p => p.CustomerId, c => c.Id, (p, c) => new { c.Id, c.ShortName }).ToListAsync(ct);
        var people = await db.Set<Membership>().Join(db.Set<Person>(), m => m.PersonId, p => p.Id, (m, p) => new { p.Name, m.Role }).ToListAsync(ct);
        return new(customers.ToDictionary(c => c.Id, c => c.ShortName),
            [.. people.Select(p => p.Name).Order(StringComparer.CurrentCulture)],
            people.Where(p => p.Role == ProjectRole.Customer).Select(p => p.Name).ToHashSet(),
            project.Categories, project.Departments, db.OnlyCustomer is null ? ProjectFacts.None.StatusNames : project.StatusNames, db.OnlyCustomer is not null,
            db.OnlyCustomer is null ? new AnswerTargets(project.FirstAnswer) : null);
    }
}
