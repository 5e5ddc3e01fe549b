using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Meetings.Decisions;
using CoCreateStudio.Features.Meetings.Live;
using CoCreateStudio.Features.Meetings.Minutes;
using CoCreateStudio.Features.Meetings.Minutes.Confirming;
using CoCreateStudio.Features.Meetings.Minutes.Corrections;
using CoCreateStudio.Features.Meetings.Minutes.Record;
using CoCreateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Features.Meetings.Minutes;

public sealed class MinutesStoreTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_correction_is_a_new_version_and_the_one_before_stays_as_it_is()
    {
        await using var held = await Held.MakeAsync(studio);
        var first = Assert.Single((await held.RoomAsync()).Minutes);

        var number = await held.Lead.Get<MinutesStore>().CorrectAsync(held.Place.Id, held.Id, seen: 1, await held.CorrectionAsync("We buy it"), "Heard wrong", Ct);

        var versions = (await held.RoomAsync()).Minutes;
        Assert.Equal((2, 2, first.Content, first.Hash), (number, versions.Count, versions[0].Content, versions[0].Hash));
        Assert.Equal((2, "Heard wrong", first.Hash, held.Lead.Actor.Name), (versions[1].Number, versions[1].Why, versions[1].PreviousHash, versions[1].By));
        Assert.Equal("We buy it", (await held.LatestAsync()).Topics[0].Said[0].Text);
        Assert.True((await held.Lead.Get<MinutesRecord>().CheckAsync(held.Place.Id, Ct)).Fits);
    }

    [Fact]
    public async Task A_decision_follows_its_correction_in_the_same_save_and_its_history_keeps_what_it_was()
    {
        await using var held = await Held.MakeAsync(studio);
        var correction = await held.CorrectionAsync("We buy it");

        await held.Lead.Get<MinutesStore>().CorrectAsync(held.Place.Id, held.Id, 1, correction with { Lines = [correction.Lines[0] with { DecidedBy = "Mei", Why = "Faster" }] }, "Heard wrong", Ct);

        var decision = Assert.IsType<Decision>((await held.RoomAsync()).Entries[0]);
        Assert.Equal(("We buy it", "Mei", "Faster"), (decision.Text, decision.DecidedBy, decision.Why));
        var history = Assert.Single(await HistoryAsync(decision.Id));
        Assert.Contains(("Text", "We build it", "We buy it"), history.Changes.Select(c => (c.Field, c.Old, c.New)));
        Assert.True(await studio.InDbAsync(db => db.Set<AuditEntry>().IgnoreQueryFilters().AnyAsync(e => e.ActId == history.ActId && e.Entity == nameof(MinutesVersion), Ct)));
    }

    [Fact]
    public async Task What_is_struck_is_taken_back_unless_it_was_done()
    {
        await using var held = await Held.MakeAsync(studio);
        var said = (await held.LatestAsync()).Topics[0].Said;
        await held.Lead.Get<EntryStore>().TickAsync(held.Place.Id, Guid.Parse(said[1].Id!), done: true, Ct);

        await held.Lead.Get<MinutesStore>().CorrectAsync(held.Place.Id, held.Id, 1, (await held.CorrectionAsync("x")) with { Lines = [.. said.Select(l => new LineCorrection(l.Id!, l.Text, IsStruck: true))] }, "Not said", Ct);

        Assert.Empty((await held.LatestAsync()).All);
        Assert.Equal(["Send the parts"], (await held.RoomAsync()).Entries.Select(e => e.Text));
        Assert.Empty((await held.Lead.Get<DecisionList>().ReadAsync(held.Place.Id, DecisionFilter.OfAll, Ct)).Rows);
    }

    [Fact]
    public async Task An_action_follows_in_what_still_stands_and_keeps_what_became_of_it()
    {
        await using var held = await Held.MakeAsync(studio);
        var line = (await held.LatestAsync()).Topics[0].Said[1];
        await held.Lead.Get<EntryStore>().DateAsync(held.Place.Id, Guid.Parse(line.Id!), new(2026, 4, 1), Ct);

        await held.Lead.Get<MinutesStore>().CorrectAsync(held.Place.Id, held.Id, 1, (await held.CorrectionAsync("We build it")) with { Lines = [new(line.Id!, "Send all parts", "Wang", new(2026, 3, 23))] }, "Heard wrong", Ct);

        var action = Assert.Single((await held.RoomAsync()).Entries.OfType<ActionItem>());
        Assert.Equal(("Send all parts", "Wang", new DateOnly(2026, 4, 1)), (action.Text, action.Owner, action.DueOn!.Value));
    }

    [Fact]
    public async Task Whoever_was_forgotten_on_the_list_is_on_it_then_and_may_confirm()
    {
        var place = await Place.MakeAsync(studio);
        await using var held = await Held.MakeAsync(studio, place);
        await using var late = await place.As(ProjectRole.Member, "Late Tom");

        await held.Lead.Get<MinutesStore>().CorrectAsync(place.Id, held.Id, 1, (await held.CorrectionAsync("We build it")) with
        {
            ForgottenPeople = [new("Late Tom", Side.Us, Attended.Remote), new("Guest", Side.Customer, Attended.Present)],
        }, "Forgotten", Ct);

        Assert.Equal([("Late Tom", Side.Us, Attended.Remote), ("Guest", Side.Customer, Attended.Present)], (await held.LatestAsync()).People.TakeLast(2).Select(p => (p.Name, p.Side, p.State!.Value)));
        await late.Get<ConfirmationStore>().AnswerAsync(place.Id, held.Id, 2, ConfirmationAnswer.Confirmed, null, Ct);
        Assert.Equal(["Late Tom"], (await held.RoomAsync()).Confirmations.Select(c => c.Name));
    }

    [Fact]
    public async Task A_draft_lets_go_of_somebody_whom_somebody_else_added_meanwhile()
    {
        await using var held = await Held.MakeAsync(studio);
        CorrectionDraft draft = new(await held.LatestAsync());
        draft.ForgottenPeople.AddRange([new() { Name = "Guest " }, new() { Name = "Other" }]);
        await held.Lead.Get<MinutesStore>().CorrectAsync(held.Place.Id, held.Id, 1, (await held.CorrectionAsync("We build it")) with { ForgottenPeople = [new("Guest", Side.Customer, Attended.Present)] }, "Forgotten", Ct);

        draft.Follow(await held.LatestAsync());

        Assert.Equal(["Other"], draft.ForgottenPeople.Select(p => p.Name));
    }

    private Task<List<AuditEntry>> HistoryAsync(Guid id) => studio.InDbAsync(db => db.Set<AuditEntry>().IgnoreQueryFilters().Where(e => e.EntityId == id && e.Action == AuditAction.Changed).ToListAsync(Ct));

    [Fact]
    public async Task A_correction_says_why()
    {
        await using var held = await Held.MakeAsync(studio);
        var correction = await held.CorrectionAsync("We buy it");

        await Refused.ByAsync(nameof(RuleText.CorrectionNeedsWhy), () => held.Lead.Get<MinutesStore>().CorrectAsync(held.Place.Id, held.Id, 1, correction, " ", Ct));

        Assert.Single((await held.RoomAsync()).Minutes);
    }

    [Fact]
    public async Task Of_two_who_correct_at_once_the_second_is_told_and_nothing_of_theirs_is_written()
    {
        await using var held = await Held.MakeAsync(studio);
        await using var other = await held.Place.As(ProjectRole.Pm);
        var (mine, theirs) = (await held.CorrectionAsync("We buy it"), await held.CorrectionAsync("We rent it"));
        await held.Lead.Get<MinutesStore>().CorrectAsync(held.Place.Id, held.Id, 1, mine, "Heard wrong", Ct);

        await Refused.ByAsync(nameof(RuleText.MinutesNewer), () => other.Get<MinutesStore>().CorrectAsync(held.Place.Id, held.Id, 1, theirs, "Me too", Ct));

        Assert.Equal(("We buy it", 2), ((await held.LatestAsync()).Topics[0].Said[0].Text, (await held.RoomAsync()).Minutes.Count));
    }

    [Fact]
    public async Task Of_many_at_the_very_same_moment_one_makes_the_version()
    {
        await using var held = await Held.MakeAsync(studio);
        var correction = await held.CorrectionAsync("We buy it");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            await using var pm = await held.Place.As(ProjectRole.Pm);
            return await Record.ExceptionAsync(() => pm.Get<MinutesStore>().CorrectAsync(held.Place.Id, held.Id, 1, correction, "Heard wrong", Ct));
        }));

        Assert.Equal((1, 5), (answers.Count(a => a is null), answers.Count(a => a is RuleException { Rule: nameof(RuleText.MinutesNewer) })));
        Assert.Equal(2, (await held.RoomAsync()).Minutes.Count);
    }

    [Fact]
    public async Task What_was_forgotten_becomes_a_thing_of_the_project_with_the_next_number()
    {
        await using var held = await Held.MakeAsync(studio);
        var nothing = await held.CorrectionAsync("We build it");
        SealedLine forgotten = new(null, NoteKind.Action, null, "Book the room", "", default, "Lin", new(2026, 3, 27), null, null);

        await held.Lead.Get<MinutesStore>().CorrectAsync(held.Place.Id, held.Id, 1, nothing with { Forgotten = [new(0, forgotten)] }, "Forgotten", Ct);

        var action = Assert.Single((await held.RoomAsync()).Entries.OfType<ActionItem>(), a => a.Text == "Book the room");
        var line = (await held.LatestAsync()).Topics[0].Said[^1];
        Assert.Equal((2, "Lin", (await held.RoomAsync()).Items[0].Id), (action.Number, action.Owner, action.ItemId!.Value));
        Assert.Equal((action.Id.ToString(), "A-2", action.DueOn, held.Lead.Actor.Name), (line.Id, line.Reference, line.Due, line.By));
    }

    [Fact]
    public async Task A_meeting_that_is_not_closed_has_nothing_to_correct()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        Meeting meeting = new(place.Id, 1, Samples.Meeting(place.Ours.Id));
        await studio.AddAsync(meeting);

        await Refused.ByAsync(nameof(RuleText.NotThere), () => lead.Get<MinutesStore>().CorrectAsync(place.Id, meeting.Id, 1, new(null, null, new Dictionary<string, Attended?>(), [], []), "x", Ct));
    }

    [Fact]
    public async Task A_draft_goes_on_from_a_newer_version_and_keeps_what_the_person_changed()
    {
        await using var held = await Held.MakeAsync(studio);
        CorrectionDraft draft = new(await held.LatestAsync()) { Place = "Room 9" };
        draft.Lines[1].Owner = "Mei";
        await held.Lead.Get<MinutesStore>().CorrectAsync(held.Place.Id, held.Id, 1, await held.CorrectionAsync("We buy it"), "Heard wrong", Ct);

        draft.Follow(await held.LatestAsync());
        await held.Lead.Get<MinutesStore>().CorrectAsync(held.Place.Id, held.Id, 2, draft.Correction, "Owner", Ct);

        var third = await held.LatestAsync();
        Assert.Equal((3, "We buy it", "Mei", "Room 9"), (third.Version, third.Topics[0].Said[0].Text, third.Topics[0].Said[1].Owner, third.Place));
    }
}
