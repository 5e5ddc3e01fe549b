using CoCreateStudio.Infrastructure.Identity;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Live;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CoCreateStudio.Features.Access;

/// <summary>Keeps an open page true to the access of its person: what changes is taken over at once, and when access ends so does the page.</summary>
internal sealed class ActorCircuit(AuthenticationStateProvider authentication, ActorSource source, CurrentActor actor, LiveHub live) : CircuitHandler
{
    private IDisposable? _hearing;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        await BecomeAsync();
        authentication.AuthenticationStateChanged += OnChanged;
        if (actor.PersonId is { } person) _hearing = live.Subscribe(person, [typeof(VisibleProject)], _ => BecomeAsync());
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        authentication.AuthenticationStateChanged -= OnChanged;
        _hearing?.Dispose();
        return Task.CompletedTask;
    }

    private void OnChanged(Task<AuthenticationState> state) => _ = BecomeAsync();

    private async Task BecomeAsync()
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        if (!await source.BecomeAsync(user) && user.Identity?.IsAuthenticated == true && authentication is SignInCheck check) check.End();
    }
}
