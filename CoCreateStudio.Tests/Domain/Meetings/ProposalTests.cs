using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Meetings;

public sealed class ProposalTests
{
    private static readonly Proposer Mei = new(Side.Customer, Guid.NewGuid(), "Mei", Samples.Now);
    private readonly Meeting _meeting = new(Guid.NewGuid(), 1, Samples.Meeting(Guid.NewGuid()));

    [Fact]
    public void What_is_taken_stands_on_the_agenda_with_its_material_and_cannot_be_taken_or_declined_again()
    {
        var proposal = Proposed();

        AgendaItem item = new(_meeting, 1, proposal);

        Assert.Equal(("Test data", 15, "Mei", proposal.Id), (item.Title, item.Minutes, item.Presenter, item.Topic));
        Assert.False(proposal.IsWaiting);
        Refused.By(nameof(RuleText.OnAgendaAlready), () => _ = new AgendaItem(_meeting, 2, proposal));
        Refused.By(nameof(RuleText.OnAgendaAlready), () => proposal.Decline(null, Samples.Now));
    }

    [Fact]
    public void What_was_declined_can_wait_again_and_be_taken_all_the_same()
    {
        var proposal = Proposed();
        proposal.Decline("Next month", Samples.Now);
        Assert.Equal((false, "Next month"), (proposal.IsWaiting, proposal.Answer));

        proposal.Reopen();
        Assert.True(proposal.IsWaiting);

        proposal.Decline("No", Samples.Now);
        _ = new AgendaItem(_meeting, 1, proposal);
        Assert.Null(proposal.Answer);
    }

    [Fact]
    public void Nothing_is_proposed_for_what_is_over()
    {
        _meeting.Cancel(null);
        MeetingSeries series = new(_meeting.ProjectId, 1, Samples.Series(new(2026, 3, 3)));
        Assert.NotNull(new Proposal(series, new("Test data", null, 15), Mei).SeriesId);
        series.End([], Samples.Now);

        Refused.By(nameof(RuleText.MeetingOver), () => Proposed());
        Refused.By(nameof(RuleText.SeriesEnded), () => _ = new Proposal(series, new("Test data", null, 15), Mei));
    }

    [Fact]
    public void Only_a_deferred_item_is_taken_up_again_and_it_keeps_its_topic()
    {
        AgendaItem first = new(_meeting, 1, Proposed());
        Refused.By(nameof(RuleText.NotDeferred), () => _ = new AgendaItem(_meeting, 2, first));
        Refused.By(nameof(RuleText.NotDeferred), () => first.Drop(true));
        first.Decide(ItemState.Deferred);

        AgendaItem again = new(_meeting, 2, first);

        Assert.Equal((first.Id, first.Topic), (again.FromItemId, again.Topic));
        first.Drop(true);
        Refused.By(nameof(RuleText.NotDeferred), () => _ = new AgendaItem(_meeting, 3, first));
    }

    [Theory]
    [InlineData("https://example.com/a/b", null, "example.com/a/b")]
    [InlineData("https://example.com/a", "The draft", "The draft")]
    public void A_link_shows_its_title_or_its_address(string url, string? title, string shown) =>
        Assert.Equal(shown, new MaterialLink(Guid.NewGuid(), Guid.NewGuid(), new(url), title, null, "Mei").Title);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    [InlineData("C:\\plan.docx")]
    public void A_link_is_a_web_address(string url) =>
        Refused.By(nameof(RuleText.WebAddressNeeded), () => _ = new MaterialLink(Guid.NewGuid(), Guid.NewGuid(), new(url), null, null, "Mei"));

    private Proposal Proposed() => new(_meeting, new("Test data", "5,000 parts", 15), Mei);
}
