using CoCreateStudio.Domain.Requirements;
using static CoCreateStudio.Domain.Requirements.RequirementStatus;

namespace CoCreateStudio.Tests.Domain.Requirements;

public class WorkflowTests
{
    public static TheoryData<RequirementStatus, RequirementStatus> Pairs => [.. from a in Workflow.All from b in Workflow.All select (a, b)];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_step_is_free_but_verified_follows_only_on_delivered(RequirementStatus from, RequirementStatus to) =>
        Assert.Equal(from != to && (to != Verified || from == Delivered), from.CanMoveTo(to));

    [Theory]
    [InlineData(New, true, Side.Us)]
    [InlineData(Accepted, true, Side.Us)]
    [InlineData(Planned, true, Side.Us)]
    [InlineData(InProgress, true, Side.Us)]
    [InlineData(Delivered, true, Side.Customer)]
    [InlineData(Verified, false, null)]
    [InlineData(Declined, false, null)]
    [InlineData(Duplicate, false, null)]
    public void An_open_requirement_waits_for_somebody(RequirementStatus status, bool open, Side? waitsFor)
    {
        Assert.Equal((open, waitsFor), (status.IsOpen(), status.WaitsFor()));
        Assert.Equal(open, Workflow.Open.Contains(status));
        Assert.Equal(waitsFor == Side.Us, Workflow.WithUs.Contains(status));
        Assert.Equal(waitsFor == Side.Customer, Workflow.WithCustomer.Contains(status));
    }

    [Fact]
    public void Only_declining_and_duplicates_need_a_reason() => Assert.Equal([Declined, Duplicate], Workflow.All.Where(s => s.NeedsReason()));

    [Theory]
    [InlineData(Verified, InProgress, true)]
    [InlineData(Declined, New, true)]
    [InlineData(Duplicate, Accepted, true)]
    [InlineData(Delivered, InProgress, false)]
    [InlineData(Verified, Declined, false)]
    public void Taking_up_what_was_finished_reopens_it(RequirementStatus from, RequirementStatus to, bool reopens) => Assert.Equal(reopens, from.Reopens(to));
}
