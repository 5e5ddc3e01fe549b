using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Infrastructure.Files;

/// <summary>Links and files that prove something in a project; whoever may write what they prove adds and removes them.</summary>
public sealed class EvidenceStore(ProjectDbFactory projects, CurrentActor actor, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task AddLinkAsync<TOwner>(Guid projectId, Guid ownerId, Right right, string url, CancellationToken ct = default) where TOwner : Entity, IInProject =>
        AddAsync<TOwner>(projectId, ownerId, right, () => Evidence.OfLink(projectId, ownerId, url, actor.Name, Now), ct);

    public Task AddFileAsync<TOwner>(Guid projectId, Guid ownerId, Right right, string name, byte[] bytes, CancellationToken ct = default) where TOwner : Entity, IInProject =>
        AddAsync<TOwner>(projectId, ownerId, right, () => Evidence.OfFile(projectId, ownerId, name, bytes, actor.Name, Now), ct);

    public Task RemoveAsync(Guid projectId, Guid evidenceId, Right right, CancellationToken ct = default) => ChangeAsync(projectId, evidenceId, right, e => e.Remove(Now), ct);

    public Task RestoreAsync(Guid projectId, Guid evidenceId, Right right, CancellationToken ct = default) => ChangeAsync(projectId, evidenceId, right, e => e.Restore(), ct);

    /// <summary>A file's name and bytes; null when there is none that the actor may see.</summary>
    public async Task<(string Name, byte[] Bytes)?> OpenAsync(Guid projectId, Guid evidenceId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        var found = await db.Set<Evidence>().Where(e => e.Id == evidenceId && e.RemovedAt == null && e.Url == null).Select(e => new { e.Title, e.Content!.Bytes }).SingleOrDefaultAsync(ct);
        return found is null ? null : (found.Title, found.Bytes);
    }

    private Task AddAsync<TOwner>(Guid projectId, Guid ownerId, Right right, Func<Evidence> make, CancellationToken ct) where TOwner : Entity, IInProject => projects.ChangeAsync(projectId, right, async db =>
    {
        if (!await db.Set<TOwner>().AnyAsync(o => o.Id == ownerId, ct)) throw new RuleException(nameof(RuleText.NotThere));
        db.Add(make());
    }, ct);

    private Task ChangeAsync(Guid projectId, Guid evidenceId, Right right, Action<Evidence> change, CancellationToken ct) => projects.ChangeAsync(projectId, right, async db =>
        change(await db.Set<Evidence>().SingleOrDefaultAsync(e => e.Id == evidenceId, ct) ?? throw new RuleException(nameof(RuleText.NotThere))), ct);
}
