using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Features.Screenings.Predictions;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Screenings;

public sealed class ResultsReaderTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_at_the_start_stands_beside_what_came_of_it()
    {
        var place = await Place.MakeAsync(studio);
        await DeliverAsync(place, RequirementStatus.Delivered);
        await DeliverAsync(place, RequirementStatus.Accepted);
        await DeliverAsync(place, RequirementStatus.New);
        var sample = SampleAgreement.Of(place.Id, place.Ours.Id);
        sample.Value.Confirm("Lin", Samples.Now);
        Verification verification = new(place.Id, sample.Agreement.Id, sample.Criterion.Id);
        verification.Judge(CriterionContent.Of(sample.Criterion), 1, sample.Value, "Lin", Samples.Now);
        await studio.AddAsync(sample.Agreement, sample.Criterion, sample.Version, sample.Value, verification);
        await using var viewer = await place.As(ProjectRole.Viewer);

        var row = Assert.Single(await viewer.Get<ResultsReader>().ReadAsync(Token), r => r.Participation.CustomerId == place.Ours.Id);

        Assert.Equal("Known for years", row.Participation.Reason);
        Assert.All(row.Result.AtStart.Values, state => Assert.Equal(TraitState.Unknown, state));
        Assert.Equal(new Share(0, 1), row.Result.Results[ResultKind.CriteriaPassed]); // one open finding where none may be
        Assert.Equal(new Share(1, 2), row.Result.Results[ResultKind.RequirementsDelivered]);
        Assert.Equal(new Share(0, 0), row.Result.Results[ResultKind.TimeKept]);
    }

    [Fact]
    public async Task Nobody_reads_of_projects_that_they_do_not_see()
    {
        var (here, there) = (await Place.MakeAsync(studio), await Place.MakeAsync(studio));
        await using var viewer = await here.As(ProjectRole.Viewer);
        await using var customer = await here.As(ProjectRole.Customer);

        Assert.DoesNotContain(await viewer.Get<ResultsReader>().ReadAsync(Token), r => r.Participation.ProjectId == there.Id);
        await Refused.ByAsync(nameof(RuleText.NotThere), () => customer.Get<ResultsReader>().ReadAsync(Token));
    }

    private static Task<Requirement> DeliverAsync(Place place, RequirementStatus status) =>
        place.AddAsync((RequirementField.Customer, place.Ours.Id.ToString()), (RequirementField.Status, status.ToString()));
}
