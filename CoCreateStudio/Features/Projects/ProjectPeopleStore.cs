using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Projects;

/// <summary>Who is in a project, and as what.</summary>
public sealed class ProjectPeopleStore(ProjectDbFactory projects, IPassDesk passes)
{
    public async Task<IReadOnlyList<ProjectPerson>> ListAsync(Guid projectId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ManagePeople, ct);
        var customers = await db.Set<Customer>().Where(c => db.Set<Participation>().Any(p => p.CustomerId == c.Id)).ToDictionaryAsync(c => c.Id, c => c.ShortName, ct);
        var people = await db.Set<Membership>().Join(db.Set<Person>(), m => m.PersonId, p => p.Id, (m, p) => new { p.Id, p.Name, p.Email, m.Role, m.CustomerId }).ToListAsync(ct);
        return [.. people.Select(p => new ProjectPerson(p.Id, p.Name, p.Email, p.Role, p.CustomerId, p.CustomerId is { } id ? customers.GetValueOrDefault(id) : null))
            .OrderBy(p => p.Role).ThenBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <summary>Everybody who has an account and is not in the project.</summary>
    public async Task<IReadOnlyList<KnownPerson>> OthersAsync(Guid projectId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ManagePeople, ct);
        return await db.Set<Person>().Where(p => p.BlockedAt == null && !db.Set<Membership>().Any(m => m.PersonId == p.Id))
            .OrderBy(p => p.Name).Select(p => new KnownPerson(p.Id, p.Name, p.Email)).ToListAsync(ct);
    }

    /// <param name="who">A name or an e-mail address.</param>
    public async Task<KnownPerson> AddAsync(Guid projectId, string who, ProjectRole role, Guid? customerId, CancellationToken ct = default)
    {
        who = who.Trim();
        var others = await OthersAsync(projectId, ct);
        var person = others.FirstOrDefault(p => string.Equals(p.Email, who, StringComparison.OrdinalIgnoreCase))
            ?? others.FirstOrDefault(p => string.Equals(p.Name, who, StringComparison.OrdinalIgnoreCase));
        await AddAsync(projectId, person?.Id ?? throw await NobodyAsync(projectId, who, ct), role, customerId, ct);
        return person;
    }

    public async Task AddAsync(Guid projectId, Guid personId, ProjectRole role, Guid? customerId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ManagePeople, ct);
        var name = await db.Set<Person>().Where(p => p.Id == personId).Select(p => p.Name).SingleAsync(ct);
        var names = await db.Set<Membership>().Join(db.Set<Person>(), m => m.PersonId, p => p.Id, (m, p) => p.Name).ToListAsync(ct);

        // Cells and files name people by their name alone, so within a project it names one person.
        if (names.Contains(name, StringComparer.OrdinalIgnoreCase)) throw new RuleException(nameof(RuleText.NameTakenHere), name);
        await MustTakePartAsync(db, role, customerId, ct);
        db.Add(new Membership(projectId, personId, role, customerId));
        await db.SaveChangesAsync(ct);
        passes.Forget(personId);
    }

    public async Task ChangeAsync(Guid projectId, Guid personId, ProjectRole role, Guid? customerId, CancellationToken ct = default)
    {
        ProjectRole? seen = null;
        await projects.ChangeAsync(projectId, Right.ManagePeople, async db =>
        {
            await MustTakePartAsync(db, role, customerId, ct);
            var member = await MemberAsync(db, personId, ct);
            Seen.MustBe(member.Role, seen ??= member.Role, role);
            member.Become(role, customerId, await OtherLeadsAsync(db, member, ct));
        }, ct);
        passes.Forget(personId);
    }

    public async Task RemoveAsync(Guid projectId, Guid personId, CancellationToken ct = default)
    {
        await projects.ChangeAsync(projectId, Right.ManagePeople, async db =>
        {
            var member = await MemberAsync(db, personId, ct);
            member.Leave(await OtherLeadsAsync(db, member, ct));
            db.Remove(member);
        }, ct);
        passes.Forget(personId);
    }

    private static async Task<Membership> MemberAsync(StudioDb db, Guid personId, CancellationToken ct) =>
        await db.Set<Membership>().SingleOrDefaultAsync(m => m.PersonId == personId, ct) ?? throw new RuleException(nameof(RuleText.NotThere));

    // Two leads who take each other out at the same moment change two rows; the project is where they meet.
    private static async Task<int> OtherLeadsAsync(StudioDb db, Membership member, CancellationToken ct)
    {
        if (member.Role != ProjectRole.Lead) return 0;
        db.Claim(await db.Set<Project>().SingleAsync(ct));
        return await db.Set<Membership>().CountAsync(m => m.Role == ProjectRole.Lead && m.Id != member.Id && db.Set<Person>().Any(p => p.Id == m.PersonId && p.BlockedAt == null), ct);
    }

    private static async Task MustTakePartAsync(StudioDb db, ProjectRole role, Guid? customerId, CancellationToken ct)
    {
        if (role == ProjectRole.Customer && customerId is { } id && !await db.Set<Participation>().AnyAsync(p => p.CustomerId == id, ct))
            throw new RuleException(nameof(RuleText.NotACustomerHere));
    }

    private async Task<RuleException> NobodyAsync(Guid projectId, string who, CancellationToken ct) =>
        (await ListAsync(projectId, ct)).Any(p => string.Equals(p.Email, who, StringComparison.OrdinalIgnoreCase) || string.Equals(p.Name, who, StringComparison.OrdinalIgnoreCase))
            ? new(nameof(RuleText.HereAlready), who)
            : new(nameof(RuleText.NobodyOfThatName), who);
}
