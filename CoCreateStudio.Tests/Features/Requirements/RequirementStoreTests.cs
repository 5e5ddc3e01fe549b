using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements;
using CoCreateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Features.Requirements;

public sealed class RequirementStoreTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_new_requirement_gets_the_next_number_of_its_project()
    {
        var (one, other) = (await Place.MakeAsync(studio), await Place.MakeAsync(studio));
        await using var here = await one.As(ProjectRole.Member);
        await using var there = await other.As(ProjectRole.Member);

        int[] numbers = [await NewAsync(here, one), await NewAsync(there, other), await NewAsync(here, one)];

        Assert.Equal([1, 1, 2], numbers);
    }

    [Fact]
    public async Task A_new_requirement_keeps_who_collected_it_and_what_was_filled_in()
    {
        var place = await Place.MakeAsync(studio);
        await using var member = await place.As(ProjectRole.Member, "Xu Collects");
        await member.Get<RequirementStore>().AddAsync(place.Id, new Dictionary<RequirementField, string?>
        {
            [RequirementField.Description] = "导出报错。每次都这样。",
            [RequirementField.Owner] = "Xu Collects",
            [RequirementField.Customer] = place.Ours.Id.ToString(),
            [RequirementField.Urgency] = nameof(Urgency.High),
        }, Token);

        var row = await studio.InDbAsync(db => db.Set<Requirement>().IgnoreQueryFilters().SingleAsync(r => r.ProjectId == place.Id));

        Assert.Equal(("导出报错", "Xu Collects", member.Actor.PersonId), (row.Title, row.CreatedBy, row.OwnerId));
        Assert.Equal((place.Ours.Id, Urgency.High), (row.CustomerId, row.Urgency));
    }

    [Fact]
    public async Task What_is_refused_takes_no_number()
    {
        var place = await Place.MakeAsync(studio);
        await using var member = await place.As(ProjectRole.Member);

        await Refused.ByAsync(nameof(RuleText.RequirementNeedsWords), () => member.Get<RequirementStore>().AddAsync(place.Id, new Dictionary<RequirementField, string?>(), Token));

        Assert.Equal(1, await NewAsync(member, place));
    }

    [Fact]
    public async Task A_change_is_kept_with_its_old_and_new_value()
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddAsync((RequirementField.Urgency, nameof(Urgency.Low)));
        await using var member = await place.As(ProjectRole.Member);

        var outcome = await ChangeAsync(member, row, RequirementField.Urgency, nameof(Urgency.Low), nameof(Urgency.High));

        var entry = await studio.InDbAsync(db => db.Set<AuditEntry>().IgnoreQueryFilters().SingleAsync(e => e.ActId == outcome.ActId));
        Assert.Equal(new FieldChange(nameof(Requirement.Urgency), nameof(Urgency.Low), nameof(Urgency.High)), Assert.Single(entry.Changes));
        Assert.Equal((member.Actor.PersonId, member.Actor.Name), (entry.ActorId, entry.Actor));
        Assert.Equal(row.Version + 1, (await place.ReadAsync<Requirement>(row.Id)).Version);
    }

    [Fact]
    public async Task A_value_that_is_there_already_is_no_act()
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddAsync((RequirementField.Notes, "well"));
        await using var member = await place.As(ProjectRole.Member);

        Assert.Equal(new ChangeOutcome(null), await ChangeAsync(member, row, RequirementField.Notes, "what I saw before", " well "));

        Assert.Equal(row.Version, (await place.ReadAsync<Requirement>(row.Id)).Version);
    }

    [Theory]
    [InlineData(RequirementField.Status, "99", nameof(RuleText.NotAValue))]
    [InlineData(RequirementField.Status, nameof(RequirementStatus.Verified), nameof(RuleText.OnlyDeliveredIsVerified))]
    [InlineData(RequirementField.Status, nameof(RequirementStatus.Declined), nameof(RuleText.ReasonNeeded))]
    [InlineData(RequirementField.Customer, "0199f2c4-0000-7000-8000-000000000001", nameof(RuleText.NotACustomerHere))]
    [InlineData(RequirementField.DuplicateOf, "0199f2c4-0000-7000-8000-000000000001", nameof(RuleText.NotThere))]
    [InlineData(RequirementField.Title, "", nameof(RuleText.RequirementNeedsWords))]
    public async Task What_a_rule_refuses_changes_nothing(RequirementField field, string value, string rule)
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddAsync();
        await using var member = await place.As(ProjectRole.Member);

        await Refused.ByAsync(rule, () => ChangeAsync(member, row, field, row.Read(field), value));

        Assert.Equal((row.Version, row.Read(field)), ((await place.ReadAsync<Requirement>(row.Id)).Version, (await place.ReadAsync<Requirement>(row.Id)).Read(field)));
    }

    [Fact]
    public async Task A_requirement_is_a_duplicate_only_of_one_in_its_own_project()
    {
        var (here, there) = (await Place.MakeAsync(studio), await Place.MakeAsync(studio));
        var (row, first, stranger) = (await here.AddAsync(), await here.AddAsync(), await there.AddAsync());
        await using var member = await here.As(ProjectRole.Member);

        await Refused.ByAsync(nameof(RuleText.NotThere), () => ChangeAsync(member, row, RequirementField.DuplicateOf, null, stranger.Id.ToString()));
        await ChangeAsync(member, row, RequirementField.DuplicateOf, null, first.Id.ToString());

        Assert.Equal(first.Id, (await here.ReadAsync<Requirement>(row.Id)).DuplicateOfId);
    }

    [Fact]
    public async Task A_member_named_as_owner_is_known_and_any_other_name_stays_a_name()
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddAsync();
        await using var member = await place.As(ProjectRole.Member, "Ada Owner");

        await ChangeAsync(member, row, RequirementField.Owner, null, "Ada Owner");
        Assert.Equal(member.Actor.PersonId, (await place.ReadAsync<Requirement>(row.Id)).OwnerId);

        await ChangeAsync(member, row, RequirementField.Owner, "Ada Owner", "Supplier");
        Assert.Null((await place.ReadAsync<Requirement>(row.Id)).OwnerId);
    }

    [Fact]
    public async Task Rows_of_another_project_are_not_there()
    {
        var (here, there) = (await Place.MakeAsync(studio), await Place.MakeAsync(studio));
        var row = await there.AddAsync();
        await using var lead = await here.As(ProjectRole.Lead);
        var store = lead.Get<RequirementStore>();

        await Refused.ByAsync(nameof(RuleText.NotThere), () => store.ChangeAsync(here.Id, row.Id, RequirementField.Title, row.Title, "Mine", ct: Token));
        await store.ChangeManyAsync(here.Id, [row.Id], RequirementField.Title, "Mine", ct: Token);
        await store.ArchiveAsync(here.Id, [row.Id], Token);

        Assert.Equal((row.Title, null), ((await there.ReadAsync<Requirement>(row.Id)).Title, (await there.ReadAsync<Requirement>(row.Id)).ArchivedAt));
    }

    private static Task<int> NewAsync(Acting acting, Place place) =>
        acting.Get<RequirementStore>().AddAsync(place.Id, new Dictionary<RequirementField, string?> { [RequirementField.Title] = "New" }, Token);

    private static Task<ChangeOutcome> ChangeAsync(Acting acting, Requirement row, RequirementField field, string? seen, string? value) =>
        acting.Get<RequirementStore>().ChangeAsync(row.ProjectId, row.Id, field, seen, value, ct: Token);
}
