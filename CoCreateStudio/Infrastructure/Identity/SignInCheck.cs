using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CoCreateStudio.Infrastructure.Identity;

/// <summary>Ends an open page at the latest half a minute after its sign-in was taken back: blocked, signed out everywhere, password changed.</summary>
internal sealed class SignInCheck(ILoggerFactory loggers, IServiceScopeFactory scopes, IOptions<IdentityOptions> options)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    /// <summary>Ends the sign-in of this circuit now; its page leads to the sign-in page.</summary>
    public void End() => SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));

    protected override TimeSpan RevalidationInterval => Interval;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var logins = scope.ServiceProvider.GetRequiredService<UserManager<Login>>();
        var login = await logins.GetUserAsync(authenticationState.User);
        return login is not null
            && authenticationState.User.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType) == await logins.GetSecurityStampAsync(login);
    }
}
