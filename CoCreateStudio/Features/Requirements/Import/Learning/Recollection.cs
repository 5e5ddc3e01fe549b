using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Import.Difference;
using CoCreateStudio.Kit.Excel.Reading.Tables;

namespace CoCreateStudio.Features.Requirements.Import.Learning;

/// <summary>What earlier imports of a project taught, applied to a file that was just opened.</summary>
public sealed class Recollection(IReadOnlyList<ImportMapping> mappings, Guid? customerId, Func<DateTime, string> sayWhen)
{
    public static readonly Recollection Nothing = new([], null, _ => "");

    /// <summary>Of the customer's own files if there were some, else of anybody's; the newest of them.</summary>
    public ImportMapping? For(FoundTable table)
    {
        if (mappings.Count == 0 || table.Columns.Count == 0 || OwnSheet.Is(table)) return null;
        var shape = LearnedTable.ShapeOf(table);
        return mappings.Where(m => m.Shape == shape).OrderByDescending(m => m.CustomerId == customerId).ThenByDescending(m => m.At).FirstOrDefault();
    }

    public bool Knows(FoundTable table) => For(table) is not null;

    /// <summary>There was an import into this project, and the sheet has something in it: perhaps its heading stands elsewhere than it seems.</summary>
    public bool IsLookedFor(FoundTable table) => mappings.Count > 0 && !OwnSheet.Is(table) && table.Verdict is SheetVerdict.Used or SheetVerdict.NoTable or SheetVerdict.OffTopic;

    public FoundTable Apply(FoundTable table) => For(table) is { } mapping ? table with { Columns = [.. LearnedTable.ColumnsOf(table).Select(c => Remembered(c.Name, c.Column, mapping))] } : table;

    /// <summary>Null where the sheet is not known by name.</summary>
    public bool? Taken(FoundTable table) => For(table)?.Sheets.TryGetValue(table.Sheet.Name.Trim(), out var taken) == true ? taken : null;

    public bool? DayFirst(IEnumerable<FoundTable> tables) => tables.Select(t => For(t)?.DayFirst).FirstOrDefault(d => d is not null);

    private FoundColumn Remembered(string name, FoundColumn column, ImportMapping mapping)
    {
        if (column.Reason == MappingReason.Chosen || !mapping.Columns.TryGetValue(name, out var key)) return column;
        var target = key.Length == 0 ? null : key == ImportTargets.LeftOut.Key ? ImportTargets.LeftOut : ImportTargets.Offered.FirstOrDefault(t => t.Key == key);
        if (target is null && key.Length > 0) return column;
        return column with
        {
            Target = target,
            Confidence = MappingConfidence.Sure,
            Reason = MappingReason.LastTime,
            Remark = string.Format(CultureInfo.CurrentCulture, ImportText.AsLastTimeBy, mapping.By, sayWhen(mapping.At), mapping.FileName),
        };
    }
}
