using CoCreateStudio.Domain.Access;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CoCreateStudio.Infrastructure.Data;

/// <summary>How the actor likes things; each person reads and writes only their own. What another server wrote is seen within a minute.</summary>
public sealed class PreferenceStore(IDbContextFactory<StudioDb> dbs, IMemoryCache cache, CurrentActor actor)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    public async Task<string?> ReadAsync(string key, CancellationToken ct = default)
    {
        if (actor.PersonId is not { } person) return null;
        if (cache.TryGetValue(Place(person, key), out string? known)) return known;
        await using var db = await dbs.CreateDbContextAsync(ct);
        var value = await db.Set<Preference>().Where(p => p.PersonId == person && p.Key == key).Select(p => p.Value).SingleOrDefaultAsync(ct);
        return cache.Set(Place(person, key), value, Remembered);
    }

    public async Task WriteAsync(string key, string value, CancellationToken ct = default)
    {
        if (actor.PersonId is not { } person) return;
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Set<Preference>().SingleOrDefaultAsync(p => p.PersonId == person && p.Key == key, ct) is { } kept) kept.Value = value;
        else db.Add(new Preference(person, key, value));
        await db.SaveChangesAsync(ct);
        cache.Set(Place(person, key), value, Remembered);
    }

    private static (string, Guid, string) Place(Guid person, string key) => (nameof(Preference), person, key);
}
