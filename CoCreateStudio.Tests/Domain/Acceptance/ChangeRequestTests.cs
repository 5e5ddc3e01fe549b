using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Acceptance;

public sealed class ChangeRequestTests
{
    private readonly Agreed _agreed = Agreed.Ready().SignedByBoth();

    [Fact]
    public void Nothing_changes_under_a_request_before_it_was_weighed_and_accepted()
    {
        var request = Raised();
        Refused.By(nameof(RuleText.ChangeNotAccepted), () => _agreed.Agreement.ChangeUnder(request));
        Refused.By(nameof(RuleText.ChangeNeedsImpact), () => request.Accept(new(null, " ", ""), "Lin Yue", Samples.Now));

        request.Accept(new(null, "8 days", null), "Lin Yue", Samples.Now);
        _agreed.Agreement.ChangeUnder(request);

        Assert.Equal((ChangeState.Accepted, "8 days", "Lin Yue", request.Id), (request.State, request.Time, request.DecidedBy, _agreed.Agreement.ChangeRequestId!.Value));
        Refused.By(nameof(RuleText.ChangeIsDecided), () => request.Accept(new("none", null, null), "Mei", Samples.Now));
    }

    [Fact]
    public void What_is_declined_says_why_and_stays_declined()
    {
        var request = Raised();
        Refused.By(nameof(RuleText.DeclineNeedsReason), () => request.Decline(" ", "Lin Yue", Samples.Now));

        request.Decline("Not in this phase", "Lin Yue", Samples.Now);

        Assert.Equal((ChangeState.Declined, "Not in this phase", false), (request.State, request.DecidedWhy, request.IsOpen));
        Refused.By(nameof(RuleText.ChangeIsDecided), () => request.Accept(new("none", null, null), "Lin Yue", Samples.Now));
        Refused.By(nameof(RuleText.ChangeNotAccepted), () => _agreed.Agreement.ChangeUnder(request));
        Refused.By(nameof(RuleText.ChangeIsDecided), () => request.Apply(Samples.Now));
        Refused.By(nameof(RuleText.ChangeIsDecided), () => request.Withdraw(null, [], "Lin Yue", Samples.Now));
    }

    [Fact]
    public void What_is_withdrawn_closes_the_draft_again_unless_something_changed_under_it()
    {
        var request = _agreed.Raise();
        Refused.By(nameof(RuleText.ChangeIsUsed), () => request.Withdraw(null, ["D-1"], "Lin Yue", Samples.Now));

        request.Withdraw(null, [], "Lin Yue", Samples.Now);
        _agreed.Agreement.Leave(request);

        Assert.Equal((ChangeState.Withdrawn, true), (request.State, _agreed.Agreement.NeedsChangeRequest));
    }

    [Fact]
    public void While_a_version_is_out_no_other_change_begins()
    {
        _agreed.Raise();
        _agreed.Criteria[0].Write(_agreed.Agreement, CriterionField.Target, "≤ 3", Agreed.Today);
        _agreed.Send();

        Refused.By(nameof(RuleText.CriteriaAreSent), () => _agreed.Raise(8));
    }

    [Fact]
    public void A_criterion_keeps_every_request_that_it_changed_under()
    {
        var (first, second) = (_agreed.Raise(7), _agreed.Raise(8));
        var criterion = _agreed.Criteria[0];
        void Under(ChangeRequest request, string target)
        {
            _agreed.Agreement.ChangeUnder(request);
            criterion.Write(_agreed.Agreement, CriterionField.Target, target, Agreed.Today);
        }

        Under(first, "≤ 3");
        Under(second, "≤ 2");
        Assert.Equal([first.Id, second.Id], criterion.ChangeRequestIds);

        Under(first, "≤ 1");
        Assert.Equal([second.Id, first.Id], criterion.ChangeRequestIds);
        criterion.Leave(second);
        Assert.Equal([first.Id], criterion.ChangeRequestIds);
        criterion.Settle();
        Assert.Empty(criterion.ChangeRequestIds);
    }

    [Fact]
    public void Whoever_offered_a_criterion_is_known_by_more_than_a_name()
    {
        Author mei = new(Guid.NewGuid(), "Mei"), namesake = new(Guid.NewGuid(), "Mei");
        AcceptanceCriterion offered = new(_agreed.Agreement, Dimension.Benefit, "Nobody types it twice", mei), old = new(_agreed.Agreement, Dimension.Benefit, "From before", new(null, "Mei"));

        Assert.True(offered.IsOfferedBy(mei));
        Assert.False(offered.IsOfferedBy(namesake));
        Assert.True(old.IsOfferedBy(namesake));
        Assert.False(_agreed.Criteria[0].IsOfferedBy(mei));
    }

    private ChangeRequest Raised() => new(_agreed.Agreement.ProjectId, _agreed.Agreement.CustomerId, 9, new("Decide sooner", "Line stops", Side.Customer, "Chen Wei"), Samples.Now);
}
