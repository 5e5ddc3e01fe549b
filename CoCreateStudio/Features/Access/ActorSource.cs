using System.Security.Claims;
using CoCreateStudio.Kit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CoCreateStudio.Features.Access;

/// <summary>Tells a scope who acts in it, from the signed-in user of its request or circuit.</summary>
internal sealed class ActorSource(CurrentActor actor, Passes passes)
{
    public async Task BecomeAsync(ClaimsPrincipal user, CancellationToken ct = default)
    {
        var pass = Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? await passes.OfAsync(id, ct) : null;
        if (pass is null) actor.BecomeNobody();
        else actor.Become(pass.PersonId, pass.Name, pass.IsAdministrator, pass.TimeZone);
    }
}

internal sealed class ActorMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, ActorSource source)
    {
        if (context.User.Identity?.IsAuthenticated == true) await source.BecomeAsync(context.User, context.RequestAborted);
        await next(context);
    }
}

internal sealed class ActorCircuit(AuthenticationStateProvider authentication, ActorSource source) : CircuitHandler
{
    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        authentication.AuthenticationStateChanged += BecomeWho;
        await source.BecomeAsync((await authentication.GetAuthenticationStateAsync()).User, cancellationToken);
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        authentication.AuthenticationStateChanged -= BecomeWho;
        return Task.CompletedTask;
    }

    // The provider announces a state that is still being looked up; the door reads the actor, so it is set as soon as it is known.
    private void BecomeWho(Task<AuthenticationState> changed) =>
        _ = changed.ContinueWith(state => source.BecomeAsync(state.Result.User), CancellationToken.None,
            TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default).Unwrap();
}
