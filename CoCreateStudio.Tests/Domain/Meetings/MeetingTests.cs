using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Meetings;

public sealed class MeetingTests
{
    private static readonly DateTime Ten = new(2026, 11, 20, 10, 0, 0, DateTimeKind.Utc);
    private readonly Meeting _meeting = new(Guid.NewGuid(), 12, Samples.Meeting());

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(720, true)]
    [InlineData(721, false)]
    public void A_slot_has_its_limits(int minutes, bool fits) => Says(fits, nameof(RuleText.SlotLength), () => _meeting.Plan(Samples.Meeting() with { Minutes = minutes }));

    [Theory]
    [InlineData("https://meet.example.com/12", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("meet.example.com", false)]
    public void A_link_is_a_web_address(string link, bool fits) => Says(fits, nameof(RuleText.WebAddressNeeded), () => _meeting.Plan(Samples.Meeting() with { Link = link }));

    [Theory]
    [InlineData("Asia/Shanghai", true)]
    [InlineData("Moon/Tranquility", false)]
    public void A_time_zone_exists(string zone, bool fits) => Says(fits, nameof(RuleText.UnknownTimeZone), () => _meeting.Plan(Samples.Meeting() with { TimeZone = zone }));

    [Fact]
    public void The_customer_changes_only_while_nobody_has_seen_it()
    {
        _meeting.Plan(Samples.Meeting(Guid.NewGuid()));
        _meeting.Open();

        Refused.By(nameof(RuleText.CustomerStays), () => _meeting.Plan(Samples.Meeting(Guid.NewGuid())));
    }

    [Fact]
    public void Calendars_hear_of_a_new_time_place_or_title_and_of_calling_off_but_of_nothing_else()
    {
        var plan = Samples.Meeting();
        int After(Action act)
        {
            var before = _meeting.Sequence;
            act();
            return _meeting.Sequence - before;
        }

        Assert.Equal(0, _meeting.Sequence);
        Assert.Equal(0, After(() => _meeting.Plan(plan with { Host = "Tom", Kind = MeetingKind.Risk })));
        Assert.Equal(1, After(() => _meeting.Plan(plan with { StartsAt = plan.StartsAt.AddDays(1) })));
        Assert.Equal(1, After(() => _meeting.Plan(plan with { Place = "Plant 2" })));
        Assert.Equal(1, After(() => _meeting.Plan(plan with { Title = "Review", Place = "Plant 2" })));
        Assert.Equal(1, After(() => _meeting.Cancel(null)));
        Assert.Equal(1, After(_meeting.Reinstate));
    }

    [Fact]
    public void What_was_called_off_takes_place_after_all_as_it_was_shown_or_not()
    {
        Refused.By(nameof(RuleText.MeetingNotCancelled), _meeting.Reinstate);
        _meeting.Cancel("Holiday");
        _meeting.Reinstate();
        Assert.Equal((MeetingState.Draft, null), (_meeting.State, _meeting.Remark));

        _meeting.Open();
        _meeting.Cancel(null);
        _meeting.Reinstate();
        Assert.Equal(MeetingState.Open, _meeting.State);
    }

    [Fact]
    public void A_clock_counts_for_the_topic_that_is_talked_about_and_not_while_it_is_held()
    {
        var (first, second) = (Topic(1, "One"), Topic(2, "Two"));
        _meeting.Start(Ten);
        _meeting.GoTo(first, null, Ten);
        _meeting.Hold(first, Ten.AddMinutes(4));
        _meeting.Resume(Ten.AddMinutes(9));

        _meeting.GoTo(second, first, Ten.AddMinutes(10));

        Assert.Equal((300, ItemState.Discussed), (first.UsedSeconds, first.State));
        Assert.Equal((second.Id, Ten.AddMinutes(10)), (_meeting.CurrentItemId!.Value, _meeting.CurrentSince));
    }

    [Fact]
    public void What_was_put_off_stays_so_when_the_meeting_goes_on_and_is_open_again_when_it_comes_back()
    {
        var (first, second) = (Topic(1, "One"), Topic(2, "Two"));
        _meeting.Start(Ten);
        _meeting.GoTo(first, null, Ten);
        first.Decide(ItemState.Deferred);
        _meeting.GoTo(second, first, Ten.AddMinutes(1));
        Assert.Equal(ItemState.Deferred, first.State);

        _meeting.GoTo(first, second, Ten.AddMinutes(2));

        Assert.Equal(ItemState.Open, first.State);
    }

    [Fact]
    public void It_begins_before_it_runs_and_ends_but_once()
    {
        var topic = Topic(1, "One");
        Refused.By(nameof(RuleText.MeetingNotStarted), () => _meeting.GoTo(topic, null, Ten));
        _meeting.Start(Ten);
        Refused.By(nameof(RuleText.MeetingRuns), () => _meeting.Start(Ten));
        Refused.By(nameof(RuleText.MeetingRuns), () => _meeting.Cancel(null));

        _meeting.Close(null, [], null, Ten.AddHours(1));

        Assert.Equal((MeetingState.Closed, Ten.AddHours(1)), (_meeting.State, _meeting.EndedAt));
        Refused.By(nameof(RuleText.MeetingOver), () => _meeting.Plan(Samples.Meeting()));
        Refused.By(nameof(RuleText.MeetingOver), () => _meeting.Close(null, [], null, Ten));
    }

    [Fact]
    public void What_is_unfinished_is_mended_or_said_in_the_minutes()
    {
        _meeting.Start(Ten);
        Unfinished[] open = [new(UnfinishedKind.NobodyHere, Guid.Empty, "")];
        Refused.By(nameof(RuleText.MeetingUnfinished), () => _meeting.Close(null, open, " ", Ten));

        _meeting.Close(null, open, "Held by phone.", Ten);

        Assert.Equal("Held by phone.", _meeting.Remark);
    }

    [Fact]
    public void Unfinished_is_named_and_what_is_settled_is_not()
    {
        var (current, open, deferred) = (Topic(1, "Now"), Topic(2, "Later"), Topic(3, "Put off"));
        deferred.Decide(ItemState.Deferred);
        Said said = new(_meeting.ProjectId, _meeting.Id, null, null, null, "Mei", Ten);
        ActionItem whole = new(said, 1, "Send it", "Lin", new(2026, 11, 27)), nobodys = new(said, 2, "Ask them", null, new(2026, 11, 27)), dateless = new(said, 3, "Test it", "Lin", null), done = new(said, 4, "Done", null, null);
        done.Tick(true, "Lin", Ten);
        Attendance here = new(_meeting, "Lin", Side.Us), unmarked = new(_meeting, "He Min", Side.Customer);
        here.Mark(Attended.Remote);

        var found = Unfinished.Of(current.Id, [current, open, deferred], [whole, nobodys, dateless, done], [here, unmarked]);

        Assert.Equal(
            [(UnfinishedKind.ActionWithoutOwner, "Ask them"), (UnfinishedKind.ActionWithoutDate, "Test it"), (UnfinishedKind.ItemUndecided, "Later"), (UnfinishedKind.PersonUnmarked, "He Min")],
            found.Select(f => (f.Kind, f.Name)));
        Assert.Equal(UnfinishedKind.NobodyHere, Assert.Single(Unfinished.Of(null, [], [], [unmarked])).Kind);
    }

    [Fact]
    public void A_correction_says_why()
    {
        MinutesVersion Version(int number, string? why) => new(_meeting, number, 1, "{}", "", "", why, "Mei", Ten);

        Assert.Null(Version(1, null).Why);
        Assert.Equal("A name was wrong.", Version(2, "A name was wrong.").Why);
        Refused.By(nameof(RuleText.CorrectionNeedsWhy), () => Version(2, " "));
    }

    [Fact]
    public void Who_ticks_what_is_done_already_changes_nothing()
    {
        ActionItem action = new(new(_meeting.ProjectId, null, null, null, null, "Mei", Ten), 1, "Send it", null, new(2026, 11, 19));
        Assert.True(action.IsLate(new(2026, 11, 20)));
        action.Tick(true, "Lin", Ten);

        action.Tick(true, "Mei", Ten.AddDays(1));

        Assert.Equal(("Lin", Ten, false), (action.DoneBy, action.DoneAt, action.IsLate(new(2026, 11, 20))));
        action.Tick(false, "Mei", Ten);
        Assert.True(action.IsOpen);
    }

    private AgendaItem Topic(int position, string title) => new(_meeting, position, title, 10, null);

    private static void Says(bool fits, string rule, Action act)
    {
        if (fits) act();
        else Refused.By(rule, act);
    }
}
