using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements;
using CoCreateStudio.Features.Requirements.Panel;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Requirements.Panel;

public sealed class RequirementDetailsTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_panel_shows_every_field_and_each_step_of_the_history()
    {
        var place = await Place.MakeAsync(studio);
        await using var member = await place.As(ProjectRole.Member);
        var store = member.Get<RequirementStore>();
        var number = await store.AddAsync(place.Id, new Dictionary<RequirementField, string?> { [RequirementField.Title] = "Pause" }, Token);
        var id = (await ReadAsync(member, place, number))!.Id;
        await store.ChangeAsync(place.Id, id, RequirementField.Customer, null, place.Ours.Id.ToString(), ct: Token);

        var view = (await ReadAsync(member, place, number))!;

        Assert.Equal(RequirementFields.All.Order(), view.Fields.Keys.Order());
        Assert.Equal([AuditAction.Changed, AuditAction.Added], view.History.Select(h => h.Action));
        Assert.Equal(new FieldStep(RequirementField.Customer, null, place.Ours.Id.ToString()), Assert.Single(view.History[0].Steps));
        Assert.All(view.History, h => Assert.Equal(member.Actor.Name, h.Actor));
    }

    [Fact]
    public async Task The_meeting_in_which_it_was_collected_is_named_to_whoever_sees_it()
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddSharedAsync();
        Meeting inside = new(place.Id, 1, Samples.Meeting(title: "Ours alone"));
        await studio.AddAsync(inside);
        await studio.AddAsync(new MeetingNote(new(place.Id, inside.Id, null, null, null, "Lin", Samples.Now), "Pause a line", row.Number));
        await using var member = await place.As(ProjectRole.Member);
        await using var customer = await place.As(ProjectRole.Customer);

        Assert.Equal(new CollectedIn(1, "Ours alone", Samples.Now), (await ReadAsync(member, place, row.Number))!.Collected);
        Assert.Null((await ReadAsync(customer, place, row.Number))!.Collected);
    }

    [Fact]
    public async Task A_number_of_another_project_leads_nowhere()
    {
        var (here, there) = (await Place.MakeAsync(studio), await Place.MakeAsync(studio));
        var row = await there.AddAsync();
        await using var lead = await here.As(ProjectRole.Lead);

        Assert.Null(await ReadAsync(lead, here, row.Number));
    }

    [Fact]
    public async Task A_customers_person_sees_neither_what_is_internal_nor_the_history()
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddSharedAsync((RequirementField.InternalNote, "inside"));
        await using var member = await place.As(ProjectRole.Member);
        await using var customer = await place.As(ProjectRole.Customer);
        foreach (var isInternal in new[] { true, false }) await member.Get<RequirementTalk>().SayAsync(place.Id, row.Id, "we say", isInternal, Token);

        var (ours, theirs) = ((await ReadAsync(member, place, row.Number))!, (await ReadAsync(customer, place, row.Number))!);

        Assert.Equal((2, 1), (ours.Comments.Count, theirs.Comments.Count));
        Assert.NotEmpty(ours.History);
        Assert.Empty(theirs.History);
        Assert.DoesNotContain(theirs.Fields.Keys, f => f.IsInternal());
    }

    [Fact]
    public async Task What_is_not_shared_is_not_there_for_the_customer()
    {
        var place = await Place.MakeAsync(studio);
        var inside = await place.AddAsync((RequirementField.Customer, place.Ours.Id.ToString()));
        var others = await place.AddAsync((RequirementField.Customer, place.Theirs.Id.ToString()), (RequirementField.Shared, bool.TrueString));
        await using var customer = await place.As(ProjectRole.Customer);

        Assert.Null(await ReadAsync(customer, place, inside.Number));
        Assert.Null(await ReadAsync(customer, place, others.Number));
        foreach (var row in new[] { inside, others })
            await Refused.ByAsync(nameof(RuleText.NotThere), () => customer.Get<RequirementTalk>().SayAsync(place.Id, row.Id, "hello", isInternal: false, Token));
    }

    [Fact]
    public async Task The_facts_name_to_a_customer_only_their_own_company_and_people()
    {
        var place = await Place.MakeAsync(studio);
        await using var rival = await studio.AsRole(place.Id, ProjectRole.Customer, place.Theirs.Id, "Rival Person");
        await using var customer = await place.As(ProjectRole.Customer, "Own Person");
        await using var member = await place.As(ProjectRole.Member, "Our Member");

        var theirs = await customer.Get<ProjectFactsReader>().ReadAsync(place.Id, Token);
        var ours = await member.Get<ProjectFactsReader>().ReadAsync(place.Id, Token);

        Assert.Equal(place.Ours.Id, Assert.Single(theirs.Customers).Key);
        Assert.Equal(["Our Member", "Own Person"], theirs.People.Order());
        Assert.Equal(2, ours.Customers.Count);
        Assert.Contains("Rival Person", ours.People);
    }

    private static Task<RequirementView?> ReadAsync(Acting acting, Place place, int number) => acting.Get<RequirementDetails>().ReadAsync(place.Id, number, Token);
}
