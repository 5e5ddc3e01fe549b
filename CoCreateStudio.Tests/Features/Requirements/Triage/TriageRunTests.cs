using CoCreateStudio.Features.Requirements.Triage;

namespace CoCreateStudio.Tests.Features.Requirements.Triage;

public class TriageRunTests
{
    [Fact]
    public void A_decision_brings_the_next_one_and_the_last_decision_the_end()
    {
        var run = new TriageRun([5, 7], from: null);
        Assert.Equal((5, 1, 2, 7), (run.Current, run.Place, run.Total, run.Upcoming));

        run.Decide(Of(5));
        Assert.Equal((7, 2, null), (run.Current, run.Place, run.Upcoming));
        run.Decide(Of(7));

        Assert.Equal((null, 2), (run.Current, run.Decided));
    }

    [Fact]
    public void What_was_skipped_comes_round_again()
    {
        var run = new TriageRun([1, 2, 3], from: null);

        run.Skip();
        run.Decide(Of(2));
        run.Decide(Of(3));

        Assert.Equal(1, run.Current);
        run.Skip();
        Assert.Equal(1, run.Current);
    }

    [Fact]
    public void Going_back_shows_what_was_decided_and_stays_at_the_first()
    {
        var run = new TriageRun([1, 2], from: null);
        run.Decide(Of(1));

        run.Back();
        run.Back();

        Assert.Equal((1, TriageAct.Accept), (run.Current, run.VerdictOf(1)?.What));
        run.Skip();
        Assert.Equal(2, run.Current);
    }

    [Fact]
    public void An_act_that_is_taken_back_lets_its_requirement_wait_again()
    {
        var run = new TriageRun([1, 2], from: null);
        var first = Of(1);
        run.Decide(first);
        run.Decide(Of(2));

        run.TakeBack(first.ActId);

        Assert.Equal((1, 1, null), (run.Current, run.Decided, run.VerdictOf(1)));
        Assert.Equal(2, run.Last?.Number);
    }

    [Fact]
    public void What_others_decide_leaves_and_what_comes_in_is_added_at_the_end()
    {
        var run = new TriageRun([1, 2, 3], from: null);
        run.Decide(Of(1));

        Assert.Equal([3], run.Follow([9, 2]));

        Assert.Equal((2, 1, 3), (run.Current, run.Elsewhere, run.Total));
        run.Decide(Of(2));
        Assert.Equal(9, run.Current);
    }

    [Fact]
    public void What_was_only_changed_here_stays_although_a_filter_no_longer_holds_it()
    {
        var run = new TriageRun([1, 2], from: null);
        run.Note(Of(1));

        Assert.Empty(run.Follow([2]));

        Assert.Equal(1, run.Current);
    }

    [Fact]
    public void The_run_begins_where_the_address_says_or_at_the_first()
    {
        Assert.Equal(2, new TriageRun([1, 2], from: 2).Current);
        Assert.Equal(1, new TriageRun([1, 2], from: 8).Current);
        Assert.Null(new TriageRun([], from: 8).Current);
    }

    private static Verdict Of(int number) => new(number, TriageAct.Accept, Guid.NewGuid());
}
