using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Features.Acceptance.Changes;
using CoCreateStudio.Features.Acceptance.Measured;
using CoCreateStudio.Features.Projects;
using CoCreateStudio.Features.Screenings.Predictions;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Infrastructure.Files;
using CoCreateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

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
        await using var lead = await place.As(ProjectRole.Lead);
        await JudgedAsync(lead, place, "1");
        await using var viewer = await place.As(ProjectRole.Viewer);

        var row = Assert.Single(await viewer.Get<ResultsReader>().ReadAsync(Token), r => r.Participation.CustomerId == place.Ours.Id);

        Assert.Equal("Known for years", row.Participation.Reason);
        Assert.All(row.Result.AtStart.Values, state => Assert.Equal(TraitState.Unknown, state));
        Assert.Equal(new Share(0, 1), row.Result.Results[ResultKind.CriteriaPassed]); // one open finding where none may be
        Assert.Equal(new Share(1, 2), row.Result.Results[ResultKind.RequirementsDelivered]);
        Assert.Equal(new Share(0, 0), row.Result.Results[ResultKind.TimeKept]);
    }

    [Fact]
    public async Task Time_is_kept_by_the_day_of_the_value_and_the_day_that_both_signed_whatever_the_draft_says_since()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        var round = await JudgedAsync(lead, place, "0", due: Day);
        var row = await round.RowAsync("C-1");
        await lead.Get<ChangeRequestStore>().RaiseAsync(place.Id, row.AgreementId, new("Sooner", "We can", Side.Customer, "Chen Wei", Scope: "none"), accept: true, Token);
        await round.WriteAsync("C-1", CriterionField.DueOn, CriterionValue.OfDay(Day), CriterionValue.OfDay(Day.AddDays(-9)));

        var result = Assert.Single(await lead.Get<ResultsReader>().ReadAsync(Token), r => r.Participation.CustomerId == place.Ours.Id).Result;

        Assert.Equal(new Share(1, 1), result.Results[ResultKind.TimeKept]);
    }

    [Fact]
    public async Task Who_left_and_what_is_archived_counts_for_those_who_saw_it()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        await JudgedAsync(lead, place, "0");
        await studio.InDbAsync(async db =>
        {
            db.Projects.Add(place.Id);
            (await db.Set<Participation>().SingleAsync(p => p.CustomerId == place.Ours.Id, Token)).Leave(Samples.Now);
            await db.SaveChangesAsync(Token);
        });
        await using var viewer = await place.As(ProjectRole.Viewer);
        var elsewhere = await Place.MakeAsync(studio);
        await studio.AddAsync(Samples.Membership(elsewhere.Id, viewer.Actor.PersonId!.Value));
        await using var stranger = await elsewhere.As(ProjectRole.Viewer);
        await using var administrator = await studio.AsAdministrator();
        Assert.Equal(new Share(1, 1), (await FindAsync(viewer)).Single().Result.Results[ResultKind.CriteriaPassed]);

        await administrator.Get<ProjectStore>().ArchiveAsync(place.Id, Token);

        Assert.True((await FindAsync(viewer)).Single().IsArchived);
        Assert.Empty(await FindAsync(stranger));
        await Refused.ByAsync(nameof(RuleText.NotThere), () => viewer.Get<ProjectDbFactory>().OpenAsync(place.Id, Right.ViewProject, Token));

        async Task<List<ResultRow>> FindAsync(Acting acting) => [.. (await acting.Get<ResultsReader>().ReadAsync(Token)).Where(r => r.Participation.CustomerId == place.Ours.Id)];
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

    private static DateOnly Day => DateOnly.FromDateTime(Samples.Now);

    // No finding may be open.
    private static async Task<SigningRound> JudgedAsync(Acting lead, Place place, string value, DateOnly? due = null)
    {
        var round = await SigningRound.MakeAsync(lead, place);
        if (due is { } day) await round.ChangeAsync("C-1", CriterionField.DueOn, null, CriterionValue.OfDay(day));
        var id = (await round.RowAsync("C-1")).Id;
        await lead.Get<MeasurementStore>().AddAsync(place.Id, id, new(Day, value, "Report of the office"), Token);
        await lead.Get<EvidenceStore>().AddLinkAsync(place.Id, (await round.ViewAsync()).ValuesOf(id)[0].Id, "https://example.com/report", Token);
        await lead.Get<VerificationStore>().JudgeAsync(place.Id, id, Token);
        return round;
    }

    private static Task<Requirement> DeliverAsync(Place place, RequirementStatus status) =>
        place.AddAsync((RequirementField.Customer, place.Ours.Id.ToString()), (RequirementField.Status, status.ToString()));
}
