using CoCreateStudio.Domain.Access;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Infrastructure.Data;

/// <summary>The only way to data: say which project and with what right, get a context that sees nothing else.</summary>
public sealed class ProjectDbFactory(IDbContextFactory<StudioDb> dbs, IAccess access)
{
    /// <exception cref="RuleException">The actor may not see the project, which then is not there, or lacks the right.</exception>
    public async Task<StudioDb> OpenAsync(Guid projectId, Right right, CancellationToken ct = default)
    {
        var grant = await AskAsync(projectId, right, ct);
        var db = await dbs.CreateDbContextAsync(ct);
        (db.Projects, db.OnlyCustomer) = ([projectId], grant.OnlyCustomer);
        return db;
    }

    /// <summary>Asks at the door without going in, for what was read already and is remembered.</summary>
    /// <inheritdoc cref="OpenAsync(Guid, Right, CancellationToken)" path="/exception"/>
    public async Task<Grant> AskAsync(Guid projectId, Right right, CancellationToken ct = default)
    {
        var grant = await access.InAsync(projectId, ct) ?? throw new RuleException(nameof(RuleText.NotThere));
        return grant.Allows(right) ? grant : throw new RuleException(nameof(RuleText.NotAllowed));
    }

    /// <summary>One act of change. Where somebody else saved in between, it is done anew on what is there then, so that the rules see it.</summary>
    public async Task ChangeAsync(Guid projectId, Right right, Func<StudioDb, Task> change, CancellationToken ct = default)
    {
        while (true)
        {
            await using var db = await OpenAsync(projectId, right, ct);
            await change(db);
            if (await db.SavedAsync(ct)) return;
        }
    }

    /// <summary>The project as the people of one of its customers see it, through the same filters; null leaves it as the actor sees it.</summary>
    public async Task<StudioDb> OpenAsync(Guid projectId, Right right, Guid? asCustomer, CancellationToken ct = default)
    {
        var db = await OpenAsync(projectId, right, ct);
        db.OnlyCustomer ??= asCustomer;
        if (asCustomer is null || db.OnlyCustomer == asCustomer) return db;
        await db.DisposeAsync();
        throw new RuleException(nameof(RuleText.NotThere));
    }

    /// <summary>All projects in which the actor sees what is internal, for pages that look across projects.</summary>
    public async Task<StudioDb> OpenVisibleAsync(CancellationToken ct = default)
    {
        var visible = await access.ProjectsAsync(ct);
        var db = await dbs.CreateDbContextAsync(ct);
        db.Projects = [.. visible.Where(p => p.Grant.Allows(Right.SeeInternal)).Select(p => p.Id)];
        return db;
    }

    /// <summary>The directory, and of the projects also those that are archived and that the actor saw from inside: to read what came of them all.</summary>
    /// <inheritdoc cref="OpenDirectoryAsync" path="/exception"/>
    public async Task<StudioDb> OpenPastAsync(Right right, CancellationToken ct = default)
    {
        var db = await OpenDirectoryAsync(right, ct);
        db.Projects = [.. db.Projects, .. (await access.ArchivedAsync(ct)).Where(p => p.Grant.Allows(Right.SeeInternal)).Select(p => p.Id)];
        return db;
    }

    /// <summary>
    /// The companies and their people, whether they take part in a project or not, and of the projects what the actor sees from inside.
    /// Whoever has the right in one such project has it here, since a company is the same in all of them; administrators have it anyway.
    /// </summary>
    /// <exception cref="RuleException">For the actor there is no directory, or the right is missing.</exception>
    public async Task<StudioDb> OpenDirectoryAsync(Right right, CancellationToken ct = default)
    {
        if (!await access.InDirectoryAsync(Right.SeeInternal, ct)) throw new RuleException(nameof(RuleText.NotThere));
        if (!await access.InDirectoryAsync(right, ct)) throw new RuleException(nameof(RuleText.NotAllowed));
        var db = await OpenVisibleAsync(ct);
        db.OpenDirectory();
        return db;
    }

    /// <summary>One act of change in the directory, done anew where somebody else saved in between.</summary>
    public async Task ChangeDirectoryAsync(Right right, Func<StudioDb, Task> change, CancellationToken ct = default)
    {
        while (true)
        {
            await using var db = await OpenDirectoryAsync(right, ct);
            await change(db);
            if (await db.SavedAsync(ct)) return;
        }
    }

    /// <summary>The list of people, customers and projects itself; rows inside projects do not exist for this context.</summary>
    public async Task<StudioDb> OpenForAdministrationAsync(CancellationToken ct = default)
    {
        await access.MustAdministerAsync(ct);
        return await dbs.CreateDbContextAsync(ct);
    }

    /// <summary>One project as administrators reach it: also one that is archived, or is only now being made.</summary>
    public async Task<StudioDb> OpenForAdministrationAsync(Guid projectId, CancellationToken ct = default)
    {
        var db = await OpenForAdministrationAsync(ct);
        db.Projects = [projectId];
        return db;
    }

    /// <summary>
    /// Accounts and links, for people who are not signed in yet or look after their own account. No right is asked here:
    /// whoever opens it proves who acts by a password, a link's secret or the actor's own id. Rows inside projects do not exist for it.
    /// </summary>
    public Task<StudioDb> OpenForAccountsAsync(CancellationToken ct = default) => dbs.CreateDbContextAsync(ct);
}
