using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Features.Meetings;
using CoCreateStudio.Features.Meetings.Live;
using CoCreateStudio.Features.Meetings.Series;
using CoCreateStudio.Features.Meetings.Topics;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Meetings.Topics;

public sealed class ProposalStoreTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static readonly Proposed Data = new("Test data", "5,000 parts", 15);

    [Fact]
    public async Task The_customers_people_propose_for_a_meeting_they_see_and_see_their_own_proposals_alone()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        await using var customer = await place.As(ProjectRole.Customer);
        var meeting = await PlannedAsync(lead, place);
        await Refused.ByAsync(nameof(RuleText.NotThere), () => customer.Get<ProposalStore>().ProposeAsync(place.Id, meeting.Id, Data, Ct));
        await lead.Get<MeetingStore>().OpenAsync(place.Id, meeting.Id, Ct);

        await customer.Get<ProposalStore>().ProposeAsync(place.Id, meeting.Id, Data, Ct);
        await lead.Get<ProposalStore>().ProposeAsync(place.Id, meeting.Id, Data with { Title = "The price" }, Ct);

        Assert.Equal(["Test data"], (await ReadAsync(customer, place, meeting)).Waiting.Select(p => p.Title));
        Assert.Equal(["Test data", "The price"], (await ReadAsync(lead, place, meeting)).Waiting.Select(p => p.Title));
    }

    [Fact]
    public async Task What_is_taken_no_longer_waits_until_it_is_taken_off_again_and_its_material_comes_along()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        var meeting = await PlannedAsync(lead, place);
        await lead.Get<ProposalStore>().ProposeAsync(place.Id, meeting.Id, Data, Ct);
        var proposal = Assert.Single((await ReadAsync(lead, place, meeting)).Waiting);
        await lead.Get<MaterialStore>().AddLinkAsync(place.Id, proposal.Id, "https://example.com/list", null, Ct);

        await lead.Get<ProposalStore>().TakeAsync(place.Id, meeting.Id, proposal.Id, Ct);

        var item = Assert.Single((await RoomAsync(lead, place, meeting.Number)).Items);
        var prepared = await ReadAsync(lead, place, meeting);
        Assert.Empty(prepared.Waiting);
        Assert.Equal("https://example.com/list", Assert.IsType<MaterialLink>(Assert.Single(prepared.Material[item.Topic])).Url);
        await Refused.ByAsync(nameof(RuleText.OnAgendaAlready), () => lead.Get<ProposalStore>().TakeAsync(place.Id, meeting.Id, proposal.Id, Ct));

        await lead.Get<MeetingStore>().RemoveItemAsync(place.Id, meeting.Id, item.Id, Ct);
        Assert.Equal(proposal.Id, Assert.Single((await ReadAsync(lead, place, meeting)).Waiting).Id);

        await lead.Get<MeetingStore>().RestoreItemAsync(place.Id, meeting.Id, item, Ct);
        var back = Assert.Single((await RoomAsync(lead, place, meeting.Number)).Items);
        Assert.Equal((item.Id, item.Topic, item.Title), (back.Id, back.Topic, back.Title));
        Assert.Empty((await ReadAsync(lead, place, meeting)).Waiting);
        await Refused.ByAsync(nameof(RuleText.OnAgendaAlready), () => lead.Get<MeetingStore>().RestoreItemAsync(place.Id, meeting.Id, item, Ct));
    }

    [Fact]
    public async Task What_was_declined_is_told_with_its_answer_and_can_wait_again()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        await using var customer = await place.As(ProjectRole.Customer);
        var meeting = await PlannedAsync(lead, place);
        await lead.Get<MeetingStore>().OpenAsync(place.Id, meeting.Id, Ct);
        await customer.Get<ProposalStore>().ProposeAsync(place.Id, meeting.Id, Data, Ct);
        var proposal = Assert.Single((await ReadAsync(lead, place, meeting)).Waiting);

        await lead.Get<ProposalStore>().DeclineAsync(place.Id, proposal.Id, "In December", Ct);
        Assert.Equal("In December", Assert.Single((await ReadAsync(customer, place, meeting)).Declined).Answer);

        await lead.Get<ProposalStore>().ReopenAsync(place.Id, proposal.Id, Ct);
        Assert.Single((await ReadAsync(lead, place, meeting)).Waiting);
    }

    [Fact]
    public async Task A_deferred_topic_comes_back_in_the_next_meeting_once_until_it_is_taken_or_dropped()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        await lead.Get<SeriesStore>().AddAsync(place.Id, Samples.Series(new(2026, 3, 3), place.Ours.Id), Ct);
        var (first, second, third) = ((await RoomAsync(lead, place, 1)).Meeting, (await RoomAsync(lead, place, 2)).Meeting, (await RoomAsync(lead, place, 3)).Meeting);
        await lead.Get<MeetingStore>().AddItemAsync(place.Id, first.Id, "Training", 20, "Lin", Ct);
        var item = Assert.Single((await RoomAsync(lead, place, 1)).Items);
        await lead.Get<MaterialStore>().AddLinkAsync(place.Id, item.Id, "https://example.com/plan", null, Ct);
        await lead.Get<RoomStore>().StartAsync(place.Id, first.Id, Ct);
        await lead.Get<MeetingStore>().DecideItemAsync(place.Id, first.Id, item.Id, ItemState.Deferred, Ct);
        Assert.Empty((await ReadAsync(lead, place, second)).Deferred);
        await lead.Get<RoomStore>().CloseAsync(place.Id, first.Id, "Held by phone.", Ct);
        Assert.Equal("Training", Assert.Single((await ReadAsync(lead, place, second)).Deferred).Item.Title);

        await lead.Get<ProposalStore>().TakeDeferredAsync(place.Id, second.Id, item.Id, Ct);

        var taken = Assert.Single((await RoomAsync(lead, place, 2)).Items);
        Assert.Equal((item.Id, "Training", 20, "Lin"), (taken.FromItemId!.Value, taken.Title, taken.Minutes, taken.Presenter));
        Assert.Single((await ReadAsync(lead, place, second)).Material[taken.Topic]);
        Assert.Empty((await ReadAsync(lead, place, third)).Deferred);
        await Refused.ByAsync(nameof(RuleText.OnAgendaAlready), () => lead.Get<ProposalStore>().TakeDeferredAsync(place.Id, third.Id, item.Id, Ct));

        await lead.Get<MeetingStore>().RemoveItemAsync(place.Id, second.Id, taken.Id, Ct);
        Assert.Single((await ReadAsync(lead, place, third)).Deferred);
        await lead.Get<ProposalStore>().DropAsync(place.Id, item.Id, dropped: true, Ct);
        Assert.Empty((await ReadAsync(lead, place, third)).Deferred);
    }

    [Fact]
    public async Task What_one_customer_deferred_does_not_come_up_with_another()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        var ours = await PlannedAsync(lead, place);
        await lead.Get<MeetingStore>().AddItemAsync(place.Id, ours.Id, "Training", 20, null, Ct);
        var item = Assert.Single((await RoomAsync(lead, place, ours.Number)).Items);
        await lead.Get<RoomStore>().StartAsync(place.Id, ours.Id, Ct);
        await lead.Get<MeetingStore>().DecideItemAsync(place.Id, ours.Id, item.Id, ItemState.Deferred, Ct);
        await lead.Get<RoomStore>().CloseAsync(place.Id, ours.Id, "Held by phone.", Ct);
        var again = await PlannedAsync(lead, place);
        var number = await lead.Get<MeetingStore>().PlanAsync(place.Id, Samples.Meeting(place.Theirs.Id), Ct);

        Assert.Single((await ReadAsync(lead, place, again)).Deferred);
        Assert.Empty((await ReadAsync(lead, place, (await RoomAsync(lead, place, number)).Meeting)).Deferred);
    }

    [Fact]
    public async Task Material_of_a_meeting_that_is_over_stays_and_the_customer_takes_away_only_their_own()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        await using var customer = await place.As(ProjectRole.Customer);
        var meeting = await PlannedAsync(lead, place);
        await lead.Get<MeetingStore>().AddItemAsync(place.Id, meeting.Id, "Training", 20, null, Ct);
        var item = Assert.Single((await RoomAsync(lead, place, meeting.Number)).Items);
        await Refused.ByAsync(nameof(RuleText.NotThere), () => customer.Get<MaterialStore>().AddLinkAsync(place.Id, item.Id, "https://example.com/c", null, Ct));
        await lead.Get<MeetingStore>().OpenAsync(place.Id, meeting.Id, Ct);
        await lead.Get<MaterialStore>().AddLinkAsync(place.Id, item.Id, "https://example.com/a", null, Ct);
        await customer.Get<MaterialStore>().AddLinkAsync(place.Id, item.Id, "https://example.com/b", null, Ct);
        var links = (await ReadAsync(customer, place, meeting)).Material[item.Id].ToDictionary(l => l.Title, l => l.Id);

        await Refused.ByAsync(nameof(RuleText.NotYourMaterial), () => customer.Get<MaterialStore>().RemoveAsync(place.Id, links["example.com/a"], Ct));
        await customer.Get<MaterialStore>().RemoveAsync(place.Id, links["example.com/b"], Ct);
        await lead.Get<RoomStore>().StartAsync(place.Id, meeting.Id, Ct);
        await lead.Get<RoomStore>().CloseAsync(place.Id, meeting.Id, "Held by phone.", Ct);

        await Refused.ByAsync(nameof(RuleText.MeetingOver), () => lead.Get<MaterialStore>().RemoveAsync(place.Id, links["example.com/a"], Ct));
        Assert.Single((await ReadAsync(customer, place, (await RoomAsync(lead, place, meeting.Number)).Meeting)).Material[item.Id]);
    }

    [Fact]
    public async Task A_file_is_kept_as_it_came_and_taken_away_and_brought_back()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        await using var customer = await place.As(ProjectRole.Customer);
        var meeting = await PlannedAsync(lead, place);
        await lead.Get<MeetingStore>().AddItemAsync(place.Id, meeting.Id, "Training", 20, null, Ct);
        var item = Assert.Single((await RoomAsync(lead, place, meeting.Number)).Items);
        var bytes = "%PDF-1.7 plan"u8.ToArray();
        await lead.Get<MaterialStore>().AddFileAsync(place.Id, item.Topic, "计划.pdf", bytes, Ct);
        var file = Assert.IsType<MaterialFile>(Assert.Single((await ReadAsync(lead, place, meeting)).Material[item.Topic]));
        Assert.Null(await customer.Get<MaterialStore>().OpenAsync(place.Id, file.Id, Ct));

        await lead.Get<MeetingStore>().OpenAsync(place.Id, meeting.Id, Ct);
        Assert.Equal(("计划.pdf", bytes), await customer.Get<MaterialStore>().OpenAsync(place.Id, file.Id, Ct));

        await lead.Get<MaterialStore>().RemoveAsync(place.Id, file.Id, Ct);
        Assert.Empty((await ReadAsync(lead, place, meeting)).Material[item.Topic]);
        Assert.Null(await lead.Get<MaterialStore>().OpenAsync(place.Id, file.Id, Ct));
        await lead.Get<MaterialStore>().RestoreAsync(place.Id, file.Id, Ct);
        Assert.Single((await ReadAsync(lead, place, meeting)).Material[item.Topic]);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Task<Preparation> ReadAsync(Acting acting, Place place, Meeting meeting) => acting.Get<PreparationReader>().ReadAsync(place.Id, meeting, Ct);

    private static async Task<Room> RoomAsync(Acting acting, Place place, int number) =>
        await acting.Get<RoomReader>().ReadAsync(place.Id, number, Ct) ?? throw new InvalidOperationException("There is no such meeting.");

    private static async Task<Meeting> PlannedAsync(Acting acting, Place place) =>
        (await RoomAsync(acting, place, await acting.Get<MeetingStore>().PlanAsync(place.Id, Samples.Meeting(place.Ours.Id), Ct))).Meeting;
}
