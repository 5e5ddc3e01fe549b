using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Kit.Excel.Writing.Streaming;

namespace CoCreateStudio.Features.Requirements.Import.Difference;

/// <summary>What a requirement said when a file left us, by field; null where that is not known.</summary>
public delegate ExportedCell? ExportedCells(Guid requirement, RequirementField field);

/// <summary>Says cell by cell what a row would change at the requirement it is about, and what a rule refuses.</summary>
public sealed class RowComparing(ProjectFacts facts, ImportChoices choices, ExportedCells? exported = null)
{
    // A row always has these; an empty cell takes nothing away.
    private static readonly RequirementField[] NeverEmpty = [RequirementField.Title, RequirementField.Status, RequirementField.Shared];

    public void Compare(ImportRow row)
    {
        if (row.Today is not { } today) return;
        row.Changes = [.. Fields(row, today), .. Beside(row, today)];
        foreach (var change in row.Changes) change.Taken = choices.Cells.GetValueOrDefault(new(row.Sheet, row.Number, change.Name), IsMeant(row, change));
        Around(row, today);
        Try(row);
    }

    /// <summary>Finds the links that the requirement does not have.</summary>
    public static void Around(ImportRow row, TodaysRow today) => row.NewLinks = [.. row.Links.Except(today.Links)];

    /// <summary>Looks again whether the rules let the row do what is now chosen for it.</summary>
    public void Try(ImportRow row)
    {
        row.Refused = null;
        if (row.Today is not { } today || row.Fate != RowFate.Merge) return;
        List<CellChange> taken = [.. row.Changes.Where(c => c.Taken)];
        if (taken.Count == 0) return;
        if (today.Archived) row.Refused = Refusal(row, taken[0], nameof(ImportText.ArchivedIsNotChanged), today.Number);
        foreach (var change in taken.Where(c => row.Refused is null && c.Field == RequirementField.Customer && c.New is { } id && facts.Customer(Guid.Parse(id)) is null))
            row.Refused = Refusal(row, change, nameof(ImportText.CustomerUnknown), change.New!);
        if (row.Refused is null) TryOn(today.Copy(), row, taken);
    }

    private static void TryOn(Requirement copy, ImportRow row, List<CellChange> taken)
    {
        foreach (var step in CellWriting.Steps(taken))
        {
            try
            {
                CellWriting.Write(copy, step, default, _ => null);
            }
            catch (RuleException refusal)
            {
                row.Refused = Refusal(row, step.Change, nameof(ImportText.RefusedByRule), refusal.Message);
                if (refusal.Rule == nameof(RuleText.ReasonNeeded)) row.Refused = row.Refused with { Field = RequirementField.StatusReason, Text = "" };
                return;
            }
        }
    }

    private static CellProblem Refusal(ImportRow row, CellChange change, string problem, params object[] args) =>
        new(row.CellOf(change.Name), change.Field ?? RequirementField.Notes, change.New ?? "", new ImportProblem(problem, args));

    private IEnumerable<CellChange> Fields(ImportRow row, TodaysRow today)
    {
        foreach (var field in RequirementFields.All)
        {
            var (old, value) = (today[field], row[field]);
            if (value is null && (!row.Empties(field) || NeverEmpty.Contains(field)) || Same(field, old, value)) continue;
            var was = row.Match == RowMatch.Key ? exported?.Invoke(today.Id, field) : null;
            if (was is not null && Same(field, was.Value, value)) continue;
            if (row.Match == RowMatch.SameWords && field is RequirementField.Title or RequirementField.Description && SaysIt(today, value)) continue;
            if (IsAppended(row, field) && old is not null) value = old.Contains(value!, StringComparison.Ordinal) ? old : old + "\n" + value;
            if (value != old) yield return new(field, field.ToString(), old, value) { Exported = was };
        }
    }

    private static IEnumerable<CellChange> Beside(ImportRow row, TodaysRow today) =>
        from kept in row.Extra
        let old = today.Extra.GetValueOrDefault(kept.Key)
        where old != kept.Value
        select new CellChange(null, kept.Key, old, kept.Value);

    // What a person wrote into a row of ours is meant. An emptied cell may be an accident, and so may a row that only reads alike.
    private static bool IsMeant(ImportRow row, CellChange change)
    {
        if (change.New is null || change.IsConflict) return false;
        return row.IsKnown || change.Old is null || change.Field is { } field && IsAppended(row, field);
    }

    private static bool IsAppended(ImportRow row, RequirementField field) => !row.IsKnown && field == RequirementField.Notes;

    private bool Same(RequirementField field, string? old, string? value)
    {
        if (old == value) return true;
        if (old is null || value is null) return false;
        return field switch
        {
            // Files hold minutes, and not every program keeps the seconds behind them.
            RequirementField.ReportedAt => (Moment(old) - Moment(value)).Duration() < TimeSpan.FromMinutes(1),
            RequirementField.Customer => facts.Customer(Guid.Parse(old)) is { } name && name == facts.Customer(Guid.Parse(value)),
            _ => field.MaxLength() is not null && PlainText.Of(old) == value.Replace("\r\n", "\n", StringComparison.Ordinal),
        };
    }

    private static bool SaysIt(TodaysRow today, string? value) =>
        SameText.Of(value, null) is var words && (words == SameText.Of(today.Title, null) || words == SameText.Of(today[RequirementField.Description], null));

    private static DateTime Moment(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
