namespace CoCreateStudio.Features.Requirements.Import.Difference;

/// <summary>Compares the rows of a file with the requirements that are there.</summary>
internal sealed class ImportDifference(KnownRows known, RowComparing comparing)
{
    public async Task FindAsync(IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        RowMatching matching = new(known);
        var found = matching.Match(rows, ct);
        if (found.Count == 0) return;
        var today = await known.Read([.. found.Values.Distinct()], ct);
        foreach (var (row, id) in found) Compare(row, today.GetValueOrDefault(id));
        var copies = found.Where(f => f.Key.IsKnown).GroupBy(f => f.Value).Where(g => g.Count() > 1).SelectMany(g => g.Select(f => f.Key).OrderBy(r => r.Changes.Count).Skip(1)).ToList();
        foreach (var copy in copies) await AgainAsync(matching, copy, ct);
    }

    // Whoever copies a row in Excel copies its hidden key along: the one that changed least is the row itself.
    private async Task AgainAsync(RowMatching matching, ImportRow copy, CancellationToken ct)
    {
        if (matching.MatchByWords(copy) is not { } id) return;
        Compare(copy, (await known.Read([id], ct)).GetValueOrDefault(id));
    }

    private void Compare(ImportRow row, TodaysRow? today)
    {
        row.Today = today;
        if (today is null) row.Forget();
        comparing.Compare(row);
    }
}
