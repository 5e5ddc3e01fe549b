using System.Collections.Concurrent;

namespace CoCreateStudio.Kit.Live;

/// <summary>One row of a project changed; <see cref="Guid.Empty"/> as its id means many did.</summary>
public readonly record struct Change(Guid ProjectId, Type Entity, Guid EntityId);

/// <summary>In-process announcements that something in a project changed. Carries no data: listeners load again.</summary>
public sealed class LiveHub(ILogger<LiveHub> log)
{
    /// <summary>More rows of one kind changed by one save are announced as one change of many.</summary>
    public const int ManyFrom = 100;

    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, Subscription[]> _subscriptions = [];
    private readonly ConcurrentDictionary<(Guid, Type), long> _stamps = [];

    public IDisposable Subscribe(Guid projectId, IReadOnlyCollection<Type> entities, Func<IReadOnlyList<Change>, Task> onChange)
    {
        // A callback runs on the publisher's thread. Without the subscriber's own context it would render
        // in the publisher's language and with the publisher's other async locals.
        var subscription = new Subscription(this, projectId, entities, onChange, ExecutionContext.Capture());
        lock (_gate) _subscriptions[projectId] = [.. _subscriptions.GetValueOrDefault(projectId) ?? [], subscription];
        return subscription;
    }

    /// <summary>Counts the changes to one kind of row in a project: what was read under an older stamp may no longer be true.</summary>
    public long Stamp(Guid projectId, Type entity) => _stamps.GetValueOrDefault((projectId, entity));

    /// <summary>The same for several kinds: counts only grow, so their sum stands for all of them.</summary>
    public long Stamp(Guid projectId, IEnumerable<Type> entities) => entities.Sum(e => Stamp(projectId, e));

    /// <summary>Counts the changes at once, and has all who listen told by another thread: two hundred pages are drawn then.</summary>
    /// <returns>Ends when all have been told; nobody has to wait for it, and it does not fail.</returns>
    public Task PublishAsync(IReadOnlyCollection<Change> changes)
    {
        List<Task> telling = [];
        foreach (var project in Fold(changes).GroupBy(c => c.ProjectId))
        {
            // Before anybody is told, so that nobody answers from what was remembered.
            foreach (var kind in project.Select(c => c.Entity).Distinct()) _stamps.AddOrUpdate((project.Key, kind), 1, (_, stamp) => stamp + 1);
            Subscription[] all;
            lock (_gate) all = _subscriptions.GetValueOrDefault(project.Key) ?? [];
            if (all.Length > 0) telling.Add(Task.Run(() => Tell(all, [.. project]), CancellationToken.None));
        }

        return Task.WhenAll(telling);
    }

    private void Tell(Subscription[] all, Change[] changes)
    {
        foreach (var subscription in all)
        {
            Change[] wanted = [.. changes.Where(c => subscription.Entities.Contains(c.Entity))];
            if (wanted.Length > 0) _ = NotifyAsync(subscription, wanted);
        }
    }

    private static IEnumerable<Change> Fold(IReadOnlyCollection<Change> changes) =>
        changes.Distinct().GroupBy(c => (c.ProjectId, c.Entity))
            .SelectMany(kind => kind.Count() < ManyFrom ? kind : Enumerable.Repeat(new Change(kind.Key.ProjectId, kind.Key.Entity, Guid.Empty), 1));

    private async Task NotifyAsync(Subscription subscription, Change[] changes)
    {
        try
        {
            await subscription.RunAsync(changes);
        }
        catch (Exception e)
        {
            log.LogError(e, "A live update handler failed");
        }
    }

    private void Remove(Subscription subscription)
    {
        lock (_gate)
        {
            Subscription[] left = [.. (_subscriptions.GetValueOrDefault(subscription.ProjectId) ?? []).Where(s => s != subscription)];
            if (left.Length == 0) _subscriptions.Remove(subscription.ProjectId);
            else _subscriptions[subscription.ProjectId] = left;
        }
    }

    private sealed class Subscription(
        LiveHub hub, Guid projectId, IReadOnlyCollection<Type> entities, Func<IReadOnlyList<Change>, Task> onChange, ExecutionContext? context) : IDisposable
    {
        public Guid ProjectId => projectId;
        public IReadOnlyCollection<Type> Entities => entities;

        public Task RunAsync(Change[] changes)
        {
            if (context is null) return onChange(changes);
            Task running = Task.CompletedTask;
            ExecutionContext.Run(context, _ => running = onChange(changes), null);
            return running;
        }

        public void Dispose() => hub.Remove(this);
    }
}
