using CoCreateStudio.Domain.Screenings;

namespace CoCreateStudio.Tests.Domain.Screenings;

public class TraitPredictionTests
{
    [Fact]
    public void The_trait_that_made_most_of_a_difference_comes_first()
    {
        TraitResult[] results = [.. Enumerable.Repeat(Result(TraitState.Met, 9), 3), .. Enumerable.Repeat(Result(TraitState.NotMet, 5), 2), Result(TraitState.Unknown, 5)];

        var told = TraitPrediction.Of(ResultKind.CriteriaPassed, results);

        Assert.Equal((Trait.Authority, 3, 3), (told[0].Trait, told[0].With, told[0].Without));
        Assert.Equal(0.4, told[0].Difference!.Value, 6);
        Assert.All(told.Skip(1), other => Assert.Null(other.Difference)); // all of them met the others: nothing to compare with
    }

    [Fact]
    public void Of_too_few_nothing_is_told()
    {
        TraitResult[] results = [.. Enumerable.Repeat(Result(TraitState.Met, 9), 3), .. Enumerable.Repeat(Result(TraitState.NotMet, 5), 2)];

        Assert.All(TraitPrediction.Of(ResultKind.CriteriaPassed, results), p => Assert.Null(p.Difference));
    }

    [Fact]
    public void Who_has_no_result_yet_or_was_never_screened_does_not_count()
    {
        TraitResult unjudged = Result(TraitState.Met, 0) with { Results = new Dictionary<ResultKind, Share>() }, earlier = Result(TraitState.Met, 9) with { AtStart = new Dictionary<Trait, TraitState>() };

        Assert.All(TraitPrediction.Of(ResultKind.CriteriaPassed, [unjudged, earlier]), p => Assert.Equal((0, 0), (p.With, p.Without)));
    }

    // Everything is met but authority, which is as said; so many of ten criteria passed.
    private static TraitResult Result(TraitState authority, int passed) => new(Guid.NewGuid(), Guid.NewGuid(),
        Enum.GetValues<Trait>().ToDictionary(t => t, t => t == Trait.Authority ? authority : TraitState.Met), new Dictionary<ResultKind, Share> { [ResultKind.CriteriaPassed] = new(passed, 10) });
}
