using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Kit.Text;

namespace CoCreateStudio.Features.Screenings.Predictions;

/// <summary>Results in the reader's words.</summary>
internal static class ResultsWords
{
    public static string Word(ResultKind kind) => kind switch
    {
        ResultKind.CriteriaPassed => ResultsText.CriteriaPassed,
        ResultKind.RequirementsDelivered => ResultsText.RequirementsDelivered,
        _ => ResultsText.TimeKept,
    };

    /// <summary>"8 of 9", or a dash of nothing.</summary>
    public static string Said(Share share) => share.Whole == 0 ? "–" : ScreeningWords.Said(ResultsText.PartOfWhole, share.Part, share.Whole);

    /// <summary>"82 % (5) · 61 % (3)": who met it, and who did not.</summary>
    public static string Sides(TraitPrediction told) => told.With + told.Without == 0 ? "–" : ScreeningWords.Said(ResultsText.Sides, Side(told.WithMean, told.With), Side(told.WithoutMean, told.Without));

    /// <summary>"+21", in percentage points.</summary>
    public static string Points(double difference) => (difference * 100).ToString("+0;−0;±0", CultureInfo.CurrentCulture);

    /// <summary>What told most, in a sentence.</summary>
    public static string Sentence(ResultKind kind, IReadOnlyList<TraitPrediction> told) => told[0] switch
    {
        { Difference: null } => ScreeningWords.Said(ResultsText.TooFew, Word(kind), TraitPrediction.FewestEach),
        { Difference: > 0 } best => ScreeningWords.Said(ResultsText.ToldMost, Word(kind), best.Trait.Word(), Percent(best.WithMean), Percent(best.WithoutMean)),
        _ => ScreeningWords.Said(ResultsText.NoneTold, Word(kind)),
    };

    private static string Side(double? mean, int count) => count == 0 ? "–" : ScreeningWords.Said(ResultsText.MeanOf, Percent(mean), count);

    private static string Percent(double? mean) => mean is { } value ? value.ToString("P0", CultureInfo.CurrentCulture) : "–";
}
