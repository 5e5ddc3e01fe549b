using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.Sealing;

namespace CoCreateStudio.Tests.Features.Demo;

public sealed class DemoMeetingsTests(FilledDemo demo) : IClassFixture<FilledDemo>
{
    [Fact]
    public async Task A_weekly_meeting_was_held_five_times_and_the_next_ones_are_planned()
    {
        var meetings = await demo.Studio.AllAsync<Meeting>();
        var series = Assert.Single(await demo.Studio.AllAsync<MeetingSeries>());

        Assert.Equal(5, meetings.Count(m => m.State == MeetingState.Closed));
        Assert.Equal(MeetingSeries.Ahead, meetings.Count(m => m.StartsAt > DateTime.UtcNow));
        Assert.All(meetings, m => Assert.Equal((series.Id, series.TimeZone), (m.SeriesId!.Value, m.TimeZone)));
        Assert.All(meetings.Where(m => m.State == MeetingState.Closed), m => Assert.True(m.EndedAt < DateTime.UtcNow && m.EndedAt > m.StartsAt));
    }

    [Fact]
    public async Task Its_minutes_are_one_chain_that_fits()
    {
        var chain = (await demo.Studio.AllAsync<MinutesVersion>()).OrderBy(v => v.Place).ToList();

        Assert.Equal([1, 2, 3, 4, 5], chain.Select(v => v.Place));
        Assert.Equal(["", .. chain.SkipLast(1).Select(v => v.Hash)], chain.Select(v => v.PreviousHash));
        Assert.All(chain, v => Assert.True(Seal.Fits(v.Hash, v.PreviousHash, v.Content)));
    }

    [Fact]
    public async Task There_are_decisions_and_actions_that_are_open_done_and_overdue_and_nothing_was_left_unfinished()
    {
        var actions = await demo.Studio.AllAsync<ActionItem>();
        var today = DateOnly.FromDateTime(DateTime.UtcNow);

        Assert.InRange((await demo.Studio.AllAsync<Decision>()).Count, 5, 20);
        Assert.Contains(actions, a => a.DoneAt is not null);
        Assert.Contains(actions, a => a.IsLate(today));
        Assert.Contains(actions, a => a.IsOpen && a.DueOn >= today);
        Assert.All(actions, a => Assert.True(a.Owner is not null && a.DueOn is not null));
        Assert.Contains(await demo.Studio.AllAsync<OpenIssue>(), i => i.IsOpen);
        Assert.Contains(await demo.Studio.AllAsync<OpenIssue>(), i => !i.IsOpen);
        Assert.All(await demo.Studio.AllAsync<Meeting>(), m => Assert.Null(m.Remark));
        Assert.All(actions.Select(a => a.Number).Order().Index(), n => Assert.Equal(n.Index + 1, n.Item));
    }

    [Fact]
    public async Task The_next_one_is_shown_with_an_agenda_material_proposals_of_both_sides_and_deferred_topics_to_take_up()
    {
        var next = (await demo.Studio.AllAsync<Meeting>()).Where(m => m.StartsAt > DateTime.UtcNow).MinBy(m => m.StartsAt)!;
        var items = await demo.Studio.AllAsync<AgendaItem>();

        Assert.Equal(MeetingState.Open, next.State);
        Assert.InRange(items.Count(i => i.MeetingId == next.Id), 4, 8);
        Assert.Equal(2, items.Count(i => i.State == ItemState.Deferred));
        Assert.Equal([Side.Us, Side.Customer], (await demo.Studio.AllAsync<Proposal>()).Select(p => p.Side).Distinct().Order());
        Assert.Equal(2, (await demo.Studio.AllAsync<MaterialLink>()).Count);
        var invited = (await demo.Studio.AllAsync<Attendance>()).Where(a => a.ContactId is not null).ToLookup(a => a.ContactId);
        Assert.Equal(8, Assert.Single(invited).Count());
    }
}
