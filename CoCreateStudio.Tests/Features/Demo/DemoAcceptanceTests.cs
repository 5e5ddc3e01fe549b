using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Tests.Features.Demo;

public sealed class DemoAcceptanceTests(FilledDemo demo) : IClassFixture<FilledDemo>
{
    [Fact]
    public async Task Two_versions_are_signed_as_one_chain_and_the_customers_signature_is_shown_as_recorded()
    {
        var versions = (await demo.Studio.AllAsync<AgreementVersion>()).OrderBy(v => v.Number).ToList();
        var signatures = await demo.Studio.AllAsync<SignOff>();

        Assert.Equal([(1, VersionState.BothSigned), (2, VersionState.BothSigned)], versions.Select(v => (v.Number, v.State)));
        Assert.True(versions[0].IsUntouched("") && versions[1].IsUntouched(versions[0].Hash));
        Assert.All(signatures.Where(s => s.Side == Side.Customer), s => Assert.True(s is { How: GivenHow.InMeeting, RecordedBy: not null, MeetingId: not null }));
        Assert.Equal(4, signatures.Count);
    }

    [Fact]
    public async Task The_third_is_a_draft_with_three_differences_each_under_a_change_request()
    {
        var signed = AgreementContent.Read((await demo.Studio.AllAsync<AgreementVersion>()).MaxBy(v => v.Number)!.Content);
        var draft = await demo.Studio.AllAsync<AcceptanceCriterion>();

        var differences = AgreementDifference.Between(signed.Criteria, [.. draft.Select(CriterionContent.Of)]);

        Assert.Equal(3, differences.Count);
        Assert.All(differences, d => Assert.NotNull(draft.Single(c => c.Id == d.Id).ChangeRequestId));
        Assert.Equal(3, (await demo.Studio.AllAsync<ChangeRequest>()).Count);
    }

    [Fact]
    public async Task Values_lead_to_results_and_a_forecast_and_something_is_served_by_nothing()
    {
        var results = await demo.Studio.AllAsync<Verification>();
        var values = (await demo.Studio.AllAsync<Measurement>()).ToLookup(m => m.CriterionId);
        var criteria = (await demo.Studio.AllAsync<AcceptanceCriterion>()).Select(CriterionContent.Of).ToList();
        var links = (await demo.Studio.AllAsync<CriterionLink>()).Select(l => l.CriterionId).ToHashSet();

        Assert.Contains(results, r => r.Result == VerificationResult.Passed);
        Assert.Contains(results, r => r.Result == VerificationResult.Failed);
        Assert.Contains(criteria, c => Forecast.Of(c, values[c.Id])?.Kind == ForecastKind.Reaches);
        Assert.Contains(criteria, c => !links.Contains(c.Id));
        Assert.Contains(criteria, c => links.Contains(c.Id));
    }
}
