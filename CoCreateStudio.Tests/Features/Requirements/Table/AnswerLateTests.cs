using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements;
using CoCreateStudio.Features.Requirements.Panel;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Features.Requirements.Table;

public sealed class AnswerLateTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static readonly RequirementFilter Overdue = new() { AnswerLate = true, GroupedBy = GroupBy.None };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_whose_first_answer_is_overdue_are_counted_grouped_and_found_by_the_projects_targets()
    {
        var place = await FilledAsync();
        await using var viewer = await place.As(ProjectRole.Viewer);

        var totals = await viewer.Get<TableGroups>().CountAsync(place.Id, RequirementFilter.OfOpen, Token);
        var late = await viewer.Get<TableGroups>().CountAsync(place.Id, new() { AnswerLate = true }, Token);

        Assert.Equal((5, 2), (totals.Open, totals.AnswerLate));
        Assert.Equal((5, 2, 2), (late.Open, late.AnswerLate, late.Rows));
        Assert.Equal([(nameof(Side.Us), 2)], late.Groups.Select(g => (g.Key, g.Count)));
        Assert.Equal(["critical", "unsaid"], await TitlesAsync(viewer, place));
    }

    [Fact]
    public async Task A_row_says_the_same_as_the_database()
    {
        var place = await FilledAsync();
        await using var viewer = await place.As(ProjectRole.Viewer);
        var facts = await viewer.Get<ProjectFactsReader>().ReadAsync(place.Id, Token);

        var rows = await viewer.Get<RequirementTable>().ReadAsync(place.Id, new() { GroupedBy = GroupBy.None }, [new(TableGroups.Nobody, 0, 50)], withTexts: false, Token);

        Assert.Equal(["critical", "unsaid"], rows.Where(r => r.AnswerDue(facts.Answers, TimeZoneInfo.Utc) < studio.Clock.Now.UtcDateTime).Select(r => r.Title).Order());
    }

    [Fact]
    public async Task A_new_target_counts_at_once()
    {
        var place = await FilledAsync();
        await using var viewer = await place.As(ProjectRole.Viewer);
        Assert.Equal(2, (await viewer.Get<TableGroups>().CountAsync(place.Id, RequirementFilter.OfOpen, Token)).AnswerLate);

        await studio.InDbAsync(async db =>
        {
            db.Projects = [place.Id];
            (await db.Set<Project>().SingleAsync(p => p.Id == place.Id, Token)).AnswerWithin(Urgency.Critical, null);
            await db.SaveChangesAsync(Token);
        });

        Assert.Equal(1, (await viewer.Get<TableGroups>().CountAsync(place.Id, RequirementFilter.OfOpen, Token)).AnswerLate);
    }

    [Fact]
    public async Task For_the_customer_neither_targets_nor_overdue_answers_nor_snoozes_exist()
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddSharedAsync((RequirementField.Urgency, nameof(Urgency.Critical)), (RequirementField.SnoozedUntil, "2026-05-01"));
        await using var customer = await place.As(ProjectRole.Customer);
        studio.Clock.Pass(TimeSpan.FromDays(60));

        Assert.Null((await customer.Get<ProjectFactsReader>().ReadAsync(place.Id, Token)).Answers);
        Assert.Equal(0, (await customer.Get<TableGroups>().CountAsync(place.Id, RequirementFilter.OfOpen, Token)).AnswerLate);
        Assert.Equal(1, (await customer.Get<TableGroups>().CountAsync(place.Id, Overdue.With(RequirementField.SnoozedUntil, "0"), Token)).Rows);
        var seen = Assert.Single(await customer.Get<RequirementTable>().ReadAsync(place.Id, [row.Id], withTexts: true, Token));
        Assert.Equal((null, null), (seen.SnoozedUntil, seen.FirstAnsweredAt));
        var view = await customer.Get<RequirementDetails>().ReadAsync(place.Id, row.Number, Token);
        Assert.Equal((null, null, false), (view!.SnoozedUntil, view.FirstAnsweredAt, view.Fields.ContainsKey(RequirementField.SnoozedUntil)));
    }

    [Fact]
    public async Task Snoozed_rows_are_found_until_their_day()
    {
        var place = await Place.MakeAsync(studio);
        await place.AddAsync((RequirementField.Title, "asleep"), (RequirementField.SnoozedUntil, "2027-03-03"));
        await place.AddAsync((RequirementField.Title, "awake"));
        await using var viewer = await place.As(ProjectRole.Viewer);

        async Task<IEnumerable<string>> Titles(string value) => (await viewer.Get<RequirementTable>().ReadAsync(
            place.Id, (Overdue with { AnswerLate = false }).With(RequirementField.SnoozedUntil, value), [new(TableGroups.Nobody, 0, 50)], withTexts: false, Token)).Select(r => r.Title);

        Assert.Equal(["asleep"], await Titles("1"));
        Assert.Equal(["awake"], await Titles("0"));
    }

    [Fact]
    public async Task A_comment_that_the_customer_sees_is_an_answer_and_an_internal_one_is_none()
    {
        var place = await Place.MakeAsync(studio);
        var (shared, inside) = (await place.AddSharedAsync(), await place.AddAsync());
        await using var member = await place.As(ProjectRole.Member);
        var talk = member.Get<RequirementTalk>();

        await talk.SayAsync(place.Id, inside.Id, "Nobody outside sees this row.", isInternal: false, Token);
        await talk.SayAsync(place.Id, shared.Id, "Only for us.", isInternal: true, Token);
        Assert.Equal((null, null), ((await place.ReadAsync<Requirement>(inside.Id)).FirstAnsweredAt, (await place.ReadAsync<Requirement>(shared.Id)).FirstAnsweredAt));
        await talk.SayAsync(place.Id, shared.Id, "We look into it.", isInternal: false, Token);

        Assert.Equal(studio.Clock.Now.UtcDateTime, (await place.ReadAsync<Requirement>(shared.Id)).FirstAnsweredAt);
    }

    private static async Task<IEnumerable<string>> TitlesAsync(Acting acting, Place place) =>
        (await acting.Get<RequirementTable>().ReadAsync(place.Id, Overdue, [new(TableGroups.Nobody, 0, 50)], withTexts: false, Token)).Select(r => r.Title).Order();

    private async Task<Place> FilledAsync()
    {
        var place = await Place.MakeAsync(studio);
        var now = studio.Clock.Now.UtcDateTime;
        await AddAsync("critical", now.AddHours(-5), Urgency.Critical);
        await AddAsync("unsaid", now.AddDays(-8), null);
        await AddAsync("low", now.AddDays(-1), Urgency.Low);
        await AddAsync("answered", now.AddDays(-30), Urgency.Critical, r => r.Reply("Soon.", now));
        await AddAsync("decided", now.AddDays(-30), Urgency.Critical, r => r.MoveTo(RequirementStatus.Accepted, null, now));
        return place;

        Task AddAsync(string title, DateTime at, Urgency? urgency, Action<Requirement>? then = null)
        {
            var row = new Requirement(place.Id, Samples.Requirement(place.Id).Number, title, null, at, "Mei");
            row.Write(RequirementField.Urgency, urgency?.ToString(), at);
            then?.Invoke(row);
            return studio.AddAsync(row);
        }
    }
}
