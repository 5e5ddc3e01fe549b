using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.RoundTrip;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Kit.Excel.Reading;
using CoCreateStudio.Kit.Excel.Reading.Tables;

namespace CoCreateStudio.Features.Requirements.Import.Difference;

/// <summary>
/// Knows the sheets of our own exports: by the keys in the hidden row above the headings, or, where somebody deleted that,
/// by the hidden column of ids.
/// </summary>
public static class OwnSheet
{
    /// <summary>The hidden column that says which requirement a row is.</summary>
    public static readonly ImportTarget Id = new("Id", TargetRole.Number, []);

    /// <summary>The column with the reasons in a workbook of wrong rows.</summary>
    public const string WhyKey = "why";

    private const string IdKey = "id";
    private const string NumberKey = "no";
    private const int StampDepth = 20;

    private static readonly Dictionary<string, ImportTarget> Targets = All();

    public static bool Is(FoundTable table) => table.Columns.Any(c => c.Reason == MappingReason.OurOwn && c.Target != ImportTargets.LeftOut);

    /// <summary>The key under which a column of ours was written; null for any other column.</summary>
    public static string? KeyOf(FoundColumn column) =>
        column.Reason == MappingReason.OurOwn && column.Target is { } target && target != ImportTargets.LeftOut ? Targets.First(t => t.Value == target).Key : null;

    /// <summary>The table with its columns taken for what they were written as; any other table as it is.</summary>
    public static FoundTable Recognise(FoundTable table)
    {
        var keys = KeysAbove(table);
        if (keys.Count == 0 && HasIds(table)) keys = table.Columns.ToDictionary(c => c.Column, c => OwnWords.KeyOf(c.Heading) ?? "");
        if (keys.Count == 0) return table with { Columns = [.. table.Columns.Select(WithoutReasons)] };
        return table with
        {
            Verdict = SheetVerdict.Used,
            Facts = [],
            Columns = [.. table.Columns.Select(c => TargetOf(keys.GetValueOrDefault(c.Column, "")) is { } target
                ? c with { Target = target, Confidence = MappingConfidence.Sure, Reason = MappingReason.OurOwn } : c)],
        };
    }

    /// <summary>The stamp of a table that we sent, which stands above its hidden keys.</summary>
    public static Guid? StampOf(FoundTable table)
    {
        foreach (var row in table.Sheet.ReadRows())
        {
            foreach (var cell in row.Cells)
                if (cell.Kind == CellKind.Text && SentStamp.Read(cell.Text) is { } stamp) return stamp;
            if (row.Number >= StampDepth) return null;
        }

        return null;
    }

    /// <summary>The same table, its keys and numbers left out.</summary>
    public static FoundTable WithoutIds(FoundTable table) =>
        table with { Columns = [.. table.Columns.Select(c => c.Target?.Key == Id.Key || c.Target?.Key == RequirementWords.No ? c with { Target = ImportTargets.LeftOut } : c)] };

    private static Dictionary<int, string> KeysAbove(FoundTable table)
    {
        if (table.HeaderRow < 2) return [];
        foreach (var row in table.Sheet.ReadRows())
        {
            if (row.Number < table.HeaderRow - 1) continue;
            Dictionary<int, string> keys = [];
            if (row.Number >= table.HeaderRow) return keys;
            foreach (var cell in row.Cells) keys[cell.Column] = cell.Text;
            return Named(table, keys);
        }

        return [];
    }

    // A table that was sent has its stamp where the key of the ids would be, and is known by it whatever else stands there.
    private static Dictionary<int, string> Named(FoundTable table, Dictionary<int, string> keys)
    {
        if (keys.Values.Any(IsStamp)) return keys;
        foreach (var column in table.Columns.Where(HoldsIds)) keys[column.Column] = IdKey;
        return keys.Count > 1 && keys.Values.All(Targets.ContainsKey) ? keys : [];
    }

    private static bool HasIds(FoundTable table) => table.Columns.Any(c => c.Heading == IdKey && HoldsIds(c));

    private static bool HoldsIds(FoundColumn column) => column.Samples.Count > 0 && column.Samples.All(s => Guid.TryParse(s, out _));

    private static FoundColumn WithoutReasons(FoundColumn column) => OwnWords.KeyOf(column.Heading) != WhyKey ? column
        : column with { Target = ImportTargets.LeftOut, Confidence = MappingConfidence.Sure, Reason = MappingReason.OurOwn };

    private static ImportTarget? TargetOf(string key) => IsStamp(key) ? Id : Targets.GetValueOrDefault(key);

    private static bool IsStamp(string key) => SentStamp.Read(key) is not null;

    // What is counted or derived when it is written is nothing that can come back.
    private static Dictionary<string, ImportTarget> All()
    {
        var targets = RequirementFields.All.ToDictionary(f => f.ToString().ToLowerInvariant(),
            f => RequirementWords.All.Targets.FirstOrDefault(t => t.Key == f.ToString()) ?? new ImportTarget(f.ToString(), TargetRole.Plain, []));
        targets[IdKey] = Id;
        targets[NumberKey] = RequirementWords.All.Targets.First(t => t.Key == RequirementWords.No);
        targets["screenshots"] = RequirementWords.All.Targets.First(t => t.Key == RequirementWords.Screenshot);
        foreach (var derived in new[] { "waitingfor", "waits", "age", RequirementColumns.Answer, WhyKey }) targets[derived] = ImportTargets.LeftOut;
        return targets;
    }
}
