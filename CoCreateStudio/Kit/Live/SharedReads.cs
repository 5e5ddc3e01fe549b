using Microsoft.Extensions.Caching.Memory;

namespace CoCreateStudio.Kit.Live;

/// <summary>What many pages show alike is read once for all of them, also when all ask at the same moment.</summary>
public sealed class SharedReads(IMemoryCache cache)
{
    private readonly Lock _gate = new();

    /// <param name="key">Says what is read and as of when: it holds the stamps of all that is read.</param>
    /// <param name="read">Serves all who wait, so it opens what it needs itself, and goes on when whoever began it has left.</param>
    public async Task<T> GetAsync<T>(object key, TimeSpan keep, Func<Task<T>> read, CancellationToken ct)
    {
        Lazy<Task<T>> shared;
        lock (_gate) shared = cache.Get<Lazy<Task<T>>>(key) ?? cache.Set(key, new Lazy<Task<T>>(read), keep);
        try
        {
            return await shared.Value.WaitAsync(ct);
        }
        catch when (shared.Value.IsFaulted)
        {
            cache.Remove(key); // whoever asks next tries anew
            throw;
        }
    }
}
