using CoCreateStudio.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Infrastructure.Data;

/// <summary>Saving where several people may be at the same row.</summary>
public static class Saving
{
    /// <summary>Saves a row along though nothing in it changes: whoever does the same meanwhile has to do it again.</summary>
    public static void Claim(this StudioDb db, Entity row) => db.Entry(row).Property(r => r.Version).IsModified = true;

    /// <returns>False when somebody else saved in between; the caller then does it again on what is there now.</returns>
    public static async Task<bool> SavedAsync(this StudioDb db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        catch (DbUpdateException)
        {
            // A row with a number that another server has given meanwhile may come before the sequence that would have told of it.
            if (await NumbersWereTakenAsync(db, ct)) return false;
            throw;
        }
    }

    private static async Task<bool> NumbersWereTakenAsync(StudioDb db, CancellationToken ct)
    {
        foreach (var entry in db.ChangeTracker.Entries<NumberSequence>().ToList())
        {
            var (projectId, name) = (entry.Entity.ProjectId, entry.Entity.Name);
            int? seen = entry.State == EntityState.Added ? null : entry.Property(s => s.Last).OriginalValue;
            var now = await db.Set<NumberSequence>().AsNoTracking().Where(s => s.ProjectId == projectId && s.Name == name).Select(s => (int?)s.Last).SingleOrDefaultAsync(ct);
            if (now > (seen ?? 0)) return true; // lower: what was to be saved was taken back with the rest
        }

        return false;
    }
}
