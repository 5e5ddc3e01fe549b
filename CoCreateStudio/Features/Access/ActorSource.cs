using System.Security.Claims;
using CoCreateStudio.Kit;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CoCreateStudio.Features.Access;

/// <summary>Tells a scope who acts in it, from the signed-in user of its request or circuit.</summary>
internal sealed class ActorSource(CurrentActor actor, Passes passes, IOptions<IdentityOptions> options)
{
    /// <returns>False when this sign-in gives no access, or none any more.</returns>
    public async Task<bool> BecomeAsync(ClaimsPrincipal user, CancellationToken ct = default)
    {
        if (await PassOfAsync(user, ct) is not { } pass)
        {
            actor.BecomeNobody();
            return false;
        }

        actor.Become(pass.PersonId, pass.Name, pass.IsAdministrator, pass.TimeZone);
        return true;
    }

    private async Task<Pass?> PassOfAsync(ClaimsPrincipal user, CancellationToken ct)
    {
        if (!Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)) return null;
        var stamp = user.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType);
        if (await passes.OfAsync(id, ct) is { } known && known.Stamp == stamp) return known;

        // Another server may have changed it a moment ago, so the answer is no only after a fresh look.
        return await passes.RenewAsync(id, ct) is { } read && read.Stamp == stamp ? read : null;
    }
}

internal sealed class ActorMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, ActorSource source)
    {
        // A cookie lives longer than the access it was given for: without access nobody is signed in, whatever the cookie says.
        if (context.User.Identity?.IsAuthenticated == true && !await source.BecomeAsync(context.User, context.RequestAborted))
            context.User = new ClaimsPrincipal(new ClaimsIdentity());
        await next(context);
    }
}
