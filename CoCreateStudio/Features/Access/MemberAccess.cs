using CoCreateStudio.Kit;

namespace CoCreateStudio.Features.Access;

internal sealed class MemberAccess(CurrentActor actor, Passes passes) : IAccess
{
    public async ValueTask<IReadOnlyList<VisibleProject>> ProjectsAsync(CancellationToken ct = default) =>
        (await PassAsync(ct))?.Projects ?? [];

    public async ValueTask<IReadOnlyList<VisibleProject>> ArchivedAsync(CancellationToken ct = default) =>
        (await PassAsync(ct))?.Archived ?? [];

    public async ValueTask<bool> AdministersAsync(CancellationToken ct = default) => await PassAsync(ct) is { IsAdministrator: true };

    private async ValueTask<Pass?> PassAsync(CancellationToken ct) =>
        actor.PersonId is { } person ? await passes.OfAsync(person, ct) : null;
}
