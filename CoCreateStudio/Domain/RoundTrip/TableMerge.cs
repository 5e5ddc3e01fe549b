using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Domain.RoundTrip;

/// <summary>A row of a file that came back: its place, the key it carries, and what its columns say. Columns that the file no longer has are not in it.</summary>
/// <param name="Key">Null where the row carries none; empty where what it carries is no key.</param>
public sealed record ReturnedRow(int Number, Guid? Key, IReadOnlyDictionary<RequirementField, string?> Values);

public enum ReturnedKind
{
    /// <summary>A requirement that was sent.</summary>
    Known,

    /// <summary>A row that the customer wrote.</summary>
    New,

    /// <summary>Says the same as another row of the file, with the same key: copied, and left so.</summary>
    Copy,

    /// <summary>Carries a key that was not in the table that was sent. Nothing is told about it and nothing is changed by it.</summary>
    NotSent,

    /// <summary>Was sent, and is since archived or no longer shared with this customer.</summary>
    Gone,
}

/// <summary>What becomes of a row that came back: the cells that are not simply unchanged.</summary>
public sealed record MergedRow(ReturnedRow Row, ReturnedKind Kind, IReadOnlyList<MergedCell> Cells);

/// <param name="Missing">Rows that were sent and are not in the file: told of, never removed.</param>
public sealed record MergedTable(IReadOnlyList<MergedRow> Rows, IReadOnlyList<Guid> Missing);

/// <summary>Puts three tables together: the one that was sent, today's, and the one that came back.</summary>
public sealed class TableMerge(
    IReadOnlyDictionary<Guid, IReadOnlyDictionary<RequirementField, string?>> sent,
    IReadOnlyDictionary<Guid, IReadOnlyDictionary<RequirementField, string?>> today)
{
    private static readonly IReadOnlyDictionary<RequirementField, string?> Nothing = new Dictionary<RequirementField, string?>();

    public MergedTable With(IReadOnlyList<ReturnedRow> returned)
    {
        var firsts = returned.Where(r => r.Key is { } key && sent.ContainsKey(key)).GroupBy(r => r.Key!.Value).ToDictionary(g => g.Key, Original);
        return new([.. returned.Select(r => Merge(r, firsts))], [.. sent.Keys.Where(k => today.ContainsKey(k) && !firsts.ContainsKey(k))]);
    }

    private MergedRow Merge(ReturnedRow row, Dictionary<Guid, ReturnedRow> originals)
    {
        if (row.Key is not { } key) return new(row, ReturnedKind.New, Cells(row, Nothing, Nothing));
        if (!sent.TryGetValue(key, out var before)) return new(row, ReturnedKind.NotSent, []);
        if (originals[key] != row) return CopyOf(row, before);
        return today.TryGetValue(key, out var now) ? new(row, ReturnedKind.Known, Cells(row, before, now)) : new(row, ReturnedKind.Gone, Cells(row, before, before));
    }

    // Somebody copied a row, with its hidden key, and wrote another need over it.
    private static MergedRow CopyOf(ReturnedRow row, IReadOnlyDictionary<RequirementField, string?> before)
    {
        if (Cells(row, before, before).Count == 0) return new(row, ReturnedKind.Copy, []);
        return new(row, ReturnedKind.New, [.. Cells(row, Nothing, Nothing).Where(c => c.Outcome != CellOutcome.Refused || !SheetValue.IsSame(c.Field, c.Theirs, before.GetValueOrDefault(c.Field)))]);
    }

    private static List<MergedCell> Cells(ReturnedRow row, IReadOnlyDictionary<RequirementField, string?> before, IReadOnlyDictionary<RequirementField, string?> now) =>
    [
        .. row.Values.Select(v => CellMerge.Of(v.Key, before.GetValueOrDefault(v.Key), now.GetValueOrDefault(v.Key), v.Value)).Where(c => c.Outcome != CellOutcome.Unchanged),
    ];

    // Of several rows with one key the one that was changed least is the one that was sent.
    private ReturnedRow Original(IGrouping<Guid, ReturnedRow> rows) =>
        rows.Count() == 1 ? rows.First() : rows.MinBy(r => Cells(r, sent[rows.Key], sent[rows.Key]).Count)!;
}
