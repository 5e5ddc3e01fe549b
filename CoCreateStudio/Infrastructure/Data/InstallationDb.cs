using CoCreateStudio.Domain.Access;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CoCreateStudio.Infrastructure.Data;

/// <summary>Something one person did at one moment; nobody means the system.</summary>
public sealed record InstallationAct(DateTime At, Person? Actor, Func<StudioDb, Task> Do)
{
    public InstallationAct(DateTime at, Person? actor, Action<StudioDb> act) : this(at, actor, db =>
    {
        act(db);
        return Task.CompletedTask;
    })
    {
    }
}

/// <summary>The door to an installation that has no people yet, and so nobody who could have a right.</summary>
public sealed class InstallationDb(Func<StudioDbServices, StudioDb> make, StudioDbServices services)
{
    public async Task<bool> IsEmptyAsync(CancellationToken ct = default)
    {
        await using var db = make(services);
        return !await db.Set<Person>().AnyAsync(ct);
    }

    /// <summary>Saves acts in their order, each under its own actor and time: all of them or none.</summary>
    /// <exception cref="InvalidOperationException">There are people already.</exception>
    public async Task FillAsync(IReadOnlyCollection<Guid> projects, IAsyncEnumerable<InstallationAct> acts, CancellationToken ct = default)
    {
        using var turn = await services.Writes.EnterAsync(ct);
        await using var outer = make(services);
        await using var transaction = await outer.Database.BeginTransactionAsync(ct);
        if (await outer.Set<Person>().AnyAsync(ct)) throw new InvalidOperationException("This installation has people already.");
        using var free = new SingleWriter(false);
        await foreach (var act in acts.WithCancellation(ct))
        {
            await using var db = make(services with { Actor = Became(act.Actor), Clock = new StoppedClock(act.At), Writes = free });
            db.Projects = [.. projects];
            db.Database.SetDbConnection(outer.Database.GetDbConnection());
            db.Database.AutoSavepointsEnabled = false;
            await db.Database.UseTransactionAsync(transaction.GetDbTransaction(), ct);
            await act.Do(db);
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
    }

    private static CurrentActor Became(Person? person)
    {
        var actor = new CurrentActor();
        if (person is not null) actor.Become(person.Id, person.Name, person.IsAdministrator, TimeZoneInfo.Utc);
        return actor;
    }

    private sealed class StoppedClock(DateTime at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(at, TimeSpan.Zero);
    }
}
