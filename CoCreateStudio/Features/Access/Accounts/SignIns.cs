using CoCreateStudio.Domain.Access;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Access.Accounts;

public enum SignInState { Done, NoMatch, Locked, Blocked }

/// <summary>What became of a try to sign in; <paramref name="TriesLeft"/> counts before the wait begins.</summary>
public sealed record SignInAnswer(SignInState State, int TriesLeft = 0);

/// <summary>Lets people in. An address that nobody here has is answered like a wrong password, and takes as long.</summary>
internal sealed class SignIns(SignInManager<Login> signIn, Strangers strangers, ProjectDbFactory dbs)
{
    private static readonly string NoPassword = new PasswordHasher<Login>().HashPassword(new Login(), Guid.NewGuid().ToString());

    private UserManager<Login> Logins => signIn.UserManager;

    public async Task<SignInAnswer> TryAsync(string email, string password, bool stay)
    {
        var login = await Logins.FindByEmailAsync(email.Trim());
        if (login?.PasswordHash is null) return AnswerStranger(email, password);
        var result = await signIn.CheckPasswordSignInAsync(login, password, lockoutOnFailure: true);
        if (result.IsLockedOut) return new(SignInState.Locked);
        if (!result.Succeeded) return new(SignInState.NoMatch, Logins.Options.Lockout.MaxFailedAccessAttempts - login.AccessFailedCount);
        if (await IsBlockedAsync(login.Id)) return new(SignInState.Blocked);
        await signIn.SignInAsync(login, stay);
        return new(SignInState.Done);
    }

    private SignInAnswer AnswerStranger(string email, string password)
    {
        if (strangers.MustWait(email)) return new(SignInState.Locked);
        Logins.PasswordHasher.VerifyHashedPassword(new Login(), NoPassword, password);
        var left = strangers.Failed(email);
        return left == 0 ? new(SignInState.Locked) : new(SignInState.NoMatch, left);
    }

    private async Task<bool> IsBlockedAsync(Guid personId)
    {
        await using var db = await dbs.OpenForAccountsAsync();
        return !await db.Set<Person>().AnyAsync(p => p.Id == personId && p.BlockedAt == null);
    }
}
