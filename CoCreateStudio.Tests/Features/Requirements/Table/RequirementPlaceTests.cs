using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Kit.Ui.Table;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Requirements.Table;

/// <summary>The place that is counted is the place where the row is read.</summary>
public sealed class RequirementPlaceTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Orders =>
        ["title", "customer", "category", "phase", "urgency", "owner", "status", "targetdate", "shared", "age", "no", ""];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Each_row_stands_where_it_is_counted(string by)
    {
        var place = await FilledAsync();
        await using var lead = await place.As(ProjectRole.Lead);
        var table = lead.Get<RequirementTable>();

        foreach (var descending in new[] { false, true })
        {
            var filter = new RequirementFilter { SortedBy = by, Descending = descending, GroupedBy = GroupBy.None };
            var rows = await table.ReadAsync(place.Id, filter, [new(TableGroups.Nobody, 0, 100)], withTexts: false, Token);
            Assert.Equal(8, rows.Count);
            for (var at = 0; at < rows.Count; at++) Assert.Equal((TableGroups.Nobody, at), await table.PlaceAsync(place.Id, filter, rows[at].Number, Token));
        }
    }

    [Theory]
    [InlineData(GroupBy.WaitsFor)]
    [InlineData(GroupBy.Status)]
    [InlineData(GroupBy.Customer)]
    [InlineData(GroupBy.Category)]
    public async Task A_row_is_counted_within_its_group(GroupBy by)
    {
        var place = await FilledAsync();
        await using var lead = await place.As(ProjectRole.Lead);
        var filter = new RequirementFilter { GroupedBy = by };
        TableLines lines = new([.. (await lead.Get<TableGroups>().CountAsync(place.Id, filter, Token)).Groups.Select(g => new TableGroup(g.Key, g.Count))], heads: true);

        for (var line = 0; line < lines.Count; line++)
        {
            if (lines.Window(line, 1).Single().IsHead) continue;
            var row = Assert.Single(await lead.Get<RequirementTable>().ReadAsync(place.Id, filter, lines.Stretches(line, 1), withTexts: false, Token));
            var found = await lead.Get<RequirementTable>().PlaceAsync(place.Id, filter, row.Number, Token);
            Assert.Equal(line, lines.LineOf(found!.Value.Group, found.Value.Row));
        }
    }

    [Fact]
    public async Task What_the_filter_leaves_out_has_no_place()
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddAsync();
        await using var lead = await place.As(ProjectRole.Lead);

        Assert.Null(await lead.Get<RequirementTable>().PlaceAsync(place.Id, new RequirementFilter { Text = "nothing like it" }, row.Number, Token));
        Assert.NotNull(await lead.Get<RequirementTable>().PlaceAsync(place.Id, RequirementFilter.OfOpen, row.Number, Token));
    }

    private async Task<Place> FilledAsync()
    {
        var place = await Place.MakeAsync(studio);
        for (var i = 0; i < 8; i++)
            await place.AddAsync(
                (RequirementField.Title, $"Title {i % 3}"), (RequirementField.Category, i % 4 == 0 ? null : $"C{i % 3}"), (RequirementField.Owner, i % 3 == 0 ? null : $"Owner {i % 2}"),
                (RequirementField.Phase, i % 4 == 3 ? null : ((ProjectPhase)(i % 3)).ToString()), (RequirementField.Urgency, i % 3 == 2 ? null : (i % 2 == 0 ? Urgency.High : Urgency.Low).ToString()),
                (RequirementField.Customer, (i % 3) switch { 0 => null, 1 => place.Ours.Id.ToString(), _ => place.Theirs.Id.ToString() }),
                (RequirementField.TargetDate, i % 3 == 0 ? null : $"2026-03-0{1 + (i % 4)}"), (RequirementField.Shared, (i % 2 == 0).ToString()));
        return place;
    }
}
