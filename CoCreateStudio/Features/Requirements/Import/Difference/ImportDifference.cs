using CoCreateStudio.Kit.Excel.Reading;

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
        foreach (var (row, id) in found) await CompareAsync(row, today.GetValueOrDefault(id), ct);
        var copies = found.Where(f => f.Key.IsKnown).GroupBy(f => f.Value).Where(g => g.Count() > 1).SelectMany(g => g.Select(f => f.Key).OrderBy(r => r.Changes.Count).Skip(1)).ToList();
        foreach (var copy in copies) await AgainAsync(matching, copy, ct);
    }

    // Whoever copies a row in Excel copies its hidden key along: the one that changed least is the row itself.
    private async Task AgainAsync(RowMatching matching, ImportRow copy, CancellationToken ct)
    {
        if (matching.MatchByWords(copy) is not { } id) return;
        await CompareAsync(copy, (await known.Read([id], ct)).GetValueOrDefault(id), ct);
    }

    private async Task CompareAsync(ImportRow row, TodaysRow? today, CancellationToken ct)
    {
        row.Today = today;
        if (today is null) row.Forget();
        else row.NewPictures = await PicturesAsync(row, today, ct);
        comparing.Compare(row);
    }

    /// <summary>The pictures of a row that the requirement does not have.</summary>
    public async Task<IReadOnlyList<SourcePicture>> PicturesAsync(ImportRow row, TodaysRow today, CancellationToken ct)
    {
        List<SourcePicture> added = [];
        foreach (var picture in row.Pictures.Where(ImportPictures.IsTaken))
        {
            if (!await IsThereAsync(picture, today, ct)) added.Add(picture);
        }

        return added;
    }

    // Another size is another picture; of the same size the bytes tell.
    private async Task<bool> IsThereAsync(SourcePicture picture, TodaysRow today, CancellationToken ct)
    {
        foreach (var there in today.Pictures.Where(p => p.Size == picture.Length))
        {
            using MemoryStream bytes = new(there.Size);
            await picture.CopyToAsync(bytes, ct);
            if (await known.Picture(there.Id, ct) is { } old && bytes.GetBuffer().AsSpan(0, (int)bytes.Length).SequenceEqual(old)) return true;
        }

        return false;
    }
}
