using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Requirements.Table;

public sealed class TableGroupsTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_head_counts_what_is_open_ours_theirs_and_late()
    {
        var place = await FilledAsync();
        await using var viewer = await place.As(ProjectRole.Viewer);

        var totals = await CountAsync(viewer, place, new());

        Assert.Equal((3, 2, 1, 1, 3), (totals.Open, totals.WithUs, totals.WithCustomer, totals.Late, totals.Rows));
        Assert.Equal([nameof(Side.Us), nameof(Side.Customer)], totals.Groups.Select(g => g.Key));
        Assert.Equal([(2, 1), (1, 0)], totals.Groups.Select(g => (g.Count, g.Late)));
        Assert.Equal(1, totals.ByStatus[RequirementStatus.Declined]);
    }

    [Theory]
    [InlineData(GroupBy.Status, "New,Accepted,Delivered,Declined")]
    [InlineData(GroupBy.Category, "-,Search")]
    [InlineData(GroupBy.WaitsFor, "Us,Customer,-")]
    [InlineData(GroupBy.None, "")]
    public async Task Rows_are_grouped_by_what_they_share(GroupBy by, string groups)
    {
        var place = await FilledAsync();
        await using var viewer = await place.As(ProjectRole.Viewer);

        var totals = await CountAsync(viewer, place, new() { GroupedBy = by, Statuses = [] });

        Assert.Equal(groups.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(), totals.Groups.Select(g => g.Key).Order());
        Assert.Equal(4, totals.Rows);
    }

    [Fact]
    public async Task Each_group_holds_as_many_rows_as_it_says()
    {
        var place = await FilledAsync();
        await using var viewer = await place.As(ProjectRole.Viewer);

        foreach (var by in Enum.GetValues<GroupBy>().Except([GroupBy.None]))
        {
            var filter = new RequirementFilter { GroupedBy = by, Statuses = [] };
            foreach (var group in (await CountAsync(viewer, place, filter)).Groups)
                Assert.Equal(group.Count, (await viewer.Get<RequirementTable>().ReadAsync(place.Id, filter, [new(group.Key, 0, 100)], withTexts: false, Token)).Count);
        }
    }

    [Fact]
    public async Task A_remembered_count_is_forgotten_with_the_next_change()
    {
        var place = await FilledAsync();
        await using var member = await place.As(ProjectRole.Member);
        await CountAsync(member, place, new());

        await member.Get<RequirementStore>().AddAsync(place.Id, new Dictionary<RequirementField, string?> { [RequirementField.Title] = "One more" }, Token);

        Assert.Equal(4, (await CountAsync(member, place, new())).Open);
    }

    [Fact]
    public async Task What_was_counted_for_us_is_not_told_to_the_customer()
    {
        var place = await FilledAsync();
        await place.AddSharedAsync();
        await using var viewer = await place.As(ProjectRole.Viewer);
        await using var customer = await place.As(ProjectRole.Customer);
        Assert.Equal(4, (await CountAsync(viewer, place, new())).Open);

        Assert.Equal(1, (await CountAsync(customer, place, new())).Open);
    }

    private static Task<TableTotals> CountAsync(Acting acting, Place place, RequirementFilter filter) => acting.Get<TableGroups>().CountAsync(place.Id, filter, Token);

    private async Task<Place> FilledAsync()
    {
        var place = await Place.MakeAsync(studio);
        await place.AddAsync((RequirementField.TargetDate, "2026-03-01"));
        await place.AddAsync((RequirementField.Status, nameof(RequirementStatus.Accepted)), (RequirementField.Category, "Search"), (RequirementField.TargetDate, "2026-03-02"));
        await place.AddAsync((RequirementField.Status, nameof(RequirementStatus.Delivered)));
        await place.AddAsync((RequirementField.StatusReason, "no"), (RequirementField.Status, nameof(RequirementStatus.Declined)), (RequirementField.TargetDate, "2026-03-01"));
        var archived = Samples.Requirement(place.Id);
        archived.Archive(Samples.Now);
        await studio.AddAsync(archived);
        return place;
    }
}
