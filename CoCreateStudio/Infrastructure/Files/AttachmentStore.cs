using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Infrastructure.Files;

/// <summary>A picture without its bytes.</summary>
public sealed record Picture(Guid Id, Guid OwnerId, string FileName, PictureKind Kind, int Size);

/// <summary>Pictures of anything in a project. Rows like all others, so that one backup holds everything and every server sees them.</summary>
public sealed class AttachmentStore(ProjectDbFactory projects, CurrentActor actor, TimeProvider clock)
{
    /// <summary>Keeps a picture, if by its bytes it is one.</summary>
    public async Task<Guid> AddAsync<TOwner>(Guid projectId, Guid ownerId, Right right, string fileName, byte[] bytes, CancellationToken ct = default)
        where TOwner : Entity, IInProject
    {
        await using var db = await projects.OpenAsync(projectId, right, ct);
        if (!await db.Set<TOwner>().AnyAsync(o => o.Id == ownerId, ct)) throw new RuleException(nameof(RuleText.NotThere));
        var attachment = new Attachment(projectId, ownerId, Path.GetFileName(fileName), PictureKinds.Check(bytes), bytes, actor.Name, clock.GetUtcNow().UtcDateTime);
        db.Add(attachment);
        await db.SaveChangesAsync(ct);
        return attachment.Id;
    }

    public Task RemoveAsync(Guid projectId, Guid id, Right right, CancellationToken ct = default) =>
        ChangeAsync(projectId, id, right, a => a.Remove(clock.GetUtcNow().UtcDateTime), ct);

    public Task RestoreAsync(Guid projectId, Guid id, Right right, CancellationToken ct = default) =>
        ChangeAsync(projectId, id, right, a => a.Restore(), ct);

    /// <summary>A picture and its bytes; null when there is none that the actor may see.</summary>
    public async Task<(Picture Picture, byte[] Bytes)?> OpenAsync(Guid projectId, Guid id, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        var found = await db.Set<Attachment>().AsNoTracking().Where(a => a.Id == id && a.RemovedAt == null)
            .Select(a => new { Picture = new Picture(a.Id, a.OwnerId, a.FileName, a.Kind, a.Size), a.Content!.Bytes }).SingleOrDefaultAsync(ct);
        return found is null ? null : (found.Picture, found.Bytes);
    }

    /// <summary>The pictures of a project without their bytes, by what they belong to.</summary>
    public async Task<ILookup<Guid, Picture>> ByOwnerAsync(Guid projectId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        return (await db.Set<Attachment>().AsNoTracking().Where(a => a.RemovedAt == null).OrderBy(a => a.Id)
            .Select(a => new Picture(a.Id, a.OwnerId, a.FileName, a.Kind, a.Size)).ToListAsync(ct)).ToLookup(p => p.OwnerId);
    }

    private async Task ChangeAsync(Guid projectId, Guid id, Right right, Action<Attachment> change, CancellationToken ct)
    {
        await using var db = await projects.OpenAsync(projectId, right, ct);
        change(await db.Set<Attachment>().SingleOrDefaultAsync(a => a.Id == id, ct) ?? throw new RuleException(nameof(RuleText.NotThere)));
        await db.SaveChangesAsync(ct);
    }
}
