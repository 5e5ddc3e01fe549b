using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Meetings;

public sealed class MeetingSeriesTests
{
    // Monday morning; the series is held on Tuesdays at ten in Berlin.
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Tuesday = new(2026, 3, 3);
    private readonly MeetingSeries _series = new(Guid.NewGuid(), 1, Samples.Series(Tuesday));

    [Fact]
    public void Three_meetings_lie_ahead()
    {
        Assert.Equal([Tuesday, Tuesday.AddDays(7), Tuesday.AddDays(14)], _series.Missing([], Now));

        Assert.Empty(_series.Missing(Made(), Now));
    }

    [Fact]
    public void A_date_that_has_a_meeting_gets_no_other_though_it_was_moved_or_called_off()
    {
        var meetings = Made();
        meetings[0].Cancel("Holiday");
        meetings[1].Plan(_series.PlanFor(Tuesday.AddDays(9)));

        Assert.Equal([Tuesday.AddDays(21)], _series.Missing(meetings, Now));
        Assert.Equal(Tuesday.AddDays(7), meetings[1].PlannedOn);
    }

    [Fact]
    public void Nothing_is_made_for_dates_that_are_past()
    {
        var inMay = Now.AddDays(60);

        Assert.All(_series.Missing([], inMay), d => Assert.True(_series.When.Utc(d) > inMay));
    }

    [Fact]
    public void Its_meetings_keep_the_hour_when_the_clocks_change()
    {
        var (before, after) = (_series.PlanFor(new(2026, 3, 24)), _series.PlanFor(new(2026, 3, 31)));

        Assert.Equal((9, 8), (before.StartsAt.Hour, after.StartsAt.Hour));
    }

    [Fact]
    public void A_change_reaches_the_drafts_ahead_that_nobody_has_touched()
    {
        var meetings = Made();
        meetings[0].Open();
        meetings[1].Plan(_series.PlanFor(Tuesday.AddDays(7)) with { Place = "Plant 2" });
        _series.Plan(Samples.Series(Tuesday.AddDays(16)) with { Title = "Thursdays" });

        var changed = _series.Guide(meetings, Now);

        Assert.Equal([meetings[2]], changed);
        Assert.Equal(("Thursdays", Tuesday.AddDays(16)), (meetings[2].Title, meetings[2].PlannedOn));
        Assert.Equal(("Weekly", "Weekly"), (meetings[0].Title, meetings[1].Title));
    }

    [Fact]
    public void What_is_past_or_over_is_left_alone_by_a_change()
    {
        var meetings = Made();
        meetings[1].Cancel(null);
        _series.Plan(Samples.Series(Tuesday) with { Title = "New" });

        Assert.Equal([meetings[2]], _series.Guide(meetings, _series.When.Utc(Tuesday).AddHours(1)));
    }

    [Fact]
    public void Saving_a_meeting_as_it_is_does_not_take_it_out_of_the_series_and_changing_it_does()
    {
        var meeting = Made()[0];

        meeting.Plan(_series.PlanFor(Tuesday));
        Assert.True(meeting.FollowsSeries);
        meeting.Plan(_series.PlanFor(Tuesday) with { Host = "Tom" });
        Assert.False(meeting.FollowsSeries);
        Assert.Throws<InvalidOperationException>(() => meeting.Follow(_series, Tuesday));
    }

    [Fact]
    public void After_its_end_nothing_comes_and_what_was_shown_or_changed_by_hand_stays()
    {
        var meetings = Made();
        meetings[0].Open();
        meetings[1].Plan(_series.PlanFor(Tuesday.AddDays(8)));

        _series.End(meetings, Now);

        Assert.Equal([MeetingState.Open, MeetingState.Draft, MeetingState.Cancelled], meetings.Select(m => m.State));
        Assert.Empty(_series.Missing([], Now));
        Refused.By(nameof(RuleText.SeriesEnded), () => _series.Plan(Samples.Series(Tuesday)));
    }

    [Theory]
    [InlineData("Actions", 10, null)]
    [InlineData("Actions", 481, nameof(RuleText.TopicLength))]
    [InlineData(" ", 10, nameof(RuleText.NameNeeded))]
    public void Its_topics_keep_the_limits_of_an_agenda(string title, int minutes, string? rule)
    {
        if (rule is null) _series.ListTopics([new(title, minutes, null)]);
        else Refused.By(rule, () => _series.ListTopics([new(title, minutes, null)]));
    }

    [Fact]
    public void It_has_thirty_topics_at_most()
    {
        _series.ListTopics(Enumerable.Repeat(new SeriesTopic("Actions", 1, null), 30));

        Refused.By(nameof(RuleText.TooManyTopics), () => _series.ListTopics(Enumerable.Repeat(new SeriesTopic("Actions", 1, null), 31)));
    }

    private List<Meeting> Made() => [.. _series.Missing([], Now).Select((d, i) => new Meeting(_series, i + 1, d))];
}
