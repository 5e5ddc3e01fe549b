using CoCreateStudio.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;

namespace CoCreateStudio.Features.Access.Accounts;

/// <summary>Gives a login a password under the rules; every sign-in with the old one ends.</summary>
internal sealed class Passwords(UserManager<Login> logins)
{
    public async Task SetAsync(Login login, string password)
    {
        foreach (var rule in logins.PasswordValidators)
            if (!(await rule.ValidateAsync(logins, login, password)).Succeeded) throw new RuleException(nameof(RuleText.PasswordTooWeak));
        login.PasswordHash = logins.PasswordHasher.HashPassword(login, password);
        (login.AccessFailedCount, login.LockoutEnd) = (0, null);
        login.EndSignIns();
    }

    public bool Matches(Login login, string password) =>
        login.PasswordHash is { } hash && logins.PasswordHasher.VerifyHashedPassword(login, hash, password) != PasswordVerificationResult.Failed;
}
