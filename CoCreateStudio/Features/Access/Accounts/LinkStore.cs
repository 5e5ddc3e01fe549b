using CoCreateStudio.Domain.Access;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Infrastructure.Identity;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Access.Accounts;

/// <summary>What a personal link is for, and for whom.</summary>
public sealed record LinkView(LinkPurpose Purpose, string Name, string Email);

/// <summary>Personal links, for people who hold one: whoever knows the secret may do the one thing the link is for.</summary>
internal sealed class LinkStore(ProjectDbFactory dbs, Passwords passwords, Passes passes, CurrentActor actor, TimeProvider clock)
{
    private static readonly TimeSpan SetUpLasts = TimeSpan.FromDays(3650);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>While nobody can administer: the secret of a new set-up link, which ends all older ones. Otherwise null.</summary>
    public async Task<string?> OfferSetUpAsync(CancellationToken ct = default)
    {
        await using var db = await dbs.OpenForAccountsAsync(ct);
        foreach (var old in await db.Set<PersonalLink>().Where(l => l.Purpose == LinkPurpose.SetUp && l.UsedAt == null && l.RevokedAt == null).ToListAsync(ct))
            old.Revoke(Now);
        var secret = await db.CanAdminister().AnyAsync(ct) ? null : LinkSecret.New();
        if (secret is not null) db.Add(new PersonalLink(LinkPurpose.SetUp, null, LinkSecret.Hash(secret), Now + SetUpLasts));
        await db.SaveChangesAsync(ct);
        return secret;
    }

    /// <summary>Null when there is no such link, or it works no longer.</summary>
    public async Task<LinkView?> FindAsync(string secret, CancellationToken ct = default)
    {
        await using var db = await dbs.OpenForAccountsAsync(ct);
        if (await LinkAsync(db, secret, ct) is not { } link || !link.WorksAt(Now)) return null;
        if (link.Purpose == LinkPurpose.SetUp) return await db.CanAdminister().AnyAsync(ct) ? null : new(link.Purpose, "", "");
        var person = await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == link.PersonId && p.BlockedAt == null, ct);
        return person is null ? null : new(link.Purpose, person.Name, person.Email);
    }

    /// <summary>Does what the link is for, once.</summary>
    /// <returns>The login of its person, who may be signed in with it.</returns>
    public async Task<Login> UseAsync(string secret, LinkInput input, CancellationToken ct = default)
    {
        await using var db = await dbs.OpenForAccountsAsync(ct);
        var link = await LinkAsync(db, secret, ct) ?? throw Dead();
        link.Use(Now);
        var person = link.Purpose == LinkPurpose.SetUp ? await FirstAdministratorAsync(db, input, ct) : await PersonAsync(db, link, ct);
        if (link.Purpose != LinkPurpose.PasswordReset) Introduce(person, input);
        var login = await LoginAsync(db, person, ct);
        await passwords.SetAsync(login, input.Password);
        actor.Become(person.Id, person.Name, person.IsAdministrator, TimeZoneInfo.FindSystemTimeZoneById(person.TimeZone));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) // somebody used it at the same moment: the link's version, or the person's key or address, was taken first
        {
            throw Dead();
        }

        passes.Forget(person.Id);
        return login;
    }

    private static RuleException Dead() => new(nameof(RuleText.LinkNoLongerWorks));

    private static Task<PersonalLink?> LinkAsync(StudioDb db, string secret, CancellationToken ct)
    {
        var hash = LinkSecret.Hash(secret);
        return db.Set<PersonalLink>().SingleOrDefaultAsync(l => l.SecretHash == hash, ct);
    }

    private static async Task<Person> PersonAsync(StudioDb db, PersonalLink link, CancellationToken ct) =>
        await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == link.PersonId && p.BlockedAt == null, ct) ?? throw Dead();

    private static async Task<Person> FirstAdministratorAsync(StudioDb db, LinkInput input, CancellationToken ct)
    {
        if (await db.CanAdminister().AnyAsync(ct)) throw Dead();
        var person = new Person(input.Name, input.Email, isAdministrator: true);
        if (await db.Set<Person>().AnyAsync(p => p.Email == person.Email, ct)) throw new RuleException(nameof(RuleText.EmailTaken), person.Email);
        db.Add(person);
        return person;
    }

    private static void Introduce(Person person, LinkInput input)
    {
        person.Rename(input.Name);
        if (TimeZoneInfo.TryFindSystemTimeZoneById(input.TimeZone, out _)) person.LiveIn(input.TimeZone);
    }

    private static async Task<Login> LoginAsync(StudioDb db, Person person, CancellationToken ct)
    {
        if (await db.Set<Login>().SingleOrDefaultAsync(l => l.Id == person.Id, ct) is { } login) return login;
        login = new Login { Id = person.Id, LockoutEnabled = true };
        login.Answer(person.Email);
        db.Add(login);
        return login;
    }
}
