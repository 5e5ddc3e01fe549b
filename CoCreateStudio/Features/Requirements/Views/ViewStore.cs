using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CoCreateStudio.Features.Requirements.Views;

/// <summary>What a view is to hold: the table's state as its address says it, and whom that concerns.</summary>
public sealed record ViewState(string Query, ViewScope Scope);

/// <summary>The views of a project and the actor's own; nobody else's exist here.</summary>
public sealed class ViewStore(ProjectDbFactory projects, CurrentActor actor, TimeProvider clock, IMemoryCache cache, LiveHub live)
{
    /// <summary>The project's views, then the actor's own, each by name; remembered until a view of the project changes.</summary>
    public async Task<IReadOnlyList<ViewRow>> ListAsync(Guid projectId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        var key = (nameof(SavedView), projectId, db.OnlyCustomer, actor.PersonId, CultureInfo.CurrentCulture.Name, live.Stamp(projectId, typeof(SavedView)));
        return await cache.GetOrCreateAsync(key, entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1);
            return ListAsync(db, ct);
        }) ?? [];
    }

    private async Task<IReadOnlyList<ViewRow>> ListAsync(StudioDb db, CancellationToken ct)
    {
        var views = await ThoseOf(db).AsNoTracking().Where(v => v.RemovedAt == null)
            .Select(v => new ViewRow(v.Id, v.Name, v.Slug, v.OwnerId != null, v.Query)).ToListAsync(ct);
        return [.. views.OrderBy(v => v.IsMine).ThenBy(v => v.Name, StringComparer.CurrentCulture)];
    }

    public Task<Guid> AddMineAsync(Guid projectId, string name, ViewState state, CancellationToken ct = default) =>
        AddAsync(projectId, Right.ViewProject, actor.PersonId, name, state, ct);

    public Task<Guid> AddSharedAsync(Guid projectId, string name, ViewState state, CancellationToken ct = default) =>
        AddAsync(projectId, Right.ShareViews, null, name, state, ct);

    public Task RenameAsync(Guid projectId, Guid viewId, string name, CancellationToken ct = default) => ChangeAsync(projectId, viewId, view => view.Rename(name), ct);

    public Task UpdateAsync(Guid projectId, Guid viewId, ViewState state, CancellationToken ct = default) => ChangeAsync(projectId, viewId, view => view.Show(state.Query, state.Scope), ct);

    public Task RemoveAsync(Guid projectId, Guid viewId, CancellationToken ct = default) => ChangeAsync(projectId, viewId, view => view.Remove(clock.GetUtcNow().UtcDateTime), ct);

    public Task RestoreAsync(Guid projectId, Guid viewId, CancellationToken ct = default) => ChangeAsync(projectId, viewId, view => view.Restore(), ct);

    private async Task<Guid> AddAsync(Guid projectId, Right right, Guid? ownerId, string name, ViewState state, CancellationToken ct)
    {
        await using var db = await projects.OpenAsync(projectId, right, ct);
        SavedView view = new(projectId, ownerId, name, state.Query, state.Scope);
        await MustBeFreeAsync(db, view, ct);
        db.Add(view);
        await db.SaveChangesAsync(ct);
        return view.Id;
    }

    private async Task ChangeAsync(Guid projectId, Guid viewId, Action<SavedView> change, CancellationToken ct)
    {
        while (true)
        {
            await using var db = await projects.OpenAsync(projectId, await RightToChangeAsync(projectId, viewId, ct), ct);
            var view = await ThoseOf(db).SingleAsync(v => v.Id == viewId, ct);
            change(view);
            if (view.RemovedAt is null) await MustBeFreeAsync(db, view, ct);
            if (await db.SavedAsync(ct)) return;
        }
    }

    private async Task<Right> RightToChangeAsync(Guid projectId, Guid viewId, CancellationToken ct)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        var view = await ThoseOf(db).AsNoTracking().SingleOrDefaultAsync(v => v.Id == viewId, ct) ?? throw new RuleException(nameof(RuleText.NotThere));
        return view.OwnerId is null ? Right.ShareViews : Right.ViewProject;
    }

    private IQueryable<SavedView> ThoseOf(StudioDb db) => db.Set<SavedView>().Where(v => v.OwnerId == null || v.OwnerId == actor.PersonId);

    private static async Task MustBeFreeAsync(StudioDb db, SavedView view, CancellationToken ct)
    {
        if (await db.Set<SavedView>().AnyAsync(v => v.Id != view.Id && v.OwnerId == view.OwnerId && v.Slug == view.Slug && v.RemovedAt == null, ct))
            throw new RuleException(nameof(RuleText.ViewNameTaken), view.Name);
    }
}
