using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.Sealing;
using CoCreateStudio.Features.Meetings;
using CoCreateStudio.Features.Meetings.Actions;
using CoCreateStudio.Features.Meetings.Decisions;
using CoCreateStudio.Features.Meetings.Live;
using CoCreateStudio.Features.Meetings.Minutes;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Features.Meetings;

public sealed class MeetingStoreTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static readonly DateOnly Friday = new(2026, 11, 27);

    [Fact]
    public async Task Whoever_is_in_the_project_or_of_the_customer_is_invited_and_viewers_are_not()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        await using var viewer = await place.As(ProjectRole.Viewer);
        await using var customer = await place.As(ProjectRole.Customer);

        var room = await RoomAsync(lead, place, await lead.Get<MeetingStore>().PlanAsync(place.Id, Samples.Meeting(place.Ours.Id), Ct));

        Assert.Contains((lead.Actor.Name, Side.Us), room.People.Select(p => (p.Name, p.Side)));
        Assert.Contains((customer.Actor.Name, Side.Customer), room.People.Select(p => (p.Name, p.Side)));
        Assert.DoesNotContain(room.People, p => p.Name == viewer.Actor.Name);
    }

    [Fact]
    public async Task Topics_are_put_in_order()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        var (number, id) = await PlannedAsync(lead, place, "One", "Two", "Three");
        var room = await RoomAsync(lead, place, number);

        await lead.Get<MeetingStore>().MoveItemAsync(place.Id, id, room.Items[2].Id, -2, Ct);

        Assert.Equal(["Three", "One", "Two"], (await RoomAsync(lead, place, number)).Items.Select(i => i.Title));
    }

    [Fact]
    public async Task A_draft_is_not_there_for_the_customer_until_it_is_opened_and_another_customers_never()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        await using var customer = await place.As(ProjectRole.Customer);
        var (number, id) = await PlannedAsync(lead, place, "One");
        Assert.Null(await customer.Get<RoomReader>().ReadAsync(place.Id, number, Ct));

        await lead.Get<MeetingStore>().OpenAsync(place.Id, id, Ct);

        Assert.Equal("One", Assert.Single((await RoomAsync(customer, place, number)).Items).Title);
        var inside = await lead.Get<MeetingStore>().PlanAsync(place.Id, Samples.Meeting(), Ct);
        Assert.Null(await customer.Get<RoomReader>().ReadAsync(place.Id, inside, Ct));
        Assert.Equal([number], (await customer.Get<MeetingList>().AheadAsync(place.Id, Ct)).Select(l => l.Number));
    }

    [Fact]
    public async Task A_line_that_is_sent_twice_is_said_once()
    {
        var (place, lead, number, id) = await RunningAsync();
        await using var acting = lead;
        var line = Guid.CreateVersion7();
        foreach (var _ in new[] { 1, 2 }) await lead.Get<EntryStore>().SayAsync(place.Id, id, null, line, new(NoteKind.Action, "Send it", "Lin", Due: Friday), Ct);

        var said = Assert.IsType<ActionItem>(Assert.Single((await RoomAsync(lead, place, number)).Entries));

        Assert.Equal((1, "Send it", "Lin", Friday), (said.Number, said.Text, said.Owner, said.DueOn));
    }

    [Fact]
    public async Task A_line_stays_in_its_block_whatever_becomes_of_those_before_it()
    {
        var (place, lead, number, id) = await RunningAsync();
        await using var acting = lead;
        var lines = Enumerable.Range(0, 30).Select(_ => Guid.CreateVersion7()).ToList();
        foreach (var line in lines)
        {
            await lead.Get<EntryStore>().SayAsync(place.Id, id, null, line, new(NoteKind.Note, "Said"), Ct);
            studio.Clock.Pass(TimeSpan.FromSeconds(1));
        }

        var before = (await RoomAsync(lead, place, number)).Blocks;

        await lead.Get<EntryStore>().ArchiveAsync(place.Id, lines[0], Ct);
        await lead.Get<EntryStore>().TurnAsync(place.Id, lines[1], NoteKind.Decision, Ct);

        var after = (await RoomAsync(lead, place, number)).Blocks;
        Assert.Equal(before[0].Entries.Count - 1, after[0].Entries.Count);
        Assert.NotEqual(before[0].Versions, after[0].Versions);
        Assert.Equal(before.Skip(1).Select(b => (b.At, b.Versions)), after.Skip(1).Select(b => (b.At, b.Versions)));
    }

    [Fact]
    public async Task A_name_that_nobody_answers_to_stays_in_the_text()
    {
        var (place, lead, number, id) = await RunningAsync();
        await using var acting = lead;

        await lead.Get<EntryStore>().SayAsync(place.Id, id, null, Guid.CreateVersion7(), EntryLine.Parse("ask for data @Nobody", Friday, ["Lin"]), Ct);

        Assert.Equal("ask for data @Nobody", Assert.Single((await RoomAsync(lead, place, number)).Entries).Text);
    }

    [Fact]
    public async Task A_note_becomes_an_action_that_knows_where_it_was_said()
    {
        var (place, lead, number, id) = await RunningAsync();
        await using var acting = lead;
        await SayAsync(lead, place, id, NoteKind.Note, "Send the parts");
        var note = Assert.Single((await RoomAsync(lead, place, number)).Entries);

        await lead.Get<EntryStore>().TurnAsync(place.Id, note.Id, NoteKind.Action, Ct);

        var action = Assert.IsType<ActionItem>(Assert.Single((await RoomAsync(lead, place, number)).Entries));
        Assert.Equal((note.Text, note.SaidAt, note.ItemId, note.Author), (action.Text, action.SaidAt, action.ItemId, action.Author));
    }

    [Fact]
    public async Task A_requirement_said_in_a_meeting_is_collected_for_its_customer()
    {
        var (place, lead, number, id) = await RunningAsync();
        await using var acting = lead;

        await SayAsync(lead, place, id, NoteKind.Requirement, "Scan without network");

        var note = Assert.IsType<MeetingNote>(Assert.Single((await RoomAsync(lead, place, number)).Entries));
        var requirement = await studio.InDbAsync(db => db.Set<Requirement>().IgnoreQueryFilters().SingleAsync(r => r.ProjectId == place.Id && r.Number == note.Requirement, Ct));
        Assert.Equal(("Scan without network", place.Ours.Id), (requirement.Description, requirement.CustomerId));
    }

    [Fact]
    public async Task What_is_open_is_found_by_every_later_meeting_and_ticking_it_there_changes_the_thing_itself()
    {
        var (place, lead, _, id) = await RunningAsync();
        await using var acting = lead;
        await SayAsync(lead, place, id, NoteKind.Action, "Send the parts");
        await SayAsync(lead, place, id, NoteKind.OpenIssue, "Who pays?");
        await CloseAsync(lead, place, id);
        var (second, secondId) = await PlannedAsync(lead, place, "Two");
        var carried = (await RoomAsync(lead, place, second)).Earlier;
        Assert.Equal([("Send the parts", 1), ("Who pays?", 1)], carried.Select(c => (c.Entry.Text, c.Times)));

        await lead.Get<EntryStore>().TickAsync(place.Id, carried[0].Entry.Id, done: true, Ct);

        Assert.Equal(["Who pays?"], (await RoomAsync(lead, place, second)).Earlier.Select(c => c.Entry.Text));
        Assert.NotEqual(Guid.Empty, secondId);
    }

    [Fact]
    public async Task Closing_makes_the_first_version_and_all_versions_of_a_project_are_one_chain()
    {
        var (place, lead, number, id) = await RunningAsync();
        await using var acting = lead;
        await SayAsync(lead, place, id, NoteKind.Decision, "We build it");
        await CloseAsync(lead, place, id);
        var (second, secondId) = await PlannedAsync(lead, place, "Two");
        await lead.Get<RoomStore>().StartAsync(place.Id, secondId, Ct);
        await CloseAsync(lead, place, secondId);

        var (first, next) = (Assert.Single((await RoomAsync(lead, place, number)).Minutes), Assert.Single((await RoomAsync(lead, place, second)).Minutes));

        Assert.Contains("We build it", first.Content, StringComparison.Ordinal);
        Assert.Equal((first.Hash, 2), (next.PreviousHash, next.Place));
        Assert.All([first, next], v => Assert.True(Seal.Fits(v.Hash, v.PreviousHash, v.Content)));
    }

    [Fact]
    public async Task Minutes_are_read_as_they_were_sealed_whatever_became_of_the_things_since()
    {
        var (place, lead, number, id) = await RunningAsync();
        await using var acting = lead;
        await lead.Get<EntryStore>().SayAsync(place.Id, id, null, Guid.CreateVersion7(), new(NoteKind.Action, "Send the parts", "Lin", Due: Friday), Ct);
        await CloseAsync(lead, place, id);
        var action = Assert.Single((await RoomAsync(lead, place, number)).Entries);
        await lead.Get<EntryStore>().DateAsync(place.Id, action.Id, Friday.AddDays(7), Ct);
        await lead.Get<EntryStore>().GiveAsync(place.Id, action.Id, "Mei", Ct);

        var sealedMinutes = SealedMinutes.Read(Assert.Single((await RoomAsync(lead, place, number)).Minutes).Content);

        var line = Assert.Single(sealedMinutes.All);
        Assert.Equal((NoteKind.Action, "Send the parts", "Lin", Friday, 1), (line.Kind, line.Text, line.Owner, line.Due, line.Number));
    }

    [Fact]
    public async Task It_cannot_be_closed_dirty_without_a_word_and_then_nothing_is_written()
    {
        var (place, lead, number, id) = await RunningAsync();
        await using var acting = lead;
        await SayAsync(lead, place, id, NoteKind.Action, "Nobody does it");

        await Refused.ByAsync(nameof(RuleText.MeetingUnfinished), () => lead.Get<RoomStore>().CloseAsync(place.Id, id, null, Ct));

        var room = await RoomAsync(lead, place, number);
        Assert.Equal((MeetingState.InProgress, 0), (room.Meeting.State, room.Minutes.Count));
    }

    [Fact]
    public async Task After_the_end_nothing_is_said_any_more()
    {
        var (place, lead, number, id) = await RunningAsync();
        await using var acting = lead;
        await SayAsync(lead, place, id, NoteKind.Action, "Send the parts");
        var said = Assert.Single((await RoomAsync(lead, place, number)).Entries);
        await CloseAsync(lead, place, id);
        var store = lead.Get<EntryStore>();

        await Refused.ByAsync(nameof(RuleText.MeetingOver), () => SayAsync(lead, place, id, NoteKind.Note, "One more"));
        await Refused.ByAsync(nameof(RuleText.MeetingOver), () => store.WriteAsync(place.Id, said.Id, said.Text, "Send nothing", Ct));
        await Refused.ByAsync(nameof(RuleText.MeetingOver), () => store.TurnAsync(place.Id, said.Id, NoteKind.Note, Ct));
        await Refused.ByAsync(nameof(RuleText.MeetingOver), () => store.ArchiveAsync(place.Id, said.Id, Ct));
        await store.TickAsync(place.Id, said.Id, done: true, Ct);
        Assert.False(Assert.IsType<ActionItem>(Assert.Single((await RoomAsync(lead, place, number)).Entries)).IsOpen);
    }

    [Fact]
    public async Task What_is_written_into_a_draft_is_not_there_for_the_customer_until_it_is_opened()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        await using var customer = await place.As(ProjectRole.Customer);
        var (_, id) = await PlannedAsync(lead, place, "One");
        await SayAsync(lead, place, id, NoteKind.Decision, "We offer less");
        await SayAsync(lead, place, id, NoteKind.Action, "Ask the board");
        async Task<(int, int)> SeenAsync() => (
            (await customer.Get<DecisionList>().ReadAsync(place.Id, DecisionFilter.OfAll, Ct)).Count,
            (await customer.Get<ActionList>().CountAsync(place.Id, ActionFilter.OfOpen, Ct)).Count(ActionShow.Open, ""));
        Assert.Equal((0, 0), await SeenAsync());

        await lead.Get<MeetingStore>().OpenAsync(place.Id, id, Ct);

        Assert.Equal((1, 1), await SeenAsync());
    }

    [Fact]
    public async Task A_draft_for_another_customer_has_their_people_and_nobody_of_the_one_before()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        await using var customer = await place.As(ProjectRole.Customer);
        var (number, id) = await PlannedAsync(lead, place);
        await lead.Get<MeetingStore>().InviteAsync(place.Id, id, "Their guest", Side.Customer, Ct);
        var seen = (await RoomAsync(lead, place, number)).Meeting.Planned;

        await lead.Get<MeetingStore>().ReplanAsync(place.Id, id, seen, seen with { CustomerId = place.Theirs.Id }, Ct);

        var room = await RoomAsync(lead, place, number);
        Assert.All(room.People, p => Assert.Equal(Side.Us, p.Side));
        await SayAsync(lead, place, id, NoteKind.Note, "For them alone");
        await Refused.ByAsync(nameof(RuleText.CustomerWorkedOn), () => lead.Get<MeetingStore>().ReplanAsync(place.Id, id, room.Meeting.Planned, seen, Ct));
    }

    [Fact]
    public async Task A_plan_that_somebody_else_changed_is_not_overwritten()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        var (number, id) = await PlannedAsync(lead, place);
        var seen = (await RoomAsync(lead, place, number)).Meeting.Planned;
        await lead.Get<MeetingStore>().ReplanAsync(place.Id, id, seen, seen with { Place = "Plant 2" }, Ct);

        await Refused.ByAsync(nameof(RuleText.ChangedJustNow), () => lead.Get<MeetingStore>().ReplanAsync(place.Id, id, seen, seen with { Title = "Mine" }, Ct));
    }

    [Fact]
    public async Task Two_people_who_describe_one_topic_keep_what_the_other_wrote()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        var (number, id) = await PlannedAsync(lead, place, "One");
        var item = (await RoomAsync(lead, place, number)).Items[0];

        await Task.WhenAll(
            lead.Get<MeetingStore>().RenameItemAsync(place.Id, id, item.Id, "First", Ct),
            lead.Get<MeetingStore>().AllotItemAsync(place.Id, id, item.Id, 25, Ct),
            lead.Get<MeetingStore>().GiveItemAsync(place.Id, id, item.Id, "Lin", Ct));

        item = (await RoomAsync(lead, place, number)).Items[0];
        Assert.Equal(("First", 25, "Lin"), (item.Title, item.Minutes, item.Presenter));
    }

    [Fact]
    public async Task A_line_that_two_people_turn_becomes_one_thing_and_who_still_writes_in_it_writes_there()
    {
        var (place, lead, number, id) = await RunningAsync();
        await using var acting = lead;
        await SayAsync(lead, place, id, NoteKind.Note, "Send the parts");
        var note = Assert.Single((await RoomAsync(lead, place, number)).Entries);
        await lead.Get<EntryStore>().TurnAsync(place.Id, note.Id, NoteKind.Action, Ct);

        await Refused.ByAsync(nameof(RuleText.LineGone), () => lead.Get<EntryStore>().TurnAsync(place.Id, note.Id, NoteKind.Decision, Ct));
        await Refused.ByAsync(nameof(RuleText.LineGone), () => lead.Get<EntryStore>().ArchiveAsync(place.Id, note.Id, Ct));
        await Refused.ByAsync(nameof(RuleText.LineGone), () => lead.Get<EntryStore>().RestoreAsync(place.Id, note.Id, Ct));
        await lead.Get<EntryStore>().WriteAsync(place.Id, note.Id, "Send the parts", "Send the parts today", Ct);

        Assert.Equal("Send the parts today", Assert.IsType<ActionItem>(Assert.Single((await RoomAsync(lead, place, number)).Entries)).Text);
    }

    [Fact]
    public async Task What_was_taken_back_is_not_written_on_until_it_is_brought_back()
    {
        var (place, lead, number, id) = await RunningAsync();
        await using var acting = lead;
        await SayAsync(lead, place, id, NoteKind.Note, "Send");
        var note = Assert.Single((await RoomAsync(lead, place, number)).Entries);
        await lead.Get<EntryStore>().ArchiveAsync(place.Id, note.Id, Ct);

        await Refused.ByAsync(nameof(RuleText.LineGone), () => lead.Get<EntryStore>().WriteAsync(place.Id, note.Id, "Send", "Send it", Ct));
        await lead.Get<EntryStore>().RestoreAsync(place.Id, note.Id, Ct);
        await lead.Get<EntryStore>().WriteAsync(place.Id, note.Id, "Send", "Send it", Ct);

        Assert.Equal("Send it", Assert.Single((await RoomAsync(lead, place, number)).Entries).Text);
    }

    [Fact]
    public async Task Whoever_changes_a_line_while_the_meeting_is_closed_is_in_the_minutes_or_is_refused()
    {
        var (place, lead, number, id) = await RunningAsync();
        await using var acting = lead;
        await SayAsync(lead, place, id, NoteKind.Note, "Send");
        await using var closing = await lead.Get<ProjectDbFactory>().OpenAsync(place.Id, Right.HoldMeetings, Ct);
        var whole = await MinutesContent.ReadAsync(closing, await closing.Set<Meeting>().SingleAsync(m => m.Id == id, Ct), Ct);
        foreach (var row in whole.Rows) closing.Claim(row);
        await closing.CountLineAsync(place.Id, Ct);

        await lead.Get<EntryStore>().WriteAsync(place.Id, whole.Entries[0].Id, "Send", "Send it", Ct);
        Assert.False(await closing.SavedAsync(Ct));

        await CloseAsync(lead, place, id);
        await Refused.ByAsync(nameof(RuleText.MeetingOver), () => lead.Get<EntryStore>().WriteAsync(place.Id, whole.Entries[0].Id, "Send it", "Send it now", Ct));
        Assert.Contains("Send it", Assert.Single((await RoomAsync(lead, place, number)).Minutes).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_comes_while_the_meeting_is_closed_elsewhere_makes_the_close_look_again()
    {
        var (place, lead, _, id) = await RunningAsync();
        await using var acting = lead;
        await using var closing = await lead.Get<ProjectDbFactory>().OpenAsync(place.Id, Right.HoldMeetings, Ct);
        await closing.CountLineAsync(place.Id, Ct);

        await SayAsync(lead, place, id, NoteKind.Note, "One more");

        Assert.False(await closing.SavedAsync(Ct));
    }

    [Fact]
    public async Task Whoever_is_in_the_project_is_known_by_their_name()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        await using var viewer = await place.As(ProjectRole.Viewer);
        var (number, id) = await PlannedAsync(lead, place);

        await lead.Get<MeetingStore>().InviteAsync(place.Id, id, viewer.Actor.Name, Side.Customer, Ct);
        await lead.Get<MeetingStore>().InviteAsync(place.Id, id, "Nobody we know", Side.Customer, Ct);

        var people = (await RoomAsync(lead, place, number)).People;
        Assert.Contains((viewer.Actor.PersonId, Side.Us), people.Where(p => p.Name == viewer.Actor.Name).Select(p => (p.PersonId, p.Side)));
        Assert.Contains((null, Side.Customer), people.Where(p => p.Name == "Nobody we know").Select(p => (p.PersonId, p.Side)));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<Room> RoomAsync(Acting acting, Place place, int number) =>
        await acting.Get<RoomReader>().ReadAsync(place.Id, number, Ct) ?? throw new InvalidOperationException("There is no such meeting.");

    private static Task SayAsync(Acting acting, Place place, Guid id, NoteKind kind, string text) =>
        acting.Get<EntryStore>().SayAsync(place.Id, id, null, Guid.CreateVersion7(), new(kind, text), Ct);

    private static Task CloseAsync(Acting acting, Place place, Guid id) => acting.Get<RoomStore>().CloseAsync(place.Id, id, "Held by phone.", Ct);

    private static async Task<(int Number, Guid Id)> PlannedAsync(Acting acting, Place place, params string[] topics)
    {
        var number = await acting.Get<MeetingStore>().PlanAsync(place.Id, Samples.Meeting(place.Ours.Id), Ct);
        var id = (await RoomAsync(acting, place, number)).Meeting.Id;
        foreach (var topic in topics) await acting.Get<MeetingStore>().AddItemAsync(place.Id, id, topic, 10, null, Ct);
        return (number, id);
    }

    private async Task<(Place Place, Acting Lead, int Number, Guid Id)> RunningAsync()
    {
        var place = await Place.MakeAsync(studio);
        var lead = await place.As(ProjectRole.Lead);
        var (number, id) = await PlannedAsync(lead, place, "One");
        await lead.Get<RoomStore>().StartAsync(place.Id, id, Ct);
        return (place, lead, number, id);
    }
}
