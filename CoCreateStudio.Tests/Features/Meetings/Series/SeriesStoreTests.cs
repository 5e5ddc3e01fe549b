using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Meetings;
using CoCreateStudio.Features.Meetings.Live;
using CoCreateStudio.Features.Meetings.Series;
using CoCreateStudio.Features.Meetings.Topics;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Features.Meetings.Series;

public sealed class SeriesStoreTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static readonly DateOnly Tuesday = new(2026, 3, 3);

    [Fact]
    public async Task A_series_brings_its_first_meetings_with_those_invited()
    {
        var (place, lead, series) = await PlannedAsync();
        await using var acting = lead;
        await using var customer = await place.As(ProjectRole.Customer);

        var meetings = await MeetingsAsync(place, series);

        Assert.Equal([Tuesday, Tuesday.AddDays(7), Tuesday.AddDays(14)], meetings.Select(m => m.PlannedOn!.Value));
        Assert.Equal([1, 2, 3], meetings.Select(m => m.Number));
        Assert.Contains(lead.Actor.Name, (await RoomAsync(lead, place, 3)).People.Select(p => p.Name));
        Assert.Empty(await customer.Get<SeriesReader>().ListAsync(place.Id, Ct));
    }

    [Fact]
    public async Task Closing_one_makes_the_next_and_looking_again_makes_no_other()
    {
        var (place, lead, series) = await PlannedAsync();
        await using var acting = lead;
        var first = (await MeetingsAsync(place, series))[0];
        await lead.Get<RoomStore>().StartAsync(place.Id, first.Id, Ct);

        await lead.Get<RoomStore>().CloseAsync(place.Id, first.Id, "Held by phone.", Ct);

        Assert.Equal(4, (await MeetingsAsync(place, series)).Count);
        Assert.Equal(0, await lead.Get<SeriesStore>().FillAsync(place.Id, Ct));
    }

    [Fact]
    public async Task Two_servers_that_make_the_same_meeting_make_it_once()
    {
        var (place, lead, series) = await PlannedAsync();
        await using var acting = lead;
        var now = Samples.Now.AddDays(10);
        await using var one = await lead.Get<ProjectDbFactory>().OpenAsync(place.Id, Right.HoldMeetings, Ct);
        await using var other = await lead.Get<ProjectDbFactory>().OpenAsync(place.Id, Right.HoldMeetings, Ct);
        await one.AddMissingAsync(await one.Set<MeetingSeries>().SingleAsync(s => s.Id == series, Ct), now, Ct);
        await other.AddMissingAsync(await other.Set<MeetingSeries>().SingleAsync(s => s.Id == series, Ct), now, Ct);

        Assert.True(await one.SavedAsync(Ct));
        Assert.False(await other.SavedAsync(Ct));

        var dates = (await MeetingsAsync(place, series)).Select(m => m.PlannedOn).ToList();
        Assert.Equal(dates.Distinct(), dates);
    }

    [Fact]
    public async Task Skipping_or_moving_one_moves_no_other()
    {
        var (place, lead, series) = await PlannedAsync();
        await using var acting = lead;
        var meetings = await MeetingsAsync(place, series);
        await lead.Get<MeetingStore>().CancelAsync(place.Id, meetings[0].Id, "Holiday", Ct);
        await lead.Get<MeetingStore>().ReplanAsync(place.Id, meetings[1].Id, meetings[1].Planned, Plan(place, meetings[1].StartsAt.AddDays(1)), Ct);

        Assert.Equal(1, await lead.Get<SeriesStore>().FillAsync(place.Id, Ct));

        var after = await MeetingsAsync(place, series);
        Assert.Equal([0, 7, 14, 21], after.Select(m => m.PlannedOn!.Value.DayNumber - Tuesday.DayNumber));
        Assert.Equal([0, 8, 14, 21], after.Select(m => DateOnly.FromDateTime(m.StartsAt).DayNumber - Tuesday.DayNumber));
    }

    [Fact]
    public async Task A_change_of_the_series_reaches_its_untouched_drafts_and_leaves_the_others()
    {
        var (place, lead, series) = await PlannedAsync();
        await using var acting = lead;
        var meetings = await MeetingsAsync(place, series);
        await lead.Get<MeetingStore>().OpenAsync(place.Id, meetings[0].Id, Ct);
        var thursday = Tuesday.AddDays(9);

        await lead.Get<SeriesStore>().ChangeAsync(place.Id, series, Samples.Series(Tuesday, place.Ours.Id), Samples.Series(thursday, place.Ours.Id) with { Place = "Plant 2" }, Ct);

        var after = await MeetingsAsync(place, series);
        Assert.Equal([Tuesday, thursday, thursday.AddDays(7)], after.Select(m => m.PlannedOn!.Value));
        Assert.Equal(["Room 2", "Plant 2", "Plant 2"], after.Select(m => m.Place));
        Assert.Equal([0, 1, 1], after.Select(m => m.Sequence));
    }

    [Fact]
    public async Task Its_topics_come_to_new_meetings_and_to_drafts_on_which_nobody_has_worked()
    {
        var (place, lead, series) = await PlannedAsync();
        await using var acting = lead;
        var meetings = await MeetingsAsync(place, series);
        await lead.Get<MeetingStore>().AddItemAsync(place.Id, meetings[1].Id, "Own topic", 10, null, Ct);
        SeriesTopic[] topics = [new("Actions", 10, "Lin"), new("Risks", 15, null)];

        await lead.Get<SeriesStore>().ListTopicsAsync(place.Id, series, [], topics, Ct);

        Assert.Equal(["Actions", "Risks"], (await RoomAsync(lead, place, 1)).Items.Select(i => i.Title));
        Assert.Equal(["Own topic"], (await RoomAsync(lead, place, 2)).Items.Select(i => i.Title));
        await Refused.ByAsync(nameof(RuleText.ChangedJustNow), () => lead.Get<SeriesStore>().ListTopicsAsync(place.Id, series, [], [], Ct));
    }

    [Fact]
    public async Task Ending_calls_off_the_drafts_and_its_undo_brings_them_back_as_something_to_send()
    {
        var (place, lead, series) = await PlannedAsync();
        await using var acting = lead;

        var act = await lead.Get<SeriesStore>().EndAsync(place.Id, series, Ct);
        Assert.All(await MeetingsAsync(place, series), m => Assert.Equal((MeetingState.Cancelled, 1), (m.State, m.Sequence)));
        Assert.Equal(0, await lead.Get<SeriesStore>().FillAsync(place.Id, Ct));

        await lead.Get<SeriesStore>().UndoEndAsync(place.Id, act, Ct);

        Assert.All(await MeetingsAsync(place, series), m => Assert.Equal((MeetingState.Draft, 2), (m.State, m.Sequence)));
        await Refused.ByAsync(nameof(RuleText.NothingToUndo), () => lead.Get<SeriesStore>().UndoEndAsync(place.Id, act, Ct));
    }

    [Fact]
    public async Task Whoever_has_no_account_is_invited_to_the_next_ones_too()
    {
        var (place, lead, series) = await PlannedAsync();
        await using var acting = lead;
        Contact contact = new(place.Ours.Id, new("Chen Wei", Email: "chen@example.com"));
        await studio.AddAsync(contact);
        var last = (await MeetingsAsync(place, series))[^1];
        await studio.AddAsync(new Attendance(last, contact), new Attendance(last, "Auditor", Side.Us));
        await lead.Get<MeetingStore>().CancelAsync(place.Id, (await MeetingsAsync(place, series))[0].Id, null, Ct);

        await lead.Get<SeriesStore>().FillAsync(place.Id, Ct);

        var people = (await RoomAsync(lead, place, 4)).People;
        Assert.Equal(contact.Id, people.Single(p => p.Name == "Chen Wei").ContactId);
        Assert.Contains(people, p => p is { Name: "Auditor", Side: Side.Us });
    }

    [Fact]
    public async Task Whoever_is_invited_to_one_is_invited_to_the_drafts_that_follow_and_not_to_what_was_shown()
    {
        var (place, lead, series) = await PlannedAsync();
        await using var acting = lead;
        var meetings = await MeetingsAsync(place, series);
        await lead.Get<MeetingStore>().OpenAsync(place.Id, meetings[2].Id, Ct);

        await lead.Get<MeetingStore>().InviteAsync(place.Id, meetings[0].Id, " Auditor ", Side.Customer, Ct);

        foreach (var (number, invited) in new[] { (1, true), (2, true), (3, false) })
            Assert.Equal(invited, (await RoomAsync(lead, place, number)).People.Any(p => p is { Name: "Auditor", Side: Side.Customer }));
    }

    [Fact]
    public async Task A_change_that_did_not_see_the_last_one_is_told_and_a_series_stays_with_its_customer()
    {
        var (place, lead, series) = await PlannedAsync();
        await using var acting = lead;
        var seen = Samples.Series(Tuesday, place.Ours.Id);
        await lead.Get<SeriesStore>().ChangeAsync(place.Id, series, seen, seen with { Place = "Plant 2" }, Ct);

        await Refused.ByAsync(nameof(RuleText.ChangedJustNow), () => lead.Get<SeriesStore>().ChangeAsync(place.Id, series, seen, seen with { Title = "Other" }, Ct));
        await Refused.ByAsync(nameof(RuleText.SeriesCustomerStays), () => lead.Get<SeriesStore>().ChangeAsync(place.Id, series, seen with { Place = "Plant 2" }, seen with { CustomerId = place.Theirs.Id }, Ct));
    }

    [Fact]
    public async Task A_draft_whose_topics_have_material_keeps_them_when_the_list_of_the_series_changes()
    {
        var (place, lead, series) = await PlannedAsync();
        await using var acting = lead;
        SeriesTopic[] before = [new("Actions", 10, null)], after = [new("Risks", 15, null)];
        await lead.Get<SeriesStore>().ListTopicsAsync(place.Id, series, [], before, Ct);
        await lead.Get<MaterialStore>().AddLinkAsync(place.Id, (await RoomAsync(lead, place, 2)).Items[0].Topic, "https://example.com", null, Ct);

        await lead.Get<SeriesStore>().ListTopicsAsync(place.Id, series, before, after, Ct);

        Assert.Equal(["Risks", "Actions", "Risks"], await Task.WhenAll(new[] { 1, 2, 3 }.Select(async n => (await RoomAsync(lead, place, n)).Items[0].Title)));
    }

    [Fact]
    public async Task What_was_called_off_before_anybody_saw_it_is_not_there_for_the_customer()
    {
        var (place, lead, series) = await PlannedAsync();
        await using var acting = lead;
        await using var customer = await place.As(ProjectRole.Customer);
        var meetings = await MeetingsAsync(place, series);
        await lead.Get<MeetingStore>().OpenAsync(place.Id, meetings[1].Id, Ct);
        foreach (var meeting in meetings.Take(2)) await lead.Get<MeetingStore>().CancelAsync(place.Id, meeting.Id, null, Ct);

        Assert.Equal([2], (await customer.Get<MeetingList>().AheadAsync(place.Id, Ct)).Select(l => l.Number));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static MeetingPlan Plan(Place place, DateTime at) => Samples.Meeting(place.Ours.Id) with { StartsAt = at };

    private static async Task<Room> RoomAsync(Acting acting, Place place, int number) =>
        await acting.Get<RoomReader>().ReadAsync(place.Id, number, Ct) ?? throw new InvalidOperationException("There is no such meeting.");

    private Task<List<Meeting>> MeetingsAsync(Place place, Guid series) =>
        studio.InDbAsync(db => db.Set<Meeting>().IgnoreQueryFilters().AsNoTracking().Where(m => m.ProjectId == place.Id && m.SeriesId == series).OrderBy(m => m.PlannedOn).ToListAsync(Ct));

    private async Task<(Place Place, Acting Lead, Guid Series)> PlannedAsync()
    {
        var place = await Place.MakeAsync(studio);
        var lead = await place.As(ProjectRole.Lead);
        var number = await lead.Get<SeriesStore>().AddAsync(place.Id, Samples.Series(Tuesday, place.Ours.Id), Ct);
        return (place, lead, (await lead.Get<SeriesReader>().ReadAsync(place.Id, number, Ct))!.Series.Id);
    }
}
