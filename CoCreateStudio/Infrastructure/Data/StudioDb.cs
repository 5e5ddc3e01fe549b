using System.Linq.Expressions;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Identity;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Live;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CoCreateStudio.Infrastructure.Data;

/// <summary>One unit of work. Every save is versioned, audited in the same transaction, then announced live.</summary>
public abstract partial class StudioDb(DbContextOptions options, StudioDbServices services) : IdentityUserContext<Login, Guid>(options)
{
    private readonly List<ManyRows> _many = [];

    /// <summary>Rows of any other project do not exist for this context.</summary>
    public List<Guid> Projects { get; internal set; } = [];

    /// <summary>Set for a customer's own people: rows that are not shared with this company do not exist for this context.</summary>
    public Guid? OnlyCustomer { get; internal set; }

    /// <summary>Companies and their people are there also where they take part in no project.</summary>
    public bool SeesDirectory { get; private set; }

    /// <summary>The side whose people work with this context.</summary>
    public Side Side => OnlyCustomer is null ? Side.Us : Side.Customer;

    /// <summary>Names what this context saves, so that it can be undone as a whole.</summary>
    public Guid ActId { get; } = Guid.CreateVersion7();

    /// <summary>New rows by the thousand, written with the next save and within its transaction, after the rows that are tracked. What is saved with them tells the audit of them.</summary>
    public void AddMany<T>(IReadOnlyList<T> rows) where T : Entity, IInProject
    {
        foreach (var row in rows) Guard(row);
        if (rows.Count > 0) _many.Add(new ManyRows<T>(rows));
    }

    /// <summary>Fills an empty field of all rows of a query, with the next save and within its transaction.</summary>
    public ManyChanges<T, TValue> FillMany<T, TValue>(Guid projectId, IQueryable<T> rows, Expression<Func<T, TValue>> field, TValue value) where T : Entity, IInProject
    {
        ManyChanges<T, TValue> changes = new(projectId, rows, field, value, services.Actor, ActId, services.Clock.GetUtcNow().UtcDateTime);
        _many.Add(changes);
        return changes;
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        try
        {
            ChangeTracker.AutoDetectChangesEnabled = false; // once is enough: what changes from here on is set through the tracker
            return await SaveDetectedAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private async Task<int> SaveDetectedAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        List<EntityEntry<Entity>> changed = [.. ChangeTracker.Entries<Entity>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)];
        foreach (var entry in changed) Guard(entry.Entity);
        AddRange(changed.Where(AuditTrail.IsKept).Select(e => AuditTrail.EntryFor(e, ActId, services.Actor, services.Clock.GetUtcNow().UtcDateTime)));
        foreach (var entry in changed.Where(e => e.State == EntityState.Modified)) entry.Property(e => e.Version).CurrentValue++;
        Change[] announcements = [.. changed.Select(e => new Change(ProjectOf(e.Entity), e.Entity.GetType(), e.Entity.Id))];

        int rows;
        using (await services.Writes.EnterAsync(cancellationToken))
            rows = _many.Count == 0 ? await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken) : await SaveWithManyAsync(acceptAllChangesOnSuccess, cancellationToken);
        _ = services.Live.PublishAsync([.. announcements, .. _many.SelectMany(m => m.Changes)]);
        _many.Clear();
        return rows;
    }

    private async Task<int> SaveWithManyAsync(bool acceptAllChangesOnSuccess, CancellationToken ct)
    {
        await using var transaction = await Database.BeginTransactionAsync(ct);
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, ct);
        foreach (var many in _many) rows += await many.WriteAsync(this, ct);
        await transaction.CommitAsync(ct);
        return rows;
    }

    // What is audited of companies stands in no project.
    internal void OpenDirectory() => (SeesDirectory, Projects) = (true, [.. Projects, Guid.Empty]);

    internal static Guid ProjectOf(Entity entity) => (entity as IInProject)?.ProjectId ?? Guid.Empty;

    private void Guard(Entity entity)
    {
        if (entity is IInProject row && !Projects.Contains(row.ProjectId))
            throw new InvalidOperationException($"{entity.GetType().Name} belongs to a project that this context was not opened for.");
    }
}

/// <summary>What every context needs besides its provider.</summary>
public sealed record StudioDbServices(CurrentActor Actor, TimeProvider Clock, LiveHub Live, SingleWriter Writes);

public sealed class SqliteStudioDb(DbContextOptions<SqliteStudioDb> options, StudioDbServices services) : StudioDb(options, services);

public sealed class PostgresStudioDb(DbContextOptions<PostgresStudioDb> options, StudioDbServices services) : StudioDb(options, services);
