using System.Text.Json;
using CoCreateStudio.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Infrastructure.Data;

/// <summary>Takes back one act: every field that it changed becomes what it was, unless somebody has changed it since.</summary>
public static class ActUndo
{
    /// <summary>Prepares the undo in a context; the caller saves it, as an act of its own.</summary>
    /// <returns>How many rows were changed back, and how many stay because somebody has changed them since.</returns>
    public static async Task<(int Back, int Kept)> PutBackAsync<T>(this StudioDb db, Guid actId, CancellationToken ct) where T : Entity
    {
        var kind = typeof(T).Name;
        var entries = await db.Set<AuditEntry>().AsNoTracking()
            .Where(e => e.ActId == actId && e.Entity == kind && e.Action == AuditAction.Changed).ToListAsync(ct);
        var undone = 0;
        foreach (var batch in entries.Chunk(500))
        {
            Guid[] ids = [.. batch.Select(e => e.EntityId)];
            var rows = await db.Set<T>().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
            undone += batch.Count(entry => rows.TryGetValue(entry.EntityId, out var row) && PutBack(db, row, entry));
        }

        return (undone, entries.Count - undone);
    }

    // The former state was reached under the rules, so it is put back as it was, not stepped to.
    private static bool PutBack<T>(StudioDb db, T row, AuditEntry entry) where T : Entity
    {
        var tracked = db.Entry(row);
        if (entry.Changes.Any(c => AuditTrail.Text(tracked.Property(c.Field).CurrentValue) != c.New)) return false;
        foreach (var change in entry.Changes)
        {
            var property = tracked.Property(change.Field);
            property.CurrentValue = Value(property.Metadata.ClrType, change.Old);
        }

        return true;
    }

    private static object? Value(Type type, string? text)
    {
        if (text is null) return null;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return text;
        if (type.IsEnum) return Enum.Parse(type, text);
        if (type == typeof(Guid)) return Guid.Parse(text);
        if (type == typeof(DateOnly)) return DateOnly.Parse(text, CultureInfo.InvariantCulture);
        if (type == typeof(DateTime)) return DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
        return typeof(IConvertible).IsAssignableFrom(type)
            ? Convert.ChangeType(text, type, CultureInfo.InvariantCulture)
            : JsonSerializer.Deserialize(text, type);
    }
}
