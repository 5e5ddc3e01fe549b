namespace CoCreateStudio.Domain.Screenings;

/// <summary>So many of so many.</summary>
public readonly record struct Share(int Part, int Whole)
{
    /// <summary>From 0 to 1; null of nothing.</summary>
    public double? Value => Whole == 0 ? null : (double)Part / Whole;
}

/// <summary>What is looked at when the work is done.</summary>
public enum ResultKind
{
    /// <summary>Acceptance criteria that passed, of those that were judged.</summary>
    CriteriaPassed,

    /// <summary>Requirements that were delivered, of those that were taken on.</summary>
    RequirementsDelivered,

    /// <summary>What was delivered or passed by its date, of what had one and is through.</summary>
    TimeKept,
}

/// <summary>How a customer stood to the traits when it began, beside what came of it.</summary>
/// <param name="AtStart">Empty where it began before screening was kept.</param>
public sealed record TraitResult(Guid ProjectId, Guid CustomerId, IReadOnlyDictionary<Trait, TraitState> AtStart, IReadOnlyDictionary<ResultKind, Share> Results);

/// <summary>The mean result of those who met a trait at the start, beside that of those who did not.</summary>
/// <param name="With">How many of them have a result.</param>
public sealed record TraitPrediction(Trait Trait, ResultKind Kind, int With, double? WithMean, int Without, double? WithoutMean)
{
    /// <summary>Fewer on either side tell nothing.</summary>
    public const int FewestEach = 3;

    /// <summary>By how much those who met it did better, from -1 to 1; null where there are too few to tell.</summary>
    public double? Difference => With < FewestEach || Without < FewestEach ? null : WithMean - WithoutMean;

    /// <summary>For each result, all traits: the one that told most first, and those of which nothing can be told last.</summary>
    public static IReadOnlyList<TraitPrediction> Of(ResultKind kind, IEnumerable<TraitResult> results)
    {
        List<(IReadOnlyDictionary<Trait, TraitState> AtStart, double Value)> known =
            [.. from r in results where r.AtStart.Count > 0 let value = r.Results.GetValueOrDefault(kind).Value where value is not null select (r.AtStart, value.Value)];
        return [.. Enum.GetValues<Trait>().Select(trait =>
        {
            var sides = known.ToLookup(k => k.AtStart.GetValueOrDefault(trait) == TraitState.Met, k => k.Value);
            return new TraitPrediction(trait, kind, sides[true].Count(), Mean(sides[true]), sides[false].Count(), Mean(sides[false]));
        }).OrderByDescending(p => p.Difference ?? double.MinValue).ThenBy(p => p.Trait)];
    }

    private static double? Mean(IEnumerable<double> values) => values.Any() ? values.Average() : null;
}
