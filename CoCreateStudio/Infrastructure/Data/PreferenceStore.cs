using CoCreateStudio.Domain.Access;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Infrastructure.Data;

/// <summary>How the actor likes things; each person reads and writes only their own.</summary>
public sealed class PreferenceStore(IDbContextFactory<StudioDb> dbs, CurrentActor actor)
{
    public async Task<string?> ReadAsync(string key, CancellationToken ct = default)
    {
        if (actor.PersonId is not { } person) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.Set<Preference>().Where(p => p.PersonId == person && p.Key == key).Select(p => p.Value).SingleOrDefaultAsync(ct);
    }

    public async Task WriteAsync(string key, string value, CancellationToken ct = default)
    {
        if (actor.PersonId is not { } person) return;
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Set<Preference>().SingleOrDefaultAsync(p => p.PersonId == person && p.Key == key, ct) is { } kept) kept.Value = value;
        else db.Add(new Preference(person, key, value));
        await db.SaveChangesAsync(ct);
    }
}
