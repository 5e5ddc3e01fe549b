using Microsoft.AspNetCore.Identity;

namespace CoCreateStudio.Infrastructure.Identity;

/// <summary>The secret side of a <see cref="Domain.Access.Person"/>, under the same id: password, lock-out, security stamp.</summary>
public sealed class Login : IdentityUser<Guid>
{
    /// <summary>The address to sign in with.</summary>
    public void Answer(string email) =>
        (Email, UserName, NormalizedEmail, NormalizedUserName) = (email, email, email.ToUpperInvariant(), email.ToUpperInvariant());

    /// <summary>Every sign-in there is ends; also the mark by which two changes at once are noticed is renewed.</summary>
    public void EndSignIns() => (SecurityStamp, ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
}
