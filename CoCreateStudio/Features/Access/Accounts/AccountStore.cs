using CoCreateStudio.Domain.Access;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Infrastructure.Identity;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Access.Accounts;

public sealed record AccountView(string Name, string Email, string TimeZone);

/// <summary>One's own account: nobody reaches another's through here.</summary>
internal sealed class AccountStore(ProjectDbFactory dbs, Passwords passwords, Passes passes, CurrentActor actor)
{
    private Guid Me => actor.PersonId ?? throw new RuleException(nameof(RuleText.NotThere));

    public async Task<AccountView> ReadAsync(CancellationToken ct = default)
    {
        await using var db = await dbs.OpenForAccountsAsync(ct);
        return await db.Set<Person>().Where(p => p.Id == Me).Select(p => new AccountView(p.Name, p.Email, p.TimeZone)).SingleAsync(ct);
    }

    public async Task SaveAsync(string name, string timeZone, CancellationToken ct = default)
    {
        await using var db = await dbs.OpenForAccountsAsync(ct);
        var person = await db.Set<Person>().SingleAsync(p => p.Id == Me, ct);
        person.Rename(name);
        person.LiveIn(timeZone);
        await db.SaveChangesAsync(ct);
        passes.Forget(Me);
        actor.Become(person.Id, person.Name, person.IsAdministrator, TimeZoneInfo.FindSystemTimeZoneById(person.TimeZone));
    }

    /// <returns>The login, to sign in anew here: all sign-ins end with the old password.</returns>
    public async Task<Login> ChangePasswordAsync(string present, string next, CancellationToken ct = default)
    {
        await using var db = await dbs.OpenForAccountsAsync(ct);
        var login = await db.Set<Login>().SingleAsync(l => l.Id == Me, ct);
        if (!passwords.Matches(login, present)) throw new RuleException(nameof(RuleText.PasswordWrong));
        await passwords.SetAsync(login, next);
        await db.SaveChangesAsync(ct);
        passes.Forget(Me);
        return login;
    }

    public async Task SignOutEverywhereAsync(CancellationToken ct = default)
    {
        await using var db = await dbs.OpenForAccountsAsync(ct);
        (await db.Set<Login>().SingleAsync(l => l.Id == Me, ct)).EndSignIns();
        await db.SaveChangesAsync(ct);
        passes.Forget(Me);
    }
}
