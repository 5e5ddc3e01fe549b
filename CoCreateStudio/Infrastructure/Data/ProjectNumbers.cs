using System.Collections.Concurrent;
using CoCreateStudio.Domain.Projects;

namespace CoCreateStudio.Infrastructure.Data;

/// <summary>Where new things of a project get their numbers: each once, without a gap, also when many are added at a time.</summary>
internal static class ProjectNumbers
{
    private static readonly ConcurrentDictionary<Guid, SemaphoreSlim> Turns = [];

    /// <summary>Runs until it has saved. Of this server only one asks for numbers at a time; another server's answer is seen as a conflict and asked again.</summary>
    /// <param name="save">Null when somebody else took the numbers meanwhile.</param>
    public static async Task<T> InTurnAsync<T>(Guid projectId, Func<Task<T?>> save, CancellationToken ct) where T : class
    {
        var turn = Turns.GetOrAdd(projectId, _ => new(1));
        await turn.WaitAsync(ct);
        try
        {
            while (true)
            {
                if (await save() is { } saved) return saved;
            }
        }
        finally
        {
            turn.Release();
        }
    }

    public static async Task<NumberSequence> SequenceAsync(StudioDb db, Guid projectId, string name, CancellationToken ct)
    {
        if (await db.Set<NumberSequence>().FindAsync([projectId, name], ct) is { } sequence) return sequence; // one that was added a moment ago, too
        return db.Add(new NumberSequence(projectId, name)).Entity;
    }
}
