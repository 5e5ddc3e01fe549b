using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements;
using CoCreateStudio.Features.Requirements.Blocks;
using CoCreateStudio.Features.Requirements.Import;
using CoCreateStudio.Kit.Clipboard;
using CoCreateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Features.Requirements.Blocks;

public sealed class BlockStoreTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_block_is_read_as_an_import_reads_it_and_written_as_one_act()
    {
        var place = await Place.MakeAsync(studio);
        var (one, two) = (await place.AddAsync(), await place.AddAsync());
        await using var member = await place.As(ProjectRole.Member, "Xu Pastes");
        var block = Block([one, two], ["title", "status", "urgency", "customer", "targetdate", "owner"],
            $"New words\t已接受\tP1\t{place.Ours.ShortName}\t2026年3月5日\tXu Pastes\r\n\"two\nlines\"\t开发中\t高\t\t2026-03-06\tSomebody");

        var outcome = await WriteAsync(member, place, await PlanAsync(member, place, block));

        var (first, second) = (await place.ReadAsync<Requirement>(one.Id), await place.ReadAsync<Requirement>(two.Id));
        Assert.Equal(("New words", RequirementStatus.Accepted, Urgency.High, place.Ours.Id, new DateOnly(2026, 3, 5), member.Actor.PersonId),
            (first.Title, first.Status, first.Urgency, first.CustomerId, first.TargetDate, first.OwnerId));
        Assert.Equal(("two\nlines", RequirementStatus.InProgress, (Guid?)null), (second.Title, second.Status, second.OwnerId));
        await member.Get<RequirementStore>().UndoAsync(place.Id, outcome.ActId!.Value, Token);
        Assert.Equal((one.Title, RequirementStatus.New, null), (await place.ReadAsync<Requirement>(one.Id)) is var back ? (back.Title, back.Status, back.Urgency) : default);
    }

    [Fact]
    public async Task One_wrong_cell_keeps_all_others_from_being_written()
    {
        var place = await Place.MakeAsync(studio);
        var (one, two) = (await place.AddAsync(), await place.AddAsync());
        await using var member = await place.As(ProjectRole.Member);

        var plan = await PlanAsync(member, place, Block([one, two], ["urgency", "status"], "High\tVerified\nsoon\tAccepted"));

        Assert.Equal([(one.Number, RequirementField.Status), (two.Number, RequirementField.Urgency)], plan.Refusals.Select(r => (r.Row!.Value, r.Field)));
        Assert.Equal("soon", plan.Refusals[1].Text);
        Assert.Equal(one.Version, (await place.ReadAsync<Requirement>(one.Id)).Version);
    }

    [Fact]
    public async Task Columns_that_are_computed_and_columns_beyond_the_table_are_told()
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddAsync();
        await using var member = await place.As(ProjectRole.Member);

        var plan = await PlanAsync(member, place, Block([row], ["no", "urgency", "age"], "999\tLow\t3\tmore\tand more"));

        Assert.Equal(["no", "age"], plan.PassedOver);
        Assert.Equal(2, plan.Beyond);
        Assert.Equal(nameof(Urgency.Low), Assert.Single(plan.Changes).New);
    }

    [Fact]
    public async Task A_status_that_wants_a_reason_takes_its_own_or_asks_for_one()
    {
        var place = await Place.MakeAsync(studio);
        var (one, two, three) = (await place.AddAsync(), await place.AddAsync(), await place.AddAsync());
        await using var member = await place.As(ProjectRole.Member);
        var plan = await PlanAsync(member, place, Block([one, two, three], ["status"], "已拒绝：超出范围\nDeclined\nAccepted"));
        Assert.True(plan.NeedsReason);

        await Refused.ByAsync(nameof(RuleText.ReasonNeeded), () => WriteAsync(member, place, plan));
        await WriteAsync(member, place, plan, "asked for");

        Assert.Equal(["超出范围", "asked for", null], new[] { one, two, three }.Select(r => place.ReadAsync<Requirement>(r.Id).Result.StatusReason));
    }

    [Fact]
    public async Task What_somebody_else_wrote_meanwhile_is_told_and_nothing_is_written()
    {
        var place = await Place.MakeAsync(studio);
        var (one, two) = (await place.AddAsync(), await place.AddAsync());
        await using var member = await place.As(ProjectRole.Member);
        await using var other = await place.As(ProjectRole.Member);
        var plan = await PlanAsync(member, place, Block([one, two], ["urgency"], "High\nLow"));
        await other.Get<RequirementStore>().ChangeAsync(place.Id, two.Id, RequirementField.Urgency, null, nameof(Urgency.Critical), ct: Token);

        var outcome = await WriteAsync(member, place, plan);

        Assert.Null(outcome.ActId);
        Assert.Equal((two.Id, nameof(Urgency.Critical)), (Assert.Single(outcome.Conflicts).Mine.RowId, outcome.Conflicts[0].Theirs));
        Assert.Null((await place.ReadAsync<Requirement>(one.Id)).Urgency);
    }

    [Fact]
    public async Task More_rows_than_there_are_become_requirements_and_are_taken_back_with_the_rest()
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddAsync();
        await using var member = await place.As(ProjectRole.Member);
        var plan = await PlanAsync(member, place, Block([row], ["title", "urgency"], "Changed\tHigh\nFirst new\tLow\nSecond new\t\n"));

        var outcome = await WriteAsync(member, place, plan);

        Assert.Equal(["First new", "Second new"], await TitlesAsync(place, row.Id));
        await member.Get<RequirementStore>().UndoAsync(place.Id, outcome.ActId!.Value, Token);
        Assert.Empty(await TitlesAsync(place, row.Id));
        Assert.Equal(row.Title, (await place.ReadAsync<Requirement>(row.Id)).Title);
    }

    [Fact]
    public async Task Nobody_takes_away_by_undo_what_another_added_without_the_right_to_archive()
    {
        var place = await Place.MakeAsync(studio);
        await using var member = await place.As(ProjectRole.Member);
        await using var other = await place.As(ProjectRole.Member);
        await using var lead = await place.As(ProjectRole.Lead);
        var plan = await PlanAsync(member, place, Block([], ["title"], "New"));
        var act = (await WriteAsync(member, place, plan)).ActId!.Value;

        await Refused.ByAsync(nameof(RuleText.NotAllowed), () => other.Get<RequirementStore>().UndoAsync(place.Id, act, Token));
        Assert.Equal(1, await lead.Get<RequirementStore>().UndoAsync(place.Id, act, Token));
    }

    [Fact]
    public async Task A_new_row_needs_words()
    {
        var place = await Place.MakeAsync(studio);
        await using var member = await place.As(ProjectRole.Member);

        var plan = await PlanAsync(member, place, Block([], ["title", "urgency"], "\tHigh"));

        Assert.Null(Assert.Single(plan.Refusals).Row);
        Assert.Empty(plan.NewRows);
    }

    [Fact]
    public async Task One_value_fills_a_block_and_nothing_empties_it()
    {
        var place = await Place.MakeAsync(studio);
        var (one, two) = (await place.AddAsync(), await place.AddAsync());
        await using var member = await place.As(ProjectRole.Member);

        await WriteAsync(member, place, await PlanAsync(member, place, Block([one, two], ["category", "department"], "Search") with { Fills = true }));
        Assert.All([one, two], r => Assert.Equal(("Search", "Search"), place.ReadAsync<Requirement>(r.Id).Result is var now ? (now.Category, now.Department) : default));
        await WriteAsync(member, place, await PlanAsync(member, place, Block([one, two], ["category"], "") with { Fills = true }));

        Assert.All([one, two], r => Assert.Equal((null, "Search"), place.ReadAsync<Requirement>(r.Id).Result is var now ? (now.Category, now.Department) : default));
    }

    [Theory]
    [InlineData("title", nameof(RuleText.RequirementNeedsWords))]
    [InlineData("status", nameof(RuleText.NotAValue))]
    public async Task What_must_not_be_empty_is_not_emptied(string column, string rule)
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddAsync();
        await using var member = await place.As(ProjectRole.Member);

        var plan = await PlanAsync(member, place, Block([row], [column], ""));

        Assert.Equal(new RuleException(rule, "").Message, Assert.Single(plan.Refusals).Why);
    }

    [Fact]
    public async Task A_date_that_can_be_read_two_ways_is_asked_about()
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddAsync();
        await using var member = await place.As(ProjectRole.Member);
        var block = Block([row], ["targetdate"], "06/09/2026");

        Assert.True((await PlanAsync(member, place, block)) is { NeedsOrder: true, Refusals.Count: 1 });
        Assert.Equal("2026-09-06", Assert.Single((await PlanAsync(member, place, block with { Dates = new(DayFirst: true) })).Changes).New);
    }

    [Fact]
    public async Task More_rows_than_a_page_can_take_are_an_import()
    {
        var place = await Place.MakeAsync(studio);
        await using var member = await place.As(ProjectRole.Member);

        await Refused.ByAsync(nameof(RuleText.BlockTooLong), () => PlanAsync(member, place, Block([], ["title"], string.Join('\n', Enumerable.Repeat("x", BlockText.MostRows + 1)))));
    }

    private static BlockText Block(Requirement[] rows, string[] columns, string text) => new([.. rows.Select(r => r.Id)], columns, ClipReader.Tabs(text), DateChoice.None);

    private static Task<BlockPlan> PlanAsync(Acting acting, Place place, BlockText block) => acting.Get<BlockStore>().PlanAsync(place.Id, block, Token);

    private static Task<BlockOutcome> WriteAsync(Acting acting, Place place, BlockPlan plan, string? reason = null) => acting.Get<BlockStore>().WriteAsync(place.Id, plan, reason, Token);

    private Task<List<string>> TitlesAsync(Place place, Guid except) => studio.InDbAsync(db => db.Set<Requirement>().IgnoreQueryFilters()
        .Where(r => r.ProjectId == place.Id && r.Id != except && r.ArchivedAt == null).OrderBy(r => r.Number).Select(r => r.Title).ToListAsync(Token));
}
