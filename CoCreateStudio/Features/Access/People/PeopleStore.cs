using CoCreateStudio.Domain.Access;
using CoCreateStudio.Features.Access.Accounts;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Infrastructure.Identity;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Access.People;

/// <summary>All people and their access, for administrators.</summary>
internal sealed class PeopleStore(ProjectDbFactory dbs, IAccess access, Passes passes, TimeProvider clock)
{
    public static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(7);
    public static readonly TimeSpan ResetLasts = TimeSpan.FromHours(24);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<PersonRow>> ListAsync(CancellationToken ct = default)
    {
        await access.MustAdministerAsync(ct);
        await using var db = await dbs.OpenVisibleAsync(ct);
        var projects = (await access.ProjectsAsync(ct)).ToDictionary(p => p.Id);
        var roles = (await db.Set<Membership>().Select(m => new { m.PersonId, m.ProjectId, m.Role }).ToListAsync(ct))
            .Where(m => projects.ContainsKey(m.ProjectId))
            .ToLookup(m => m.PersonId, m => new PersonRole(projects[m.ProjectId].Key, projects[m.ProjectId].Name, m.Role));
        var people = await db.Set<Person>().Select(p => new
        {
            p.Id,
            p.Name,
            p.Email,
            p.IsAdministrator,
            p.BlockedAt,
            HasPassword = db.Set<Login>().Any(l => l.Id == p.Id && l.PasswordHash != null),
            LinkUntil = db.Set<PersonalLink>().Where(l => l.PersonId == p.Id && l.UsedAt == null && l.RevokedAt == null && l.ExpiresAt > Now).Max(l => (DateTime?)l.ExpiresAt),
        }).ToListAsync(ct);
        return
        [
            .. people.OrderBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase).Select(p => new PersonRow(
                p.Id, p.Name, p.Email, p.IsAdministrator, p.BlockedAt, p.HasPassword, p.LinkUntil, [.. roles[p.Id].OrderBy(r => r.Project, StringComparer.CurrentCultureIgnoreCase)])),
        ];
    }

    /// <returns>The person, and the secret of the invitation, which is not kept.</returns>
    public async Task<(Guid Id, string Secret)> InviteAsync(InviteInput input, CancellationToken ct = default)
    {
        await using var db = await dbs.OpenForAdministrationAsync(ct);
        var person = new Person(input.Name, input.Email, input.IsAdministrator);
        if (await db.Set<Person>().AnyAsync(p => p.Email == person.Email, ct)) throw new RuleException(nameof(RuleText.EmailTaken), person.Email);
        db.Add(person);
        var secret = AddLink(db, LinkPurpose.Invitation, person.Id);
        await db.SaveChangesAsync(ct);
        return (person.Id, secret);
    }

    /// <summary>A new invitation, or for somebody who has a password already a link to set a new one. Older links end.</summary>
    /// <returns>The secret of the link, which is not kept.</returns>
    public async Task<string> NewLinkAsync(Guid personId, CancellationToken ct = default)
    {
        await using var db = await dbs.OpenForAdministrationAsync(ct);
        var person = await PersonAsync(db, personId, ct);
        if (person.BlockedAt is not null) throw new RuleException(nameof(RuleText.BlockedGetsNoLink), person.Name);
        await RevokeAsync(db, personId, ct);
        var hasPassword = await db.Set<Login>().AnyAsync(l => l.Id == personId && l.PasswordHash != null, ct);
        var secret = AddLink(db, hasPassword ? LinkPurpose.PasswordReset : LinkPurpose.Invitation, personId);
        await db.SaveChangesAsync(ct);
        return secret;
    }

    public async Task RevokeLinksAsync(Guid personId, CancellationToken ct = default)
    {
        await using var db = await dbs.OpenForAdministrationAsync(ct);
        await RevokeAsync(db, personId, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Takes all access away: sign-ins end, links end.</summary>
    public Task BlockAsync(Guid personId, CancellationToken ct = default) => ChangeAsync(personId, async (db, person) =>
    {
        person.Block(Now, await OthersAsync(db, personId, ct));
        await RevokeAsync(db, personId, ct);
        if (await db.Set<Login>().SingleOrDefaultAsync(l => l.Id == personId, ct) is { } login) login.EndSignIns();
    }, ct);

    public Task UnblockAsync(Guid personId, CancellationToken ct = default) => ChangeAsync(personId, (_, person) =>
    {
        person.Unblock();
        return Task.CompletedTask;
    }, ct);

    public Task MakeAdministratorAsync(Guid personId, CancellationToken ct = default) => ChangeAsync(personId, (_, person) =>
    {
        person.MakeAdministrator();
        return Task.CompletedTask;
    }, ct);

    public Task TakeAdministrationAsync(Guid personId, CancellationToken ct = default) => ChangeAsync(personId,
        async (db, person) => person.TakeAdministration(await OthersAsync(db, personId, ct)), ct);

    private async Task ChangeAsync(Guid personId, Func<StudioDb, Person, Task> change, CancellationToken ct)
    {
        await using var db = await dbs.OpenForAdministrationAsync(ct);
        await change(db, await PersonAsync(db, personId, ct));
        await db.SaveChangesAsync(ct);
        passes.Forget(personId);
    }

    private string AddLink(StudioDb db, LinkPurpose purpose, Guid personId)
    {
        var secret = LinkSecret.New();
        db.Add(new PersonalLink(purpose, personId, LinkSecret.Hash(secret), Now + (purpose == LinkPurpose.Invitation ? InvitationLasts : ResetLasts)));
        return secret;
    }

    private async Task RevokeAsync(StudioDb db, Guid personId, CancellationToken ct)
    {
        foreach (var link in await db.Set<PersonalLink>().Where(l => l.PersonId == personId && l.UsedAt == null && l.RevokedAt == null).ToListAsync(ct))
            link.Revoke(Now);
    }

    private static Task<int> OthersAsync(StudioDb db, Guid personId, CancellationToken ct) => db.CanAdminister().CountAsync(p => p.Id != personId, ct);

    private static async Task<Person> PersonAsync(StudioDb db, Guid id, CancellationToken ct) =>
        await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new RuleException(nameof(RuleText.NotThere));
}
