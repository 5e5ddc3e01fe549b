using CoCreateStudio.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Infrastructure.Data;

/// <summary>
/// The door for commands on the machine itself: whoever runs one has the database before them anyway, so no right is asked.
/// The web application does not register it.
/// </summary>
public sealed class MachineDb(IDbContextFactory<StudioDb> dbs)
{
    /// <summary>What stands in the way, in one sentence; null when the database can be read.</summary>
    public async Task<string?> ProblemAsync(CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (!await db.Database.CanConnectAsync(ct)) return "There is no database to be reached. Look at Data:Provider, Data:Folder and ConnectionStrings:Studio.";
        return (await db.Database.GetPendingMigrationsAsync(ct)).Any() ? "The database is that of an earlier release. Start the application once, it brings the database up to date." : null;
    }

    /// <summary>All projects, also archived ones, by their keys.</summary>
    public async Task<IReadOnlyList<Project>> ProjectsAsync(CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.Set<Project>().IgnoreQueryFilters().AsNoTracking().OrderBy(p => p.Key).ToListAsync(ct);
    }

    public async Task<StudioDb> OpenAsync(Guid projectId, CancellationToken ct = default)
    {
        var db = await dbs.CreateDbContextAsync(ct);
        db.Projects = [projectId];
        return db;
    }
}
