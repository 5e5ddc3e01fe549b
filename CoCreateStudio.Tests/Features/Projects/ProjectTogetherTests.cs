using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Projects;
using CoCreateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Features.Projects;

/// <summary>Several people who set up one project at the same time.</summary>
public sealed class ProjectTogetherTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_renames_what_somebody_else_has_renamed_is_told_and_overwrites_nothing()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        var (store, seen) = (lead.Get<ProjectSetUpStore>(), place.Project.Name);
        await store.RenameAsync(place.Id, seen, "Theirs", Token);

        Assert.Equal(nameof(RuleText.ChangedJustNow), await RefusalOf(() => store.RenameAsync(place.Id, seen, "Mine", Token)));
        await store.RenameAsync(place.Id, seen, " Theirs ", Token);
        Assert.Equal("Theirs", (await store.ReadAsync(place.Id, Token)).Name);

        await store.RenameAsync(place.Id, "Theirs", "Mine", Token);
        Assert.Equal("Mine", (await store.ReadAsync(place.Id, Token)).Name);
    }

    [Fact]
    public async Task Of_many_who_rename_a_project_at_once_one_wins_and_all_others_are_told()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        var (store, seen) = (lead.Get<ProjectSetUpStore>(), place.Project.Name);

        var told = await AtOnceAsync([.. Enumerable.Range(0, 8).Select(i => (Func<Task>)(() => store.RenameAsync(place.Id, seen, $"Name {i}", Token)))]);

        Assert.Single(told, rule => rule is null);
        Assert.All(told.Where(rule => rule is not null), rule => Assert.Equal(nameof(RuleText.ChangedJustNow), rule));
    }

    [Fact]
    public async Task Different_fields_of_the_set_up_at_the_same_time_are_all_kept()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        var (store, lists) = (lead.Get<ProjectSetUpStore>(), lead.Get<ProjectListStore>());

        var told = await AtOnceAsync(
            () => store.RenameAsync(place.Id, place.Project.Name, "New name", Token),
            () => store.DescribeAsync(place.Id, "", "To learn", Token),
            () => store.NameStatusAsync(place.Id, RequirementStatus.Planned, "", "In our plan", Token),
            () => store.NameStatusAsync(place.Id, RequirementStatus.New, "", "Received", Token),
            () => store.AnswerWithinAsync(place.Id, Urgency.Low, AnswerTargets.OfAll[Urgency.Low], null, Token),
            () => lists.AddAsync(place.Id, ProjectList.Categories, "Search", Token),
            () => lists.AddAsync(place.Id, ProjectList.Categories, "Export", Token));

        Assert.All(told, Assert.Null);
        var setUp = await store.ReadAsync(place.Id, Token);
        Assert.Equal(("New name", "To learn", "In our plan", "Received", null), (setUp.Name, setUp.Purpose, setUp.NameOf(RequirementStatus.Planned), setUp.NameOf(RequirementStatus.New), setUp.FirstAnswer[Urgency.Low]));
        Assert.Equal(["Export", "Search"], setUp.Categories.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_name_that_somebody_took_out_of_a_list_is_neither_moved_nor_renamed()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        var lists = lead.Get<ProjectListStore>();

        Assert.Equal(nameof(RuleText.ListedNoLonger), await RefusalOf(() => lists.MoveAsync(place.Id, ProjectList.Categories, "Gone", 1, Token)));
        Assert.Equal(nameof(RuleText.ListedNoLonger), await RefusalOf(() => lists.RenameAsync(place.Id, ProjectList.Categories, "Gone", "Here", Token)));
    }

    [Fact]
    public async Task A_customer_is_renamed_with_history_and_what_was_seen_decides()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        var store = lead.Get<ProjectSetUpStore>();
        KnownCustomer seen = new(place.Ours.Id, place.Ours.Name, place.Ours.ShortName);

        await store.RenameCustomerAsync(place.Id, seen, $"{seen.Name} Group", "Group", Token);

        Assert.Contains(new KnownCustomer(seen.Id, $"{seen.Name} Group", "Group"), (await store.ReadAsync(place.Id, Token)).Customers);
        Assert.Contains(new FieldChange("ShortName", seen.ShortName, "Group"), (await studio.InDbAsync(db => db.Set<AuditEntry>().IgnoreQueryFilters().SingleAsync(e => e.EntityId == seen.Id && e.Action == AuditAction.Changed))).Changes);
        Assert.Equal(nameof(RuleText.ChangedJustNow), await RefusalOf(() => store.RenameCustomerAsync(place.Id, seen, "Mine", "", Token)));
    }

    [Fact]
    public async Task A_customers_name_is_not_anothers_and_only_that_of_one_who_takes_part()
    {
        var (place, elsewhere) = (await Place.MakeAsync(studio), await Place.MakeAsync(studio));
        await using var lead = await place.As(ProjectRole.Lead);
        var store = lead.Get<ProjectSetUpStore>();

        Assert.Equal(nameof(RuleText.CustomerNameTaken), await RefusalOf(() => store.RenameCustomerAsync(place.Id, new(place.Ours.Id, place.Ours.Name, place.Ours.ShortName), place.Theirs.Name.ToUpperInvariant(), "", Token)));
        Assert.Equal(nameof(RuleText.NotACustomerHere), await RefusalOf(() => store.RenameCustomerAsync(place.Id, new(elsewhere.Ours.Id, elsewhere.Ours.Name, elsewhere.Ours.ShortName), "Mine", "", Token)));
    }

    [Fact]
    public async Task A_project_keeps_its_last_lead_until_another_one_is_named()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        await using var member = await place.As(ProjectRole.Member);
        var (people, me) = (lead.Get<ProjectPeopleStore>(), lead.Actor.PersonId!.Value);

        Assert.Equal(nameof(RuleText.LastLead), await RefusalOf(() => people.ChangeAsync(place.Id, me, ProjectRole.Pm, null, Token)));
        Assert.Equal(nameof(RuleText.LastLead), await RefusalOf(() => people.RemoveAsync(place.Id, me, Token)));

        await people.ChangeAsync(place.Id, member.Actor.PersonId!.Value, ProjectRole.Lead, null, Token);
        await people.RemoveAsync(place.Id, me, Token);
        Assert.Single(await member.Get<ProjectPeopleStore>().ListAsync(place.Id, Token), p => p.Role == ProjectRole.Lead);
    }

    [Fact]
    public async Task A_lead_who_can_no_longer_sign_in_does_not_count_and_an_administrator_names_another_first_too()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        var (blocked, other, boss) = (Samples.Person(), Samples.Person(), Samples.Person(isAdministrator: true));
        blocked.Block(Samples.Now, otherAdministrators: 1);
        await studio.AddAsync(blocked, other, boss, Samples.Membership(place.Id, blocked.Id, ProjectRole.Lead), Samples.Membership(place.Id, other.Id));
        await using var administrator = await studio.As(boss.Id);
        var (people, last) = (administrator.Get<ProjectPeopleStore>(), lead.Actor.PersonId!.Value);

        Assert.Equal(nameof(RuleText.LastLead), await RefusalOf(() => people.RemoveAsync(place.Id, last, Token)));
        await people.ChangeAsync(place.Id, other.Id, ProjectRole.Lead, null, Token);
        await people.RemoveAsync(place.Id, last, Token);
    }

    [Fact]
    public async Task Two_leads_who_take_each_other_out_at_once_do_not_both_succeed()
    {
        var place = await Place.MakeAsync(studio);
        await using var one = await place.As(ProjectRole.Lead);
        await using var two = await place.As(ProjectRole.Lead);

        var told = await AtOnceAsync(
            () => one.Get<ProjectPeopleStore>().RemoveAsync(place.Id, two.Actor.PersonId!.Value, Token),
            () => two.Get<ProjectPeopleStore>().ChangeAsync(place.Id, one.Actor.PersonId!.Value, ProjectRole.Member, null, Token));

        Assert.Single(told, rule => rule is null);
        Assert.Equal(1, await studio.InDbAsync(db => db.Set<Membership>().IgnoreQueryFilters().CountAsync(m => m.ProjectId == place.Id && m.Role == ProjectRole.Lead)));
        Assert.Empty(await studio.InDbAsync(db => db.Set<AuditEntry>().IgnoreQueryFilters().Where(e => e.ProjectId == place.Id && e.Entity == nameof(Project) && e.Action == AuditAction.Changed).ToListAsync()));
    }

    private static async Task<string> RefusalOf(Func<Task> act) => (await Assert.ThrowsAsync<RuleException>(act)).Rule;

    private static Task<string?[]> AtOnceAsync(params Func<Task>[] acts) => Task.WhenAll(acts.Select(act => Task.Run(async () =>
    {
        try
        {
            await act();
            return null;
        }
        catch (RuleException refusal)
        {
            return refusal.Rule;
        }
    }, Token)));
}
