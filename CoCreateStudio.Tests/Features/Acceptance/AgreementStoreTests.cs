using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Acceptance;
using CoCreateStudio.Features.Acceptance.Agreement;
using CoCreateStudio.Features.Acceptance.Changes;
using CoCreateStudio.Features.Acceptance.Criteria;
using CoCreateStudio.Features.Acceptance.Measured;
using CoCreateStudio.Infrastructure.Files;
using CoCreateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Features.Acceptance;

public sealed class AgreementStoreTests(StudioFixture studio) : IClassFixture<StudioFixture>, IAsyncLifetime
{
    private Place _place = null!;
    private Acting _lead = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _place = await Place.MakeAsync(studio);
        _lead = await _place.As(ProjectRole.Lead);
    }

    public ValueTask DisposeAsync() => _lead.DisposeAsync();

    [Fact]
    public async Task From_a_draft_over_answers_and_two_signatures_to_a_version_that_stands()
    {
        var version = await SentAsync();
        await using var customer = await _place.As(ProjectRole.Customer);
        await _lead.Get<SigningStore>().AcceptRestAsync(_place.Id, version.Id, Ct);
        await _lead.Get<SigningStore>().SignAsync(_place.Id, version.Id, "project lead", Ct);
        await customer.Get<CustomerAnswerStore>().AcceptRestAsync(_place.Id, version.Id, Ct);

        await _lead.Get<SigningStore>().RecordSignatureAsync(_place.Id, version.Id, await InMeetingAsync(), Ct);

        var room = await RoomAsync(_lead);
        Assert.Equal((VersionState.BothSigned, 1), (room.Versions.Single().State, room.Agreement!.SignedVersion));
        Assert.Equal([(Side.Us, GivenHow.Online, (string?)null), (Side.Customer, GivenHow.InMeeting, _lead.Actor.Name)], room.Signatures.OrderBy(s => s.Side).Select(s => (s.Side, s.How, s.RecordedBy)));
        await Refused.ByAsync(nameof(RuleText.VersionIsSigned), () => _lead.Get<SigningStore>().AcceptRestAsync(_place.Id, version.Id, Ct));
        await Refused.ByAsync(nameof(RuleText.VersionIsSigned), () => _lead.Get<AgreementStore>().RecallAsync(_place.Id, version.Id, null, Ct));
        await Refused.ByAsync(nameof(RuleText.ChangeNeedsRequest), () => WriteAsync(_lead, "C-1", CriterionField.Target, "0", "= 1"));
    }

    [Fact]
    public async Task After_a_signature_the_draft_changes_under_a_request_and_only_the_change_is_accepted_again()
    {
        await SignedAsync();
        var code = await _lead.Get<ChangeRequestStore>().RaiseAsync(_place.Id, (await RoomAsync(_lead)).Agreement!.Id, new("Allow one", "The tool counts it", Side.Customer, "Chen Wei", Scope: "none"), accept: true, Ct);
        await WriteAsync(_lead, "C-1", CriterionField.Target, "0", "≤ 1");

        await _lead.Get<AgreementStore>().SendAsync(_place.Id, (await RoomAsync(_lead)).Agreement!.Id, Ct);

        var view = (await RoomAsync(_lead)).View(null, isInside: true);
        Assert.Equal(("CR-1", "C-1"), (code, view.Differences.Single().Code));
        Assert.Equal("CR-1", view.Content!.Changes.Single().Request);
        Assert.Equal(["C-1"], view.Answers.Missing(Side.Customer).Select(c => c.Code));
        await SignAsync(view.Version!.Id);
        var room = await RoomAsync(_lead);
        Assert.Equal((2, true, (Guid?)null), (room.Agreement!.SignedVersion, room.Requests.Single().Request.IsOpen is false, room.Criteria.First(c => c.Code == "C-1").ChangeRequestId));
    }

    [Fact]
    public async Task A_member_proposes_and_writes_proposals_but_not_what_is_in_the_draft()
    {
        await DraftAsync();
        await using var member = await _place.As(ProjectRole.Member);
        var code = await member.Get<CriterionStore>().ProposeAsync(_place.Id, _place.Ours.Id, Dimension.Benefit, "Nobody types it twice", Ct);

        await WriteAsync(member, code, CriterionField.Metric, null, "fields typed twice");
        await Refused.ByAsync(nameof(RuleText.NotAllowed), () => WriteAsync(member, "C-1", CriterionField.Metric, "open findings", "findings"));
        await Refused.ByAsync(nameof(RuleText.NotAllowed), async () => await member.Get<CriterionStore>().ArchiveAsync(_place.Id, (await RowAsync("C-1")).Id, Ct));

        await _lead.Get<CriterionStore>().TakeAsync(_place.Id, (await RowAsync(code)).Id, Ct);
        await Refused.ByAsync(nameof(RuleText.NotAllowed), () => WriteAsync(member, code, CriterionField.Metric, "fields typed twice", "fields"));
    }

    [Fact]
    public async Task A_proposal_is_written_by_who_offered_it_and_by_who_answers_for_the_draft()
    {
        await DraftAsync();
        await using var member = await _place.As(ProjectRole.Member);
        await using var other = await _place.As(ProjectRole.Member);
        var code = await member.Get<CriterionStore>().ProposeChosenAsync(_place.Id, _place.Ours.Id, [0], Ct);
        var row = await RowAsync(code);

        await Refused.ByAsync(nameof(RuleText.NotAllowed), () => WriteAsync(other, code, CriterionField.Unit, row.Unit, "points"));
        await Refused.ByAsync(nameof(RuleText.NotAllowed), () => other.Get<CriterionStore>().ArchiveAsync(_place.Id, row.Id, Ct));
        await WriteAsync(member, code, CriterionField.Unit, row.Unit, "points");
        await WriteAsync(_lead, code, CriterionField.Unit, "points", "stars");

        Assert.Equal(("stars", true, member.Actor.PersonId), ((await RowAsync(code)).Unit, (await RowAsync(code)).IsProposed, (await RowAsync(code)).ProposedById));
    }

    [Fact]
    public async Task A_member_still_proposes_when_both_have_signed()
    {
        await SignedAsync();
        await using var member = await _place.As(ProjectRole.Member);

        var code = await member.Get<CriterionStore>().ProposeAsync(_place.Id, _place.Ours.Id, Dimension.Benefit, "Nobody types it twice", Ct);

        Assert.True((await RowAsync(code)).IsProposed);
        await Refused.ByAsync(nameof(RuleText.ChangeNeedsRequest), async () => await _lead.Get<CriterionStore>().TakeAsync(_place.Id, (await RowAsync(code)).Id, Ct));
    }

    [Fact]
    public async Task The_customers_people_see_what_was_sent_and_never_a_draft_or_a_proposal()
    {
        await DraftAsync();
        await using var customer = await _place.As(ProjectRole.Customer);
        Assert.Null((await RoomAsync(customer)).Agreement);

        var version = await SendAsync();
        await _lead.Get<CriterionStore>().ProposeAsync(_place.Id, _place.Ours.Id, Dimension.Benefit, "Inside only", Ct);
        var sent = (await RoomAsync(customer)).View(null, isInside: false);
        Assert.Equal("C-1", sent.Lines.Single().Content.Code);
        Assert.Empty(sent.Room.Criteria);

        await using var other = await studio.AsRole(_place.Id, ProjectRole.Customer, _place.Theirs.Id);
        Assert.Null((await RoomAsync(other)).Agreement);
        await Refused.ByAsync(nameof(RuleText.NotThere), () => other.Get<CustomerAnswerStore>().AcceptRestAsync(_place.Id, version.Id, Ct));

        await _lead.Get<AgreementStore>().RecallAsync(_place.Id, version.Id, null, Ct);
        await Refused.ByAsync(nameof(RuleText.NotThere), () => customer.Get<CustomerAnswerStore>().AcceptRestAsync(_place.Id, version.Id, Ct));
        Assert.Empty((await RoomAsync(customer)).Versions);
    }

    [Fact]
    public async Task Nobody_of_us_answers_online_for_the_customer_and_what_is_recorded_needs_the_meeting()
    {
        var version = await SentAsync();

        await Refused.ByAsync(nameof(RuleText.OnlyCustomersAnswer), () => _lead.Get<CustomerAnswerStore>().AcceptRestAsync(_place.Id, version.Id, Ct));
        await Refused.ByAsync(nameof(RuleText.OnlyCustomersAnswer), () => _lead.Get<SigningStore>().RecordRestAsync(_place.Id, version.Id, new("Chen Wei", null, Samples.Now), Ct));
        await Refused.ByAsync(nameof(RuleText.RecordNeedsProof), () => _lead.Get<SigningStore>().RecordRestAsync(_place.Id, version.Id, new("Chen Wei", null, Samples.Now, GivenHow.InMeeting), Ct));
        var elsewhere = await HeldAsync(_place.Theirs.Id);
        await Refused.ByAsync(nameof(RuleText.MeetingWithoutThem), () => _lead.Get<SigningStore>().RecordRestAsync(_place.Id, version.Id, new("Chen Wei", null, Samples.Now, GivenHow.InMeeting, MeetingId: elsewhere.Id), Ct));
        await _lead.Get<SigningStore>().RecordRestAsync(_place.Id, version.Id, await InMeetingAsync(), Ct);
        Assert.Equal(_lead.Actor.Name, (await RoomAsync(_lead)).Answers.Single().RecordedBy);
    }

    [Fact]
    public async Task A_customer_is_not_asked_again_for_what_it_accepted_in_a_version_that_was_recalled()
    {
        var version = await SentAsync();
        await using var customer = await _place.As(ProjectRole.Customer);
        await customer.Get<CustomerAnswerStore>().AcceptRestAsync(_place.Id, version.Id, Ct);
        await _lead.Get<SigningStore>().AnswerAsync(_place.Id, version.Id, (await RowAsync("C-1")).Id, AnswerKind.Accepted, null, Ct);
        await _lead.Get<AgreementStore>().RecallAsync(_place.Id, version.Id, null, Ct);
        var next = await SendAsync();

        var theirs = await RoomAsync(customer);
        Assert.Empty(theirs.View(null, isInside: false).Answers.Missing(Side.Customer));
        Assert.All(theirs.Answers, a => Assert.Equal(Side.Customer, a.Side));
        Assert.Empty(theirs.View(null, isInside: false).Faults);
        await customer.Get<CustomerAnswerStore>().AcceptRestAsync(_place.Id, next.Id, Ct);
        Assert.Single((await RoomAsync(_lead)).Answers, a => a.Side == Side.Customer);
    }

    [Fact]
    public async Task Voiding_a_signature_is_for_whoever_may_sign_and_its_reason_stays()
    {
        var version = await SentAsync();
        await using var pm = await _place.As(ProjectRole.Pm);
        await _lead.Get<SigningStore>().AcceptRestAsync(_place.Id, version.Id, Ct);
        await _lead.Get<SigningStore>().SignAsync(_place.Id, version.Id, "project lead", Ct);

        await Refused.ByAsync(nameof(RuleText.NotAllowed), () => pm.Get<AgreementStore>().RecallAsync(_place.Id, version.Id, "Wrong target", Ct));
        await Refused.ByAsync(nameof(RuleText.RecallNeedsReason), () => _lead.Get<AgreementStore>().RecallAsync(_place.Id, version.Id, null, Ct));
        await _lead.Get<AgreementStore>().RecallAsync(_place.Id, version.Id, "Wrong target", Ct);

        var recalled = (await RoomAsync(_lead)).Versions.Single();
        Assert.Equal((VersionState.Recalled, "Wrong target", _lead.Actor.Name), (recalled.State, recalled.RecallReason, recalled.RecalledBy));
        var unsigned = await SendAsync();
        await pm.Get<AgreementStore>().RecallAsync(_place.Id, unsigned.Id, null, Ct);
    }

    [Fact]
    public async Task What_we_ask_the_customers_people_reply_to_or_the_lead_writes_their_reply_down()
    {
        var version = await SentAsync();
        await using var customer = await _place.As(ProjectRole.Customer);
        var criterion = (await RowAsync("C-1")).Id;
        await _lead.Get<SigningStore>().AnswerAsync(_place.Id, version.Id, criterion, AnswerKind.Asked, "Who counts?", Ct);
        var asked = (await RoomAsync(_lead)).Answers.Single();

        await Refused.ByAsync(nameof(RuleText.OtherSideReplies), () => _lead.Get<AgreementStore>().ReplyAsync(_place.Id, asked.Id, "We do", Ct));
        await Refused.ByAsync(nameof(RuleText.OnlyCustomersAnswer), () => _lead.Get<CustomerAnswerStore>().ReplyAsync(_place.Id, asked.Id, "They do", Ct));
        await customer.Get<CustomerAnswerStore>().ReplyAsync(_place.Id, asked.Id, "Quality does", Ct);
        Assert.Equal((customer.Actor.Name, "Quality does", (string?)null), Reply(await RoomAsync(_lead)));

        await _lead.Get<SigningStore>().AnswerAsync(_place.Id, version.Id, criterion, AnswerKind.Rejected, "They count late", Ct);
        await _lead.Get<SigningStore>().RecordReplyAsync(_place.Id, (await RoomAsync(_lead)).Answers.Single(a => a.Reply is null).Id, "Chen Wei", "Monthly from now on", Ct);
        Assert.Equal(("Chen Wei", "Monthly from now on", _lead.Actor.Name), Reply(await RoomAsync(customer)));

        static (string?, string?, string?) Reply(AcceptanceRoom room) => room.Answers.OrderBy(a => a.RepliedAt).ThenBy(a => a.Kind == AnswerKind.Rejected ? 0 : 1).Select(a => (a.RepliedBy, a.Reply, a.ReplyRecordedBy)).First();
    }

    [Fact]
    public async Task A_meeting_proves_an_answer_when_it_was_held_since_with_people_of_this_customer()
    {
        var version = await SentAsync();
        Task RecordAsync(Meeting meeting) => _lead.Get<SigningStore>().RecordRestAsync(_place.Id, version.Id, new("Chen Wei", null, Samples.Now, GivenHow.InMeeting, MeetingId: meeting.Id), Ct);
        Meeting planned = new(_place.Id, 901, Samples.Meeting(_place.Ours.Id)), internalOne = await HeldAsync(null);
        Contact contact = new(_place.Ours.Id, new("Chen Wei"));
        Attendance theirs = new(internalOne, contact);
        await studio.AddAsync(planned, contact);
        await studio.AddAsync(theirs);

        await Refused.ByAsync(nameof(RuleText.MeetingNotHeld), () => RecordAsync(planned));
        await Refused.ByAsync(nameof(RuleText.MeetingBeforeSent), async () => await RecordAsync(await HeldAsync(_place.Ours.Id, Samples.Now.AddDays(-2))));
        await Refused.ByAsync(nameof(RuleText.MeetingWithoutThem), () => RecordAsync(internalOne));
        Assert.DoesNotContain((await ChoicesAsync()).Meetings, m => m.Id == internalOne.Id || m.Id == planned.Id);

        await studio.InDbAsync(db => db.Set<Attendance>().IgnoreQueryFilters().Where(a => a.Id == theirs.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.State, Attended.Remote), Ct));
        await RecordAsync(internalOne);

        Assert.Contains((await ChoicesAsync()).Meetings, m => m.Id == internalOne.Id);
        Assert.Equal(internalOne.Id, (await RoomAsync(_lead)).Answers.Single().MeetingId);
        Task<Choosable> ChoicesAsync() => _lead.Get<AcceptanceChoices>().ReadAsync(_place.Id, _place.Ours.Id, Ct);
    }

    [Fact]
    public async Task What_was_given_on_paper_is_recorded_with_a_scan_of_this_version_and_of_nothing_else()
    {
        var version = await SentAsync();
        Evidence ours = Evidence.OfLink(_place.Id, version.Id, "https://example.com/scan", "Mei", Samples.Now), other = Evidence.OfLink(_place.Id, Guid.NewGuid(), "https://example.com/other", "Mei", Samples.Now);
        await studio.AddAsync(ours, other);
        Given paper = new("Chen Wei", "quality director", Samples.Now, GivenHow.OnPaper, ScanId: other.Id);

        await Refused.ByAsync(nameof(RuleText.NotThere), () => _lead.Get<SigningStore>().RecordRestAsync(_place.Id, version.Id, paper, Ct));
        await _lead.Get<SigningStore>().RecordRestAsync(_place.Id, version.Id, paper with { ScanId = ours.Id }, Ct);

        var room = await RoomAsync(_lead);
        Assert.Equal((GivenHow.OnPaper, ours.Id, ours.Id), (room.Answers.Single().How, room.Answers.Single().ScanId, room.Proofs.Single().Id));
        await using var customer = await _place.As(ProjectRole.Customer);
        Assert.Empty((await RoomAsync(customer)).Proofs);
    }

    [Fact]
    public async Task Two_who_write_the_same_field_do_not_overwrite_each_other()
    {
        await DraftAsync();
        await WriteAsync(_lead, "C-1", CriterionField.Metric, "open findings", "findings of high risk");

        await Refused.ByAsync(nameof(RuleText.ChangedJustNow), () => WriteAsync(_lead, "C-1", CriterionField.Metric, "open findings", "all findings"));

        Assert.Equal("findings of high risk", (await RowAsync("C-1")).Metric);
    }

    [Fact]
    public async Task What_is_written_is_history_and_what_is_taken_out_comes_back()
    {
        await DraftAsync();
        var row = await RowAsync("C-1");
        await _lead.Get<CriterionStore>().ArchiveAsync(_place.Id, row.Id, Ct);
        Assert.Empty((await RoomAsync(_lead)).View(null, isInside: true).Lines);

        await _lead.Get<CriterionStore>().RestoreAsync(_place.Id, row.Id, Ct);

        Assert.Single((await RoomAsync(_lead)).View(null, isInside: true).Lines);
        var history = await studio.InDbAsync(db => db.Set<AuditEntry>().IgnoreQueryFilters().Where(e => e.EntityId == row.Id && e.Action == AuditAction.Changed).ToListAsync(Ct));
        Assert.Contains(history.SelectMany(e => e.Changes), c => (c.Field, c.New) == ("Metric", "open findings"));
    }

    [Fact]
    public async Task The_library_comes_in_as_it_is_chosen_and_the_order_can_be_changed()
    {
        var store = _lead.Get<CriterionStore>();
        await store.InsertAsync(_place.Id, _place.Ours.Id, [0, 1, 26], Ct);

        await store.MoveAsync(_place.Id, (await RowAsync("D-2")).Id, up: true, Ct);

        Assert.Equal(["D-2", "D-1", "C-1"], (await RoomAsync(_lead)).View(null, isInside: true).Lines.Select(l => l.Content.Code));
        Assert.True(CriterionContent.Of(await RowAsync("D-1")).IsMeasurable);
    }

    [Fact]
    public async Task Two_who_begin_an_agreement_at_once_begin_one()
    {
        await using var other = await _place.As(ProjectRole.Pm);

        await Task.WhenAll(new[] { _lead, other }.Select(a => a.Get<CriterionStore>().AddAsync(_place.Id, _place.Ours.Id, Dimension.Delivery, "Both plants are live", Ct)));

        Assert.Equal(["D-1", "D-2"], (await RoomAsync(_lead)).Criteria.Select(c => c.Code).Order());
    }

    [Fact]
    public async Task A_members_value_counts_when_it_is_confirmed_and_what_failed_becomes_an_action()
    {
        await SignedAsync();
        var (row, verifying) = (await RowAsync("C-1"), _lead.Get<VerificationStore>());
        await using var member = await _place.As(ProjectRole.Member);
        await member.Get<MeasurementStore>().AddAsync(_place.Id, row.Id, new(Day, "2", "Report 7"), Ct);
        await Refused.ByAsync(nameof(RuleText.NothingToJudge), () => verifying.JudgeAsync(_place.Id, row.Id, Ct));

        await _lead.Get<MeasurementStore>().ConfirmAsync(_place.Id, (await RoomAsync(_lead)).Measurements.Single().Id, Ct);
        await Refused.ByAsync(nameof(RuleText.JudgingNeedsFile), () => verifying.JudgeAsync(_place.Id, row.Id, Ct));
        await member.Get<EvidenceStore>().AddLinkAsync(_place.Id, (await RoomAsync(_lead)).Measurements.Single().Id, "https://example.com/report-7", Ct);
        await verifying.JudgeAsync(_place.Id, row.Id, Ct);
        var action = await verifying.GoOnAsync(_place.Id, row.Id, "Close both findings", "Tom", Day, Ct);

        var view = (await RoomAsync(_lead)).View(null, isInside: true);
        Assert.Equal((AgreementOutcome.Failed, action), (view.Outcome, view.Room.Actions[view.ResultOf(row.Id)!.ActionId!.Value]));
        await Refused.ByAsync(nameof(RuleText.JudgedAlready), () => _lead.Get<MeasurementStore>().ArchiveAsync(_place.Id, view.Room.Measurements.Single().Id, Ct));
        await verifying.ReopenAsync(_place.Id, row.Id, Ct);
        Assert.Equal(AgreementOutcome.Open, (await RoomAsync(_lead)).View(null, isInside: true).Outcome);
    }

    [Fact]
    public async Task Nothing_is_measured_before_both_have_signed()
    {
        await SentAsync();

        await Refused.ByAsync(nameof(RuleText.NotSignedYet), async () => await _lead.Get<MeasurementStore>().AddAsync(_place.Id, (await RowAsync("C-1")).Id, new(Day, "2", "Report 7"), Ct));
    }

    private static DateOnly Day => DateOnly.FromDateTime(Samples.Now);

    private async Task DraftAsync()
    {
        await _lead.Get<CriterionStore>().AddAsync(_place.Id, _place.Ours.Id, Dimension.Compliance, "No finding is open", Ct);
        foreach (var (field, text) in new[] { (CriterionField.Metric, "open findings"), (CriterionField.Target, "= 0"), (CriterionField.Proof, "Audit") }) await WriteAsync(_lead, "C-1", field, null, text);
    }

    private async Task<AgreementVersion> SentAsync()
    {
        await DraftAsync();
        return await SendAsync();
    }

    private async Task<AgreementVersion> SendAsync()
    {
        await _lead.Get<AgreementStore>().SendAsync(_place.Id, (await RoomAsync(_lead)).Agreement!.Id, Ct);
        return (await RoomAsync(_lead)).Sent!;
    }

    private async Task SignedAsync() => await SignAsync((await SentAsync()).Id);

    private async Task SignAsync(Guid versionId)
    {
        var (signing, given) = (_lead.Get<SigningStore>(), await InMeetingAsync());
        await signing.AcceptRestAsync(_place.Id, versionId, Ct);
        await signing.SignAsync(_place.Id, versionId, "project lead", Ct);
        await signing.RecordRestAsync(_place.Id, versionId, given, Ct);
        await signing.RecordSignatureAsync(_place.Id, versionId, given, Ct);
    }

    private async Task<Given> InMeetingAsync()
    {
        var meeting = await HeldAsync(_place.Ours.Id);
        return new("Chen Wei", "quality director", Samples.Now, GivenHow.InMeeting, MeetingId: meeting.Id);
    }

    private async Task<Meeting> HeldAsync(Guid? customerId, DateTime? on = null)
    {
        Meeting meeting = new(_place.Id, 100 + Random.Shared.Next(100000), Samples.Meeting(customerId));
        meeting.Start(on ?? Samples.Now);
        await studio.AddAsync(meeting);
        return meeting;
    }

    private Task<AcceptanceRoom> RoomAsync(Acting acting) => acting.Get<AcceptanceReader>().ReadAsync(_place.Id, acting == _lead ? _place.Ours.Id : null, Ct);

    private async Task<AcceptanceCriterion> RowAsync(string code) => (await RoomAsync(_lead)).Criteria.Single(c => c.Code == code);

    private async Task WriteAsync(Acting acting, string code, CriterionField field, string? seen, string? text) => await acting.Get<CriterionStore>().WriteAsync(_place.Id, (await RowAsync(code)).Id, field, seen, text, Ct);
}
