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
    }
}
