using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Requirements;

public sealed class RequirementUndoTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_undone_step_leaves_status_reason_moment_and_count_as_they_were()
    {
        var place = await Place.MakeAsync(studio);
        var row = Samples.Requirement(place.Id);
        row.StartAs(RequirementStatus.Declined, "too late");
        await studio.AddAsync(row);
        await using var acting = await place.As(ProjectRole.Member);
        var store = acting.Get<RequirementStore>();
        var act = (await store.ChangeAsync(place.Id, row.Id, RequirementField.Status, nameof(RequirementStatus.Declined), nameof(RequirementStatus.InProgress), ct: Token)).ActId!.Value;

        Assert.Equal(1, await store.UndoAsync(place.Id, act, Token));

        var kept = await place.ReadAsync<Requirement>(row.Id);
        Assert.Equal((row.Status, row.StatusReason, row.StatusSince, row.Reopened), (kept.Status, kept.StatusReason, kept.StatusSince, kept.Reopened));
    }

    [Theory]
    [InlineData(RequirementField.Title, "Another")]
    [InlineData(RequirementField.Urgency, nameof(Urgency.High))]
    [InlineData(RequirementField.Phase, nameof(ProjectPhase.RollOut))]
    [InlineData(RequirementField.TargetDate, "2026-05-06")]
    [InlineData(RequirementField.ReportedAt, "2026-02-03T04:05:06.0000000Z")]
    [InlineData(RequirementField.Shared, "True")]
    [InlineData(RequirementField.Owner, "Somebody")]
    public async Task A_field_of_every_kind_is_put_back(RequirementField field, string value)
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddAsync();
        await using var acting = await place.As(ProjectRole.Member);
        var store = acting.Get<RequirementStore>();
        var act = (await store.ChangeAsync(place.Id, row.Id, field, row.Read(field), value, ct: Token)).ActId!.Value;
        Assert.Equal(value, (await place.ReadAsync<Requirement>(row.Id)).Read(field));

        await store.UndoAsync(place.Id, act, Token);

        Assert.Equal(row.Read(field), (await place.ReadAsync<Requirement>(row.Id)).Read(field));
    }

    [Fact]
    public async Task What_somebody_has_changed_since_is_left_and_the_rest_put_back()
    {
        var place = await Place.MakeAsync(studio);
        var (left, back) = (await place.AddAsync(), await place.AddAsync());
        await using var acting = await place.As(ProjectRole.Member);
        var store = acting.Get<RequirementStore>();
        var act = await store.ChangeManyAsync(place.Id, [left.Id, back.Id], RequirementField.Category, "Search", ct: Token);
        await store.ChangeAsync(place.Id, left.Id, RequirementField.Category, "Search", "Import", ct: Token);

        Assert.Equal(1, await store.UndoAsync(place.Id, act, Token));

        Assert.Equal(("Import", null), ((await place.ReadAsync<Requirement>(left.Id)).Category, (await place.ReadAsync<Requirement>(back.Id)).Category));
    }

    [Fact]
    public async Task An_undo_that_finds_nothing_left_is_refused()
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddAsync();
        await using var acting = await place.As(ProjectRole.Member);
        var store = acting.Get<RequirementStore>();
        var act = (await store.ChangeAsync(place.Id, row.Id, RequirementField.Notes, null, "one", ct: Token)).ActId!.Value;
        await store.UndoAsync(place.Id, act, Token);

        await Refused.ByAsync(nameof(RuleText.NothingToUndo), () => store.UndoAsync(place.Id, act, Token));
        await Refused.ByAsync(nameof(RuleText.NothingToUndo), () => store.UndoAsync(place.Id, Guid.NewGuid(), Token));
    }

    [Fact]
    public async Task An_undo_while_somebody_changes_another_field_waits_its_turn()
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddAsync();
        await using var acting = await place.As(ProjectRole.Member);
        var store = acting.Get<RequirementStore>();
        var act = (await store.ChangeAsync(place.Id, row.Id, RequirementField.Notes, null, "one", ct: Token)).ActId!.Value;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            if (i == 4) await store.UndoAsync(place.Id, act, Token);
            else await store.ChangeAsync(place.Id, row.Id, RequirementField.Category, (await place.ReadAsync<Requirement>(row.Id)).Category, $"c{i}", ct: Token);
        }, Token)));

        Assert.Null((await place.ReadAsync<Requirement>(row.Id)).Notes);
    }

    [Fact]
    public async Task Archiving_is_undone_only_by_who_may_archive()
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddAsync();
        await using var pm = await place.As(ProjectRole.Pm);
        await using var member = await place.As(ProjectRole.Member);
        var act = await pm.Get<RequirementStore>().ArchiveAsync(place.Id, [row.Id], Token);
        Assert.NotNull((await place.ReadAsync<Requirement>(row.Id)).ArchivedAt);

        await Refused.ByAsync(nameof(RuleText.NotAllowed), () => member.Get<RequirementStore>().UndoAsync(place.Id, act, Token));
        await pm.Get<RequirementStore>().UndoAsync(place.Id, act, Token);

        Assert.Null((await place.ReadAsync<Requirement>(row.Id)).ArchivedAt);
    }

    [Fact]
    public async Task An_act_of_another_project_is_not_undone_from_here()
    {
        var (here, there) = (await Place.MakeAsync(studio), await Place.MakeAsync(studio));
        var row = await there.AddAsync();
        await using var theirs = await there.As(ProjectRole.Member);
        await using var ours = await here.As(ProjectRole.Lead);
        var act = (await theirs.Get<RequirementStore>().ChangeAsync(there.Id, row.Id, RequirementField.Notes, null, "one", ct: Token)).ActId!.Value;

        await Refused.ByAsync(nameof(RuleText.NothingToUndo), () => ours.Get<RequirementStore>().UndoAsync(here.Id, act, Token));
    }
}
