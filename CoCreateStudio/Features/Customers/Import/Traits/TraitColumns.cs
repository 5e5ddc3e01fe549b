using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Kit.Excel.Reading.Tables;

namespace CoCreateStudio.Features.Customers.Import.Traits;

/// <summary>What headings alone do not tell: a trait's column may hold words instead of states, and "Evidence" stands behind each of them.</summary>
internal static class TraitColumns
{
    // What is longer tells something.
    private const int LongestState = 6;

    private static readonly HashSet<string> Reasons = [.. TraitVocabulary.Reasons.Select(Heading.Normal)];

    public static FoundTable Settle(FoundTable table)
    {
        List<FoundColumn> columns = [.. table.Columns];
        for (var i = 0; i < columns.Count; i++)
        {
            if (TraitVocabulary.Of(columns[i].Target?.Key) is not { Part: TraitPart.State, Trait: var trait }) continue;
            if (Held(trait, columns[i].Samples).FirstOrDefault(key => IsFree(columns, key)) is { } other) Take(columns, i, other);
            else if (i + 1 < columns.Count && IsReason(columns, columns[i + 1])) Take(columns, i + 1, TraitVocabulary.Key(trait, TraitPart.Note));
        }

        return table with { Columns = columns };
    }

    // Where no sample is a state, the column says when, how the company stands, or how we know.
    private static IEnumerable<string> Held(Trait trait, IReadOnlyList<string> samples)
    {
        if (samples.Count == 0 || samples.Any(s => TraitWords.State(s) is not null)) yield break;
        if (trait == Trait.GoLive && samples.Any(s => TraitWords.Day(s) is not null)) yield return TraitVocabulary.Key(trait, TraitPart.Date);
        if (trait == Trait.Influence) yield return nameof(CustomerField.Standing);
        if (samples.All(s => s.Length > LongestState)) yield return TraitVocabulary.Key(trait, TraitPart.Note);
    }

    // The same word again and again is about what stands before it each time; once, it is about the company.
    private static bool IsReason(List<FoundColumn> columns, FoundColumn column) =>
        Reasons.Contains(Heading.Normal(column.Heading)) && columns.Count(c => Heading.Normal(c.Heading) == Heading.Normal(column.Heading)) > 1;

    private static bool IsFree(List<FoundColumn> columns, string key) => !columns.Exists(c => c.Target?.Key == key);

    private static void Take(List<FoundColumn> columns, int at, string key)
    {
        if (!IsFree(columns, key)) return;
        columns[at] = columns[at] with { Target = ImportVocabulary.Candidates.Targets.First(t => t.Key == key), Confidence = MappingConfidence.Ask, Reason = MappingReason.OftenMeans };
    }
}
