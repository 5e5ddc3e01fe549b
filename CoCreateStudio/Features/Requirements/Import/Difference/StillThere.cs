using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Requirements.Import.Difference;

/// <summary>The requirements that a file changes, at the moment of writing: what nobody saw is not overwritten.</summary>
internal sealed class StillThere
{
    private const int Named = 5;

    private readonly Dictionary<Guid, Requirement> _rows = [];

    public static async Task<StillThere> ReadAsync(StudioDb db, IReadOnlyList<ImportRow> merged, CancellationToken ct)
    {
        StillThere there = new();
        foreach (var batch in merged.Select(r => r.Today!.Id).Distinct().Chunk(500))
            foreach (var row in await db.Set<Requirement>().Where(r => batch.Contains(r.Id)).ToListAsync(ct)) there._rows[row.Id] = row;
        Refuse([.. merged.SelectMany(there.Changed)]);
        return there;
    }

    public Requirement For(ImportRow row) => _rows[row.Today!.Id];

    /// <summary>What a requirement says today where a row would change it.</summary>
    public static string? Value(Requirement requirement, CellChange change) =>
        change.Field is { } field ? requirement.Read(field) : requirement.Extra.GetValueOrDefault(change.Name);

    /// <summary>Somebody else may have taken in the same file meanwhile.</summary>
    public static async Task MustSayNothingOfAsync(StudioDb db, IReadOnlyList<ImportRow> added, KnownRows? seen, CancellationToken ct)
    {
        if (seen is null || added.Count == 0) return;
        var newer = await db.Set<Requirement>().AsNoTracking().Where(r => r.Number > seen.LastNumber && r.ArchivedAt == null)
            .Select(r => new { r.Number, r.Title, r.Description }).ToListAsync(ct);
        if (newer.Count == 0) return;
        var words = added.Select(r => SameText.Of(r[RequirementField.Title], r[RequirementField.Description])).ToHashSet();
        Refuse([.. newer.Where(r => words.Contains(SameText.Of(r.Title, r.Description))).Select(r => $"R-{r.Number}")]);
    }

    private IEnumerable<string> Changed(ImportRow row)
    {
        if (!_rows.TryGetValue(row.Today!.Id, out var now) || now.ArchivedAt is not null) return [$"R-{row.Today.Number}"];
        return row.Changes.Where(c => c.Taken && Value(now, c) is var value && value != c.Old && value != c.New).Select(c => $"R-{now.Number} {c.Field?.Word() ?? c.Name}");
    }

    private static void Refuse(List<string> changed)
    {
        if (changed.Count > 0) throw new RuleException(nameof(RuleText.ChangedMeanwhile), string.Join(", ", changed.Take(Named)) + (changed.Count > Named ? "…" : ""), changed.Count);
    }
}
