using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements;
using CoCreateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Features.Requirements;

/// <summary>Several people at the same rows at the same time.</summary>
public sealed class RequirementTogetherTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Changes_of_different_fields_at_the_same_time_are_all_kept()
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddAsync();
        await using var one = await place.As(ProjectRole.Member);
        RequirementField[] fields = [RequirementField.Notes, RequirementField.Category, RequirementField.Department, RequirementField.Resolution, RequirementField.PublicReply, RequirementField.Reporter];

        var outcomes = await Task.WhenAll(fields.Select(f => Task.Run(() => one.Get<RequirementStore>().ChangeAsync(place.Id, row.Id, f, null, $"my {f}", ct: Token), Token)));

        var kept = await place.ReadAsync<Requirement>(row.Id);
        Assert.All(fields, f => Assert.Equal($"my {f}", kept.Read(f)));
        Assert.DoesNotContain(outcomes, o => o.IsConflict);
        Assert.Equal(row.Version + fields.Length, kept.Version);
    }

    [Fact]
    public async Task Whoever_changes_what_somebody_else_has_changed_is_told_and_overwrites_nothing()
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddAsync((RequirementField.Notes, "seen by both"));
        await using var first = await place.As(ProjectRole.Member);
        await using var second = await place.As(ProjectRole.Pm);

        await first.Get<RequirementStore>().ChangeAsync(place.Id, row.Id, RequirementField.Notes, "seen by both", "first", ct: Token);
        var told = await second.Get<RequirementStore>().ChangeAsync(place.Id, row.Id, RequirementField.Notes, "seen by both", "second", ct: Token);

        Assert.Equal(new ChangeOutcome(null, IsConflict: true, "first"), told);
        Assert.Equal("first", (await place.ReadAsync<Requirement>(row.Id)).Notes);
    }

    [Fact]
    public async Task Of_many_changes_of_one_field_at_the_same_time_one_wins_and_all_others_are_told()
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddAsync();
        await using var acting = await place.As(ProjectRole.Member);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            Task.Run(() => acting.Get<RequirementStore>().ChangeAsync(place.Id, row.Id, RequirementField.Notes, null, $"note {i}", ct: Token), Token)));

        var winner = Assert.Single(outcomes, o => !o.IsConflict);
        var kept = (await place.ReadAsync<Requirement>(row.Id)).Notes;
        Assert.All(outcomes.Where(o => o != winner), o => Assert.Equal(kept, o.Theirs));
    }

    [Fact]
    public async Task Fifty_requirements_added_at_once_get_fifty_numbers()
    {
        var place = await Place.MakeAsync(studio);
        await using var acting = await place.As(ProjectRole.Member);

        var numbers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => acting.Get<RequirementStore>().AddAsync(
            place.Id, new Dictionary<RequirementField, string?> { [RequirementField.Title] = $"Need {i}" }, Token), Token)));

        Assert.Equal(Enumerable.Range(1, 50), numbers.Order());
        Assert.Equal(50, await studio.InDbAsync(db => db.Set<Requirement>().IgnoreQueryFilters().CountAsync(r => r.ProjectId == place.Id)));
    }

    [Fact]
    public async Task A_change_of_many_rows_is_one_act_and_all_or_nothing()
    {
        var place = await Place.MakeAsync(studio);
        var (one, two) = (await place.AddAsync((RequirementField.Status, nameof(RequirementStatus.Delivered))), await place.AddAsync());
        await using var acting = await place.As(ProjectRole.Member);
        var store = acting.Get<RequirementStore>();

        await Assert.ThrowsAsync<CoCreateStudio.Domain.RuleException>(() => store.ChangeManyAsync(place.Id, [one.Id, two.Id], RequirementField.Status, nameof(RequirementStatus.Verified), ct: Token));
        Assert.Equal(RequirementStatus.Delivered, (await place.ReadAsync<Requirement>(one.Id)).Status);

        var act = await store.ChangeManyAsync(place.Id, [one.Id, two.Id], RequirementField.Status, nameof(RequirementStatus.Declined), "out of scope", Token);

        var entries = await studio.InDbAsync(db => db.Set<AuditEntry>().IgnoreQueryFilters().Where(e => e.ActId == act).ToListAsync());
        Assert.Equal(new[] { one.Id, two.Id }.Order(), entries.Select(e => e.EntityId).Order());
        Assert.Equal("out of scope", (await place.ReadAsync<Requirement>(two.Id)).StatusReason);
    }
}
