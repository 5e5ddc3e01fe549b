using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.Sealing;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Meetings;

public class MinutesChainTests
{
    // Meeting 1 with two versions, meeting 2 with one in between, meeting 3.
    private static readonly (int Meeting, int Version)[] Made = [(1, 1), (2, 1), (1, 2), (3, 1)];

    [Fact]
    public void A_record_that_nobody_touched_fits()
    {
        var chain = Check(Whole());

        Assert.Empty(chain.Faults);
        Assert.Equal((4, Whole()[^1].Hash), (chain.Count, chain.Head));
    }

    [Fact]
    public void A_record_without_minutes_fits() => Assert.Empty(Check([], made: 0, closed: []).Faults);

    [Fact]
    public void A_content_that_was_changed_is_named() =>
        Assert.Equal([new(ChainFaultKind.Changed, 2, 2, 1)], Check(With(1, l => l with { Content = l.Content.Replace("Weekly", "Weakly", StringComparison.Ordinal) })).Faults);

    [Fact]
    public void Who_changes_a_content_and_its_hash_breaks_the_next_one()
    {
        var faults = Check(With(1, l =>
        {
            var content = l.Content.Replace("Weekly", "Weakly", StringComparison.Ordinal);
            return l with { Content = content, Hash = Seal.Hash(l.Previous, content) };
        })).Faults;

        Assert.Equal([new(ChainFaultKind.NotLinked, 3, 1, 2)], faults);
    }

    [Fact]
    public void A_version_taken_out_of_the_middle_is_missed_by_its_place_and_by_its_meeting()
    {
        var links = Whole();
        links.RemoveAt(1);

        Assert.Equal([new(ChainFaultKind.PlaceGone, 2), new(ChainFaultKind.NoMinutes, 0, 2)], Check(links).Faults);
    }

    [Fact]
    public void The_first_version_of_a_corrected_meeting_is_missed_by_name()
    {
        var links = Whole();
        links.RemoveAt(0);

        Assert.Equal([new(ChainFaultKind.PlaceGone, 1), new(ChainFaultKind.VersionGone, 3, 1, 1)], Check(links).Faults);
    }

    [Fact]
    public void Who_closes_the_gap_in_the_places_breaks_the_link()
    {
        var links = Whole();
        links.RemoveAt(1);

        Assert.Equal([new(ChainFaultKind.NotLinked, 2, 1, 2), new(ChainFaultKind.NoMinutes, 0, 2), new(ChainFaultKind.CutOff, 4)], Check([.. links.Select((l, i) => l with { Place = i + 1 })]).Faults);
    }

    [Fact]
    public void Versions_in_another_order_do_not_fit()
    {
        var links = Whole();
        links.Reverse();

        Assert.Contains(Check(links).Faults, f => f.Kind == ChainFaultKind.PlaceGone);
    }

    [Fact]
    public void What_was_answered_to_another_content_is_named_and_what_was_answered_to_this_one_is_not()
    {
        Meeting meeting = new(Guid.NewGuid(), 1, Samples.Meeting());
        Confirmation Answer(string name, string hash) => new(new MinutesVersion(meeting, 1, 1, "{}", "", hash, null, "Mei", Samples.Now), new Attendance(meeting, name, Side.Us), ConfirmationAnswer.Confirmed, null, Samples.Now);

        var faults = Check(With(0, l => l with { Answers = [Answer("Lin", l.Hash), Answer("Tom", "abc")] })).Faults;

        Assert.Equal([new(ChainFaultKind.AnsweredOther, 1, 1, 1, "Tom")], faults);
    }

    [Fact]
    public void What_was_cut_off_at_the_end_is_noticed_by_the_count_and_by_the_meeting_without_minutes() =>
        Assert.Equal([new(ChainFaultKind.NoMinutes, 0, 3), new(ChainFaultKind.CutOff, 4)], Check(Whole()[..3]).Faults);

    [Fact]
    public void A_correction_that_was_cut_off_is_noticed_by_the_count() =>
        Assert.Equal([new(ChainFaultKind.CutOff, 4)], Check(Whole()[..3], closed: [1, 2]).Faults);

    [Theory]
    [InlineData("meeting")]
    [InlineData("version")]
    [InlineData("why")]
    [InlineData("by")]
    [InlineData("at")]
    public void What_stands_beside_a_content_must_be_what_the_content_says(string what)
    {
        var links = With(3, l => what switch
        {
            "meeting" => l with { Meeting = 2 },
            "version" => l with { Version = 2 },
            "why" => l with { Why = "Because" },
            "by" => l with { By = "Tom" },
            _ => l with { At = l.At.AddMinutes(1) },
        });

        Assert.Contains(Check(links, closed: []).Faults, f => f.Kind == ChainFaultKind.Elsewhere && f.Place == 4);
    }

    [Fact]
    public void Who_sees_only_some_of_the_versions_is_not_told_of_gaps_but_of_changes()
    {
        List<ChainLink> seen = [Whole()[0], Whole()[2] with { Content = "{}" }];

        Assert.Empty(Check([Whole()[0], Whole()[2]], closed: [1], isWhole: false).Faults);
        Assert.Equal([new(ChainFaultKind.Changed, 3, 1, 2)], Check(seen, closed: [1], isWhole: false).Faults);
    }

    private static MinutesChain Check(List<ChainLink> links, int made = 4, int[]? closed = null, bool isWhole = true)
    {
        MinutesChain chain = new(isWhole);
        foreach (var link in links) chain.Add(link);
        chain.End(made, closed ?? [1, 2, 3]);
        return chain;
    }

    private static List<ChainLink> With(int at, Func<ChainLink, ChainLink> change)
    {
        var links = Whole();
        links[at] = change(links[at]);
        return links;
    }

    private static List<ChainLink> Whole()
    {
        List<ChainLink> links = [];
        foreach (var (meeting, version) in Made)
        {
            var why = version > 1 ? "Heard wrong" : null;
            SealedMinutes minutes = new("P1", meeting, version, why, "Weekly", MeetingKind.Regular, null, null, null, "UTC", Samples.Now, 60, null, null, null, "Mei", Samples.Now, [], [], []);
            var (previous, content) = (links.Count == 0 ? "" : links[^1].Hash, minutes.Write());
            links.Add(new(links.Count + 1, meeting, version, previous, content, Seal.Hash(previous, content), "Mei", Samples.Now.AddMilliseconds(300), why));
        }

        return links;
    }
}
