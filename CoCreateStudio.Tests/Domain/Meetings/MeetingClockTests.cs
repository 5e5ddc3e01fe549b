using CoCreateStudio.Domain.Meetings;

namespace CoCreateStudio.Tests.Domain.Meetings;

public class MeetingClockTests
{
    private static readonly DateTime Start = new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Elapsed_left_and_end_follow_the_plan()
    {
        var clock = Clock(28, 17, Done(5, 4), Done(10, 13), Open(15), Open(15), Open(10), Open(5));

        Assert.Equal((TimeSpan.FromMinutes(28), TimeSpan.FromMinutes(4)), (clock.Elapsed, clock.Left));
        Assert.Equal((Start.AddMinutes(62), 2), (clock.PredictedEnd, clock.MinutesOver));
        Assert.Equal([5], clock.ToDefer.Select(i => i.PlannedMinutes));
    }

    [Theory]
    [InlineData(20, 0, ClockTone.Calm)]
    [InlineData(20, 959, ClockTone.Calm)]
    [InlineData(20, 960, ClockTone.Soon)]
    [InlineData(20, 1199, ClockTone.Soon)]
    [InlineData(20, 1200, ClockTone.Over)]
    [InlineData(5, 179, ClockTone.Calm)]
    [InlineData(5, 180, ClockTone.Soon)]
    [InlineData(0, 3600, ClockTone.Calm)]
    public void The_last_fifth_and_the_last_two_minutes_are_soon(int planned, int seconds, ClockTone tone)
    {
        var item = Open(planned);

        Assert.Equal(tone, new MeetingClock([item], item.Id, Start, Start, 60, Start.AddSeconds(seconds)).Tone);
    }

    [Fact]
    public void A_pause_stops_the_item_and_not_the_meeting()
    {
        var item = Open(15) with { Used = TimeSpan.FromMinutes(6) };
        var clock = new MeetingClock([item], item.Id, null, Start, 60, Start.AddMinutes(20));

        Assert.Equal((TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(20), Start.AddMinutes(29)), (clock.Left, clock.Elapsed, clock.PredictedEnd));
    }

    [Fact]
    public void An_item_that_is_taken_up_again_goes_on_counting()
    {
        var item = Open(15) with { Used = TimeSpan.FromMinutes(6) };

        Assert.Equal(TimeSpan.FromMinutes(-1), new MeetingClock([item], item.Id, Start.AddMinutes(10), Start, 60, Start.AddMinutes(20)).Left);
    }

    [Fact]
    public void An_item_over_its_time_takes_no_more_of_the_prediction() => Assert.Equal(Start.AddMinutes(45), Clock(40, 0, Open(10), Open(5)).PredictedEnd);

    [Fact]
    public void Nothing_is_current_between_the_items()
    {
        var clock = new MeetingClock([Open(10)], null, null, Start, 60, Start.AddMinutes(3));

        Assert.Equal((null, ClockTone.Calm, TimeSpan.Zero, Start.AddMinutes(13)), (clock.Left, clock.Tone, clock.Used, clock.PredictedEnd));
    }

    [Fact]
    public void Before_the_start_nothing_has_run_and_the_plan_is_the_prediction()
    {
        var clock = new MeetingClock([Open(40), Open(30)], null, null, Start, 60, Start.AddMinutes(-30));

        Assert.Equal((TimeSpan.Zero, Start.AddMinutes(70), 10), (clock.Elapsed, clock.PredictedEnd, clock.MinutesOver));
    }

    [Fact]
    public void A_begun_minute_over_counts()
    {
        var item = Open(60);

        Assert.Equal(0, new MeetingClock([item], item.Id, Start, Start, 60, Start).MinutesOver);
        Assert.Equal(1, new MeetingClock([item], item.Id, Start.AddSeconds(1), Start, 60, Start.AddSeconds(1)).MinutesOver);
    }

    [Theory]
    [InlineData(60, new int[0])]
    [InlineData(55, new[] { 5 })]
    [InlineData(54, new[] { 10 })]
    [InlineData(45, new[] { 10, 5 })]
    [InlineData(44, new[] { 20 })]
    [InlineData(1, new[] { 20, 10, 5 })]
    public void The_last_and_fewest_items_are_suggested_for_deferring(int slot, int[] minutes)
    {
        var current = Open(25);
        var clock = new MeetingClock([current, Open(20), Open(10), Open(5)], current.Id, Start, Start, slot, Start);

        Assert.Equal(minutes, clock.ToDefer.Select(i => i.PlannedMinutes));
    }

    [Fact]
    public void Required_finished_deferred_and_current_items_stay()
    {
        var current = Open(30);
        var clock = new MeetingClock([Open(10), Done(15, 20), current, Open(12) with { IsRequired = true }], current.Id, Start.AddMinutes(20), Start, 30, Start.AddMinutes(25));

        Assert.Equal([10], clock.ToDefer.Select(i => i.PlannedMinutes));
    }

    [Fact]
    public void After_deferring_what_is_suggested_the_rest_fits_whenever_that_is_possible()
    {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            ClockItem[] items = [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => Open(random.Next(0, 30)) with { IsRequired = random.Next(4) == 0 })];
            var clock = new MeetingClock(items, items[0].Id, Start, Start, random.Next(15, 90), Start.AddMinutes(random.Next(0, 20)));

            var after = clock with { Items = [.. items.Except(clock.ToDefer)] };

            if (after.MinutesOver > 0) Assert.All(after.Items.Skip(1), item => Assert.True(item.IsRequired || item.PlannedMinutes == 0));
            if (clock.MinutesOver == 0) Assert.Empty(clock.ToDefer);
            if (after.MinutesOver == 0)
                Assert.All(clock.ToDefer, kept => Assert.True((clock with { Items = [.. items.Except(clock.ToDefer).Append(kept)] }).MinutesOver > 0));
        }
    }

    private static MeetingClock Clock(int now, int since, params ClockItem[] items) =>
        new(items, items.First(i => i.IsOpen).Id, Start.AddMinutes(since), Start, 60, Start.AddMinutes(now));

    private static ClockItem Open(int planned) => new(Guid.NewGuid(), planned, TimeSpan.Zero, IsOpen: true);

    private static ClockItem Done(int planned, int used) => new(Guid.NewGuid(), planned, TimeSpan.FromMinutes(used), IsOpen: false);
}
