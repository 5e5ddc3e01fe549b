using CoCreateStudio.Kit;

namespace CoCreateStudio.Features.Access;

internal sealed class MemberAccess(CurrentActor actor, Passes passes) : IAccess
{
    public async ValueTask<IReadOnlyList<VisibleProject>> ProjectsAsync(CancellationToken ct = default) =>
        (await PassAsync(ct))?.Projects ?? [];

    public async ValueTask MustAdministerAsync(CancellationToken ct = default)
    {
        if (await PassAsync(ct) is not { IsAdministrator: true }) throw new RuleException(nameof(RuleText.AdministratorsOnly));
    }

    private async ValueTask<Pass?> PassAsync(CancellationToken ct) =>
        actor.PersonId is { } person ? await passes.OfAsync(person, ct) : null;
}
