using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Acceptance;
using CoCreateStudio.Features.Acceptance.Agreement;
using CoCreateStudio.Features.Acceptance.Changes;
using CoCreateStudio.Features.Acceptance.Criteria;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Acceptance;

public sealed class ChangeRequestStoreTests(StudioFixture studio) : IClassFixture<StudioFixture>, IAsyncLifetime
{
    private static readonly ChangeCard Card = new("Allow one", "The tool counts it", Side.Customer, "Chen Wei", Scope: "none");

    private Place _place = null!;
    private Acting _lead = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private ChangeRequestStore Changes => _lead.Get<ChangeRequestStore>();

    public async ValueTask InitializeAsync()
    {
        _place = await Place.MakeAsync(studio);
        _lead = await _place.As(ProjectRole.Lead);
        await _lead.Get<CriterionStore>().AddAsync(_place.Id, _place.Ours.Id, Dimension.Compliance, "No finding is open", Ct);
        foreach (var (field, text) in new[] { (CriterionField.Metric, "open findings"), (CriterionField.Target, "= 0"), (CriterionField.Proof, "Audit") }) await WriteAsync(field, null, text);
        await SignAsync();
    }

    public ValueTask DisposeAsync() => _lead.DisposeAsync();

    [Fact]
    public async Task A_change_that_follows_another_is_sealed_and_applied_with_it()
    {
        await RaiseAsync(accept: true);
        await WriteAsync(CriterionField.Target, "0", "≤ 1");
        await RaiseAsync(accept: true);
        await WriteAsync(CriterionField.Target, "1", "≤ 2");
        Assert.Equal(["CR-1", "CR-2"], await ChangesOfC1Async());

        await SignAsync();

        var room = await RoomAsync();
        Assert.Equal(["CR-1", "CR-2"], room.View(2, isInside: true).Content!.Changes.Select(c => c.Request));
        Assert.All(room.Requests, r => Assert.Equal(ChangeState.Applied, r.Request.State));
        Assert.Empty(room.Criteria.Single().ChangeRequestIds);
    }

    [Fact]
    public async Task A_request_under_which_nothing_changed_is_not_applied()
    {
        await RaiseAsync(accept: true);
        await RaiseAsync(accept: true);
        await WriteAsync(CriterionField.Target, "0", "≤ 1");

        await SignAsync();

        Assert.Equal([ChangeState.Accepted, ChangeState.Applied], (await RoomAsync()).Requests.Select(r => r.Request.State));
    }

    [Fact]
    public async Task A_member_raises_and_withdraws_their_own_and_those_who_answer_for_the_draft_decide()
    {
        await using var member = await _place.As(ProjectRole.Member);
        await using var other = await _place.As(ProjectRole.Member);
        var agreement = (await RoomAsync()).Agreement!.Id;
        await Refused.ByAsync(nameof(RuleText.NotAllowed), () => member.Get<ChangeRequestStore>().RaiseAsync(_place.Id, agreement, Card, accept: true, Ct));
        foreach (var _ in Enumerable.Range(0, 3)) await member.Get<ChangeRequestStore>().RaiseAsync(_place.Id, agreement, Card, accept: false, Ct);
        var raised = (await RoomAsync()).Requests.Select(r => r.Request).ToList();
        Assert.True((await RoomAsync()).Agreement!.NeedsChangeRequest);

        await Refused.ByAsync(nameof(RuleText.NotAllowed), () => member.Get<ChangeRequestStore>().AcceptAsync(_place.Id, agreement, raised[0].Id, raised[0].Impact, Ct));
        await Refused.ByAsync(nameof(RuleText.NotAllowed), () => other.Get<ChangeRequestStore>().WithdrawAsync(_place.Id, agreement, raised[0].Id, null, Ct));
        await member.Get<ChangeRequestStore>().WithdrawAsync(_place.Id, agreement, raised[0].Id, "Not needed", Ct);
        await Changes.DeclineAsync(_place.Id, raised[1].Id, "Not now", Ct);
        await Changes.AcceptAsync(_place.Id, agreement, raised[2].Id, new("none", "2 days", null), Ct);

        var decided = (await RoomAsync()).Requests.Select(r => (r.Request.State, r.Request.DecidedBy, r.Request.DecidedWhy)).ToList();
        Assert.Equal([(ChangeState.Withdrawn, member.Actor.Name, "Not needed"), (ChangeState.Declined, _lead.Actor.Name, "Not now"), (ChangeState.Accepted, _lead.Actor.Name, null)], decided);
        await WriteAsync(CriterionField.Target, "0", "≤ 1");
    }

    [Fact]
    public async Task What_changed_under_a_request_is_put_back_before_it_is_withdrawn()
    {
        await RaiseAsync(accept: true);
        await WriteAsync(CriterionField.Target, "0", "≤ 1");
        await WriteAsync(CriterionField.Comparison, "AtMost", "Equal");
        var (agreement, request) = ((await RoomAsync()).Agreement!.Id, (await RoomAsync()).Requests.Single().Request.Id);
        await Refused.ByAsync(nameof(RuleText.ChangeIsUsed), () => Changes.WithdrawAsync(_place.Id, agreement, request, null, Ct));

        await WriteAsync(CriterionField.Target, "1", "= 0");
        await Changes.WithdrawAsync(_place.Id, agreement, request, null, Ct);

        var room = await RoomAsync();
        Assert.True(room.Agreement!.NeedsChangeRequest);
        Assert.Empty(room.Criteria.Single().ChangeRequestIds);
    }

    private async Task RaiseAsync(bool accept) => await Changes.RaiseAsync(_place.Id, (await RoomAsync()).Agreement!.Id, Card, accept, Ct);

    private async Task SignAsync()
    {
        await _lead.Get<AgreementStore>().SendAsync(_place.Id, (await RoomAsync()).Agreement!.Id, Ct);
        var version = (await RoomAsync()).Sent!.Id;
        Meeting meeting = new(_place.Id, 100 + Random.Shared.Next(100000), Samples.Meeting(_place.Ours.Id));
        meeting.Start(Samples.Now);
        await studio.AddAsync(meeting);
        Given given = new("Chen Wei", "quality director", Samples.Now, GivenHow.InMeeting, MeetingId: meeting.Id);
        var signing = _lead.Get<SigningStore>();
        await signing.AcceptRestAsync(_place.Id, version, Ct);
        await signing.SignAsync(_place.Id, version, "project lead", Ct);
        await signing.RecordRestAsync(_place.Id, version, given, Ct);
        await signing.RecordSignatureAsync(_place.Id, version, given, Ct);
    }

    private async Task<IReadOnlyList<string>> ChangesOfC1Async() => [.. (await RoomAsync()).View(null, isInside: true).ChangesOf((await RoomAsync()).Criteria.Single().Id, "C-1").Select(c => c.Request)];

    private Task<AcceptanceRoom> RoomAsync() => _lead.Get<AcceptanceReader>().ReadAsync(_place.Id, _place.Ours.Id, Ct);

    private async Task WriteAsync(CriterionField field, string? seen, string? text) => await _lead.Get<CriterionStore>().WriteAsync(_place.Id, (await RoomAsync()).Criteria.Single().Id, field, seen, text, Ct);
}
