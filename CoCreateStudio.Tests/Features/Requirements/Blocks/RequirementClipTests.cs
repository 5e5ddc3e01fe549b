using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements;
using CoCreateStudio.Features.Requirements.Blocks;
using CoCreateStudio.Features.Requirements.Import;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Kit.Clipboard;
using CoCreateStudio.Kit.Ui.Table;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Requirements.Blocks;

public sealed class RequirementClipTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static readonly RequirementFilter Flat = new() { GroupedBy = GroupBy.None, Statuses = [] };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_column_can_be_copied_and_pasted_back_changes_nothing()
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddSharedAsync((RequirementField.Description, new string('描', 400) + "\n=1+1\t\"x\""), (RequirementField.TargetDate, "2026-03-05"),
            (RequirementField.ReportedAt, "2026-03-01T08:15:42Z"), (RequirementField.Urgency, nameof(Urgency.Critical)), (RequirementField.Phase, nameof(ProjectPhase.RollOut)), (RequirementField.Owner, "007"));
        await using var member = await place.As(ProjectRole.Member);
        var facts = await member.Get<ProjectFactsReader>().ReadAsync(place.Id, Token);
        string[] columns = [.. new RequirementColumns(place.Project.Key, facts, member.Actor.TimeZone, studio.Clock, true, true).All().Select(c => c.Key)];
        var rows = await member.Get<RequirementTable>().ReadWholeAsync(place.Id, Flat, [new Stretch(TableGroups.Nobody, 0, 10)], Token);

        var clip = new RequirementClip(facts, member.Actor.TimeZone, Samples.Now).Of(rows, columns);
        var plan = await member.Get<BlockStore>().PlanAsync(place.Id, new([row.Id], columns, ClipReader.Tabs(clip.Text), DateChoice.None), Token);

        Assert.Empty(plan.Refusals);
        Assert.Empty(plan.Changes);
        Assert.Contains(new string('描', 400), clip.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_far_from_what_is_in_sight_are_read_in_the_order_of_the_screen()
    {
        var place = await Place.MakeAsync(studio);
        for (var i = 0; i < 5; i++) await place.AddAsync((RequirementField.Title, $"Row {i}"));
        await using var viewer = await place.As(ProjectRole.Viewer);
        var filter = Flat with { SortedBy = "title" };

        var rows = await viewer.Get<RequirementTable>().ReadWholeAsync(place.Id, filter, [new Stretch(TableGroups.Nobody, 2, 2)], Token);
        var ids = await viewer.Get<RequirementTable>().IdsAsync(place.Id, filter, [new Stretch(TableGroups.Nobody, 2, 2)], Token);

        Assert.Equal(["Row 2", "Row 3"], rows.Select(r => r.Title));
        Assert.Equal(rows.Select(r => r.Id), ids);
        Assert.Equal(["Row 2", "Row 3"], (await viewer.Get<RequirementTable>().ReadWholeAsync(place.Id, filter, [.. ids.Reverse()], Token)).Select(r => r.Title));
    }

    [Fact]
    public async Task A_customer_copies_nothing_internal()
    {
        var place = await Place.MakeAsync(studio);
        await place.AddSharedAsync((RequirementField.InternalNote, "only ours"));
        await using var customer = await place.As(ProjectRole.Customer);

        var rows = await customer.Get<RequirementTable>().ReadWholeAsync(place.Id, Flat, [new Stretch(TableGroups.Nobody, 0, 10)], Token);

        Assert.Null(Assert.Single(rows).Texts!.InternalNote);
    }
}
