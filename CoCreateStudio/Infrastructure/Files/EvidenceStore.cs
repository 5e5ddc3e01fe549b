using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Infrastructure.Files;

/// <summary>Links and files that prove something in a project. What they prove says who adds and removes them, and when they stay.</summary>
public sealed class EvidenceStore(ProjectDbFactory projects, IEnumerable<IEvidenceOwner> owners, CurrentActor actor, TimeProvider clock)
{
    // Nobody may do less who may add anything; what more it takes is the owner's to say.
    private const Right Least = Right.Propose;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task AddLinkAsync(Guid projectId, Guid ownerId, string url, CancellationToken ct = default) =>
        AddAsync(projectId, ownerId, () => Evidence.OfLink(projectId, ownerId, url, actor.Name, Now), ct);

    public Task AddFileAsync(Guid projectId, Guid ownerId, string name, byte[] bytes, CancellationToken ct = default) =>
        AddAsync(projectId, ownerId, () => Evidence.OfFile(projectId, ownerId, new(name, bytes), actor.Name, Now), ct);

    public Task RemoveAsync(Guid projectId, Guid evidenceId, CancellationToken ct = default) => ChangeAsync(projectId, evidenceId, e => e.Remove(Now), ct);

    public Task RestoreAsync(Guid projectId, Guid evidenceId, CancellationToken ct = default) => ChangeAsync(projectId, evidenceId, e => e.Restore(), ct);

    /// <summary>A file's name and bytes; null when there is none that the actor may see.</summary>
    public async Task<(string Name, byte[] Bytes)?> OpenAsync(Guid projectId, Guid evidenceId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        var found = await db.Set<Evidence>().Where(e => e.Id == evidenceId && e.RemovedAt == null && e.Url == null).Select(e => new { e.Title, e.Content!.Bytes }).SingleOrDefaultAsync(ct);
        return found is null ? null : (found.Title, found.Bytes);
    }

    private Task AddAsync(Guid projectId, Guid ownerId, Func<Evidence> make, CancellationToken ct) => projects.ChangeAsync(projectId, Least, async db =>
    {
        await MustAllowAsync(db, projectId, ownerId, null, ct);
        db.Add(make());
    }, ct);

    private Task ChangeAsync(Guid projectId, Guid evidenceId, Action<Evidence> change, CancellationToken ct) => projects.ChangeAsync(projectId, Least, async db =>
    {
        var evidence = await db.Set<Evidence>().SingleOrDefaultAsync(e => e.Id == evidenceId, ct) ?? throw new RuleException(nameof(RuleText.NotThere));
        await MustAllowAsync(db, projectId, evidence.OwnerId, evidence, ct);
        change(evidence);
    }, ct);

    private async Task MustAllowAsync(StudioDb db, Guid projectId, Guid ownerId, Evidence? touched, CancellationToken ct)
    {
        foreach (var owner in owners)
        {
            if (await owner.NeedAsync(db, ownerId, touched, ct) is not { } right) continue;
            await projects.AskAsync(projectId, right, ct);
            return;
        }

        throw new RuleException(nameof(RuleText.NotThere));
    }
}
