using System.Collections.Concurrent;

namespace CoCreateStudio.Kit.Live;

/// <summary>Where somebody is on a page of a project: in which cell of which row, if in any.</summary>
public sealed record Whereabouts(Guid PageId, Guid PersonId, string Name, bool IsCustomer, Guid? RowId = null, string? Column = null)
{
    /// <summary>One of the four colours of presence, the same on every page.</summary>
    public int Colour => (PersonId.GetHashCode() & int.MaxValue) % 4 + 1;
}

/// <summary>Who has a project's table open right now. Not data: kept in memory, gone with the page.</summary>
public sealed class Presence(LiveHub live)
{
    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<Guid, Whereabouts>> _projects = [];

    /// <summary>Everybody on a page of the project, in the order in which they will be shown.</summary>
    public IReadOnlyList<Whereabouts> In(Guid projectId) =>
        _projects.TryGetValue(projectId, out var pages) ? [.. pages.Values.OrderBy(w => w.Name, StringComparer.Ordinal).ThenBy(w => w.PageId)] : [];

    public void Enter(Guid projectId, Whereabouts where)
    {
        var pages = _projects.GetOrAdd(projectId, _ => []);
        var before = pages.GetValueOrDefault(where.PageId);
        if (before == where) return;
        pages[where.PageId] = where;
        Announce(projectId, before?.RowId, where.RowId);
    }

    public void Leave(Guid projectId, Guid pageId)
    {
        if (_projects.TryGetValue(projectId, out var pages) && pages.TryRemove(pageId, out var before)) Announce(projectId, before.RowId, null);
    }

    private void Announce(Guid projectId, Guid? left, Guid? entered) =>
        _ = live.PublishAsync([.. new[] { left ?? Guid.Empty, entered ?? Guid.Empty }.Distinct().Select(row => new Change(projectId, typeof(Whereabouts), row))]);
}
