using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.RoundTrip;
using CoCreateStudio.Features.Requirements.Import;
using CoCreateStudio.Features.Requirements.Import.Difference;
using Values = System.Collections.Generic.IReadOnlyDictionary<CoCreateStudio.Domain.Requirements.RequirementField, string?>;

namespace CoCreateStudio.Features.Requirements.RoundTrip;

/// <summary>What is to be said of a table that came back, beyond its rows.</summary>
/// <param name="Missing">The numbers of rows that are no longer in the file.</param>
/// <param name="Lost">Columns that are no longer in the file.</param>
/// <param name="Added">Headings of columns that were not in the file; of rows that were sent they are not read.</param>
public sealed record ReturnedAccount(IReadOnlyList<int> Missing, IReadOnlyList<RequirementField> Lost, IReadOnlyList<string> Added);

/// <summary>Compares a table that came back three ways: as it was sent, as it is today, as the customer returned it.</summary>
public sealed class ReturnedDifference(ReturnedTable table, KnownRows known, RowComparing comparing, ImportChoices choices)
{
    private IReadOnlyDictionary<Guid, TodaysRow> _today = new Dictionary<Guid, TodaysRow>();
    private TableMerge _merge = new(table.Sent, new Dictionary<Guid, Values>());

    public async Task<ReturnedAccount> FindAsync(IReadOnlyList<ImportRow> rows, IReadOnlyList<TakenTable> tables, CancellationToken ct)
    {
        _today = await known.Read([.. table.Sent.Keys.Where(table.Seen.Contains)], ct);
        _merge = new(table.Sent, _today.Where(t => !t.Value.Archived).ToDictionary(t => t.Key, t => (Values)SentTable.Fields.ToDictionary(f => f, f => t.Value[f])));
        foreach (var row in rows) SetAside(row);
        var returned = rows.Select(Returned).ToList();
        var merged = _merge.With(returned);
        foreach (var (row, found) in rows.Zip(merged.Rows)) Apply(row, found);
        ImportDifference pictures = new(known, comparing);
        foreach (var row in rows.Where(r => r is { Returned.Kind: ReturnedKind.Known, Pictures.Count: > 0 })) row.NewPictures = await pictures.PicturesAsync(row, row.Today!, ct);
        await FindAgainAsync([.. rows.Where(r => r.Returned!.Kind == ReturnedKind.New)], ct);
        var columns = tables.SelectMany(t => t.Table.Columns).ToList();
        return new([.. merged.Missing.Select(m => _today[m].Number).Order()],
            [.. SentTable.Fields.Where(f => columns.All(c => ImportTargets.Field(c.Target?.Key) != f))],
            [.. columns.Where(c => c.Target is null || ImportTargets.Field(c.Target.Key) is { } f && !SentTable.Fields.Contains(f)).Select(c => c.Heading).Where(h => h.Length > 0)]);
    }

    /// <summary>Compares one row again, after somebody mended it.</summary>
    public void Again(ImportRow row)
    {
        if (row.Returned is not { Kind: ReturnedKind.Known }) return;
        var pictures = row.NewPictures;
        Apply(row, _merge.With([Returned(row)]).Rows[0]);
        row.NewPictures = pictures;
    }

    // A field that the file has no column for, or whose cell could not be read, says nothing.
    private ReturnedRow Returned(ImportRow row) => new(row.Number, row.Key, SentTable.Fields
        .Where(f => row.Origin?.Columns.ContainsKey(f.ToString()) == true && row.Problems.All(p => p == row.Refused || p.Field != f))
        .ToDictionary(f => f, f => Said(row, f)));

    // Several statuses may bear one word of the project's; what still shows the word that was sent says what was sent.
    private string? Said(ImportRow row, RequirementField field)
    {
        if (field != RequirementField.Status || row.Key is not { } key || row[field] is not { } said || table.Sent.GetValueOrDefault(key)?.GetValueOrDefault(field) is not { } sent) return row[field];
        return table.Facts.Word(Requirement.StatusOf(said)) == table.Facts.Word(Requirement.StatusOf(sent)) ? sent : said;
    }

    private void Apply(ImportRow row, MergedRow merged)
    {
        row.Forget();
        row.Returned = merged;
        switch (merged.Kind)
        {
            case ReturnedKind.New: BeNew(row); break;
            case ReturnedKind.Known: BeKnown(row, _today[merged.Row.Key!.Value]); break;
            case ReturnedKind.Copy: (row.Match, row.Today) = (RowMatch.Key, _today.GetValueOrDefault(merged.Row.Key!.Value)); break;
            default: row.Refused = new(row.CellOf(nameof(RequirementField.Title)), RequirementField.Title, row.Title ?? "", new ImportProblem(merged.Kind == ReturnedKind.Gone ? nameof(ImportText.RowGone) : nameof(ImportText.RowNotSent))); break;
        }
    }

    private void BeKnown(ImportRow row, TodaysRow today)
    {
        (row.Match, row.Today) = (RowMatch.Key, today);
        row.Changes = [.. row.Returned!.Cells.Where(c => c.Outcome is CellOutcome.Taken or CellOutcome.Conflict).Select(c => Change(row, c))];
        RowComparing.Around(row, today);
        comparing.Try(row);
    }

    private CellChange Change(ImportRow row, MergedCell cell) => new(cell.Field, cell.Field.ToString(), cell.Ours, cell.Theirs)
    {
        Exported = new(cell.Sent),
        Taken = choices.Cells.GetValueOrDefault(new(row.Sheet, row.Number, cell.Field.ToString()), cell.TakesTheirs),
    };

    private void BeNew(ImportRow row)
    {
        row.Key = null;
        foreach (var field in RequirementFields.All.Where(f => !IsTheirsInNew(f))) row[field] = null;
        row[RequirementField.Reporter] ??= table.Customer;
    }

    // Where the work stands is ours to say until something was delivered.
    private static bool IsTheirsInNew(RequirementField field) => field.IsWrittenBy(Side.Customer) && field != RequirementField.Status;

    // What cannot be read in a column that takes nothing is refused like anything else there, and holds nobody up.
    private void SetAside(ImportRow row)
    {
        var isNew = row.Key is not { } key || !table.Sent.ContainsKey(key);
        foreach (var problem in row.Problems.Where(p => isNew ? !IsTheirsInNew(p.Field) : !p.Field.IsWrittenBy(Side.Customer)).ToList())
        {
            row.Settle(problem);
            row[problem.Field] = problem.Text;
        }
    }

    // Who takes in the same file twice shall not have its new rows twice.
    private async Task FindAgainAsync(IReadOnlyList<ImportRow> added, CancellationToken ct)
    {
        RowMatching matching = new(known);
        List<(ImportRow Row, Guid Id)> found = [];
        foreach (var row in added)
        {
            ct.ThrowIfCancellationRequested();
            if (matching.MatchByWords(row) is { } id) found.Add((row, id));
        }

        var there = await known.Read([.. found.Select(f => f.Id).Distinct()], ct);
        foreach (var (row, id) in found)
        {
            row.Today = there.GetValueOrDefault(id);
            comparing.Compare(row);
        }
    }
}
