using Microsoft.AspNetCore.Identity;

namespace CoCreateStudio.Infrastructure.Identity;

/// <summary>The secret side of a <see cref="Domain.Access.Person"/>, under the same id: password, lock-out, security stamp.</summary>
public sealed class Login : IdentityUser<Guid>;
