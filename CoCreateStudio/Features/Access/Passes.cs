using System.Collections.Concurrent;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Infrastructure.Identity;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Live;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Access;

/// <summary>Who somebody is and which projects they may see, read together; a sign-in with another stamp than this was ended.</summary>
public sealed record Pass(Guid PersonId, string Name, bool IsAdministrator, TimeZoneInfo TimeZone, string? Stamp, IReadOnlyList<VisibleProject> Projects)
{
    /// <summary>The same rights in projects that are archived.</summary>
    public IReadOnlyList<VisibleProject> Archived { get; init; } = [];
}

/// <summary>
/// Passes in memory, so that the data door costs no query. This server forgets one as soon as it changes;
/// what another server changed is seen when it has grown old.
/// </summary>
public sealed class Passes(IServiceScopeFactory scopes, TimeProvider clock, LiveHub live) : IPassDesk
{
    public static readonly TimeSpan Age = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<Guid, (Pass? Pass, DateTimeOffset ReadAt)> _passes = [];

    /// <summary>The pass of a person; null when there is no such person, or access was taken away.</summary>
    public async ValueTask<Pass?> OfAsync(Guid personId, CancellationToken ct = default)
    {
        if (_passes.TryGetValue(personId, out var known) && clock.GetUtcNow() - known.ReadAt < Age) return known.Pass;
        return await RenewAsync(personId, ct);
    }

    /// <summary>The pass as it is in the database now.</summary>
    public async ValueTask<Pass?> RenewAsync(Guid personId, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        var pass = await ReadAsync(personId, ct);
        _passes[personId] = (pass, now);
        return pass;
    }

    public void Forget(Guid personId)
    {
        _passes.TryRemove(personId, out _);
        _ = live.PublishAsync([Told(personId)]);
    }

    public void ForgetAll()
    {
        Change[] told = [.. _passes.Keys.Select(Told)];
        _passes.Clear();
        _ = live.PublishAsync(told);
    }

    private static Change Told(Guid personId) => new(personId, typeof(VisibleProject), personId);

    private async Task<Pass?> ReadAsync(Guid personId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<StudioDb>>().CreateDbContextAsync(ct);
        var person = await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == personId && p.BlockedAt == null, ct);
        if (person is null) return null;
        var stamp = await db.Set<Login>().Where(l => l.Id == personId).Select(l => l.SecurityStamp).FirstOrDefaultAsync(ct);
        var projects = db.Set<Project>().IgnoreQueryFilters();
        var visible = person.IsAdministrator
            ? await projects.Select(p => new { p.ArchivedAt, Project = new VisibleProject(p.Id, p.Key, p.Name, new Grant(ProjectRole.Lead, null)) }).ToListAsync(ct)
            : await db.Set<Membership>().IgnoreQueryFilters().Where(m => m.PersonId == personId)
                .Join(projects, m => m.ProjectId, p => p.Id, (m, p) => new { p.ArchivedAt, Project = new VisibleProject(p.Id, p.Key, p.Name, new Grant(m.Role, m.CustomerId)) })
                .ToListAsync(ct);
        var byName = visible.OrderBy(v => v.Project.Name, StringComparer.CurrentCultureIgnoreCase).ToLookup(v => v.ArchivedAt is not null, v => v.Project);
        return new(person.Id, person.Name, person.IsAdministrator, TimeZoneInfo.FindSystemTimeZoneById(person.TimeZone), stamp, [.. byName[false]]) { Archived = [.. byName[true]] };
    }
}
