using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Features.Meetings.Minutes;
using CoCreateStudio.Features.Meetings.Minutes.Corrections;
using CoCreateStudio.Features.Meetings.Minutes.Record;
using CoCreateStudio.Tests.Support;

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
        Assert.Equal("We build it", Assert.IsType<Decision>((await held.RoomAsync()).Entries[0]).Text);
        Assert.True((await held.Lead.Get<MinutesRecord>().CheckAsync(held.Place.Id, Ct)).Fits);
    }

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
