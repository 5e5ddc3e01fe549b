using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.Sealing;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Acceptance;

public sealed class SigningTests
{
    private readonly Agreed _agreed = Agreed.Ready();

    [Fact]
    public void A_side_that_has_signed_stands_by_its_answers()
    {
        _agreed.Send();
        _agreed.AcceptAll(Side.Us);
        _agreed.Answer(First, Side.Us, AnswerKind.Asked, "Really?");
        _agreed.Answer(First, Side.Us, at: Samples.Now.AddMinutes(1));
        _agreed.Sign(Side.Us);

        Refused.By(nameof(RuleText.AnswersAreSigned), () => _agreed.Answer(First, Side.Us, AnswerKind.Rejected, "Too slow"));
        Assert.Equal(AnswerKind.Rejected, _agreed.Answer(First, Side.Customer, AnswerKind.Rejected, "Too slow").Kind);
    }

    [Fact]
    public void The_second_signature_asks_whether_the_first_side_still_accepts_everything()
    {
        var version = _agreed.Send();
        _agreed.AcceptAll(Side.Customer);
        var before = _agreed.Sheet();
        var signature = _agreed.Sign(Side.Customer);
        _agreed.AcceptAll(Side.Us);
        CriterionAnswer later = new(version, before, First, Side.Customer, AnswerKind.Rejected, "Too slow", Agreed.By(Side.Customer, Samples.Now.AddMinutes(1))); // as older releases let it in
        AnswerSheet broken = new(version.Id, _agreed.LastContent.Criteria, [.. _agreed.Answers, later], [signature]);

        Refused.By(nameof(RuleText.OtherSideTookBack), () => _agreed.Agreement.Sign(version, "", broken, Side.Us, Agreed.By(Side.Us)));
        Assert.Equal(VersionState.Sent, version.State);
        _agreed.Sign(Side.Us);
        Assert.Equal(VersionState.BothSigned, version.State);
    }

    [Fact]
    public void What_is_not_as_it_was_sealed_is_neither_answered_nor_signed()
    {
        _agreed.SignedByBoth();
        _agreed.Raise();
        _agreed.Criteria[0].Write(_agreed.Agreement, CriterionField.Target, "≤ 3", Agreed.Today);
        var version = _agreed.Send();
        foreach (var side in Enum.GetValues<Side>()) _agreed.AcceptAll(side);

        Refused.By(nameof(RuleText.SealIsBroken), () => _agreed.Agreement.Sign(version, "another", _agreed.Sheet(), Side.Us, Agreed.By(Side.Us)));
        Touched.Set(version, nameof(AgreementVersion.Content), version.Content.Replace("\"3\"", "\"9\"", StringComparison.Ordinal));
        Refused.By(nameof(RuleText.SealIsBroken), () => _agreed.Sign(Side.Us));
        Refused.By(nameof(RuleText.SealIsBroken), () => _agreed.Answer(First, Side.Us));
        _agreed.Recall();
        Assert.Equal(VersionState.Recalled, version.State);
    }

    [Fact]
    public void A_signature_is_hashed_with_name_role_time_and_how_it_came()
    {
        _agreed.SignedByBoth();
        var signature = _agreed.Signatures[0];
        Assert.True(signature.IsAsSealed);
        Assert.Equal(Seal.Hash(_agreed.Last.Hash, signature.Content), signature.OwnHash);

        foreach (var (field, value) in new (string, object)[] { (nameof(SignOff.Name), "Tom"), (nameof(SignOff.Title), "owner"), (nameof(SignOff.At), Samples.Now.AddDays(-1)), (nameof(SignOff.How), GivenHow.OnPaper), (nameof(SignOff.Side), Side.Customer) })
        {
            var was = Touched.Set(signature, field, value);
            Assert.False(signature.IsAsSealed);
            Touched.Set(signature, field, was);
        }

        Touched.Set(signature, nameof(SignOff.OwnHash), null);
        Assert.Null(signature.IsAsSealed);
    }

    [Fact]
    public void A_check_names_what_was_touched_and_finds_nothing_otherwise()
    {
        _agreed.SignedByBoth();
        _agreed.Raise();
        _agreed.Criteria[0].Write(_agreed.Agreement, CriterionField.Target, "≤ 3", Agreed.Today);
        _agreed.Send();
        Assert.Empty(Faults());

        Touched.Set(_agreed.Signatures[1], nameof(SignOff.Name), "Somebody");
        Assert.Equal([new(AgreementFaultKind.SignatureChanged, 1, "Somebody")], Faults());
        Touched.Set(_agreed.Signatures[1], nameof(SignOff.Hash), "other");
        Assert.Equal([AgreementFaultKind.SignatureOther], Faults().Select(f => f.Kind));

        Touched.Set(_agreed.Versions[0], nameof(AgreementVersion.State), VersionState.Sent);
        Touched.Set(_agreed.Versions[1], nameof(AgreementVersion.SentBy), "Somebody");
        Touched.Set(_agreed.Versions[1], nameof(AgreementVersion.PreviousHash), "");
        Assert.Equal([(AgreementFaultKind.SignatureOther, 1), (AgreementFaultKind.NotAsSigned, 1), (AgreementFaultKind.Changed, 2), (AgreementFaultKind.NotLinked, 2)], Faults().Select(f => (f.Kind, f.Version)));
    }

    [Fact]
    public void A_version_that_is_gone_is_missed_by_who_sees_all_and_not_by_who_sees_no_recalled_ones()
    {
        _agreed.Send();
        _agreed.Recall();
        _agreed.SignedByBoth();

        var last = _agreed.Versions.Skip(1).ToList();
        Assert.Equal([new(AgreementFaultKind.VersionGone, 1)], AgreementChain.Faults(2, last, _agreed.Signatures, isWhole: true));
        Assert.Equal([new(AgreementFaultKind.VersionGone, 3)], AgreementChain.Faults(3, _agreed.Versions, _agreed.Signatures, isWhole: true));
        Assert.Empty(AgreementChain.Faults(2, last, _agreed.Signatures, isWhole: false));
    }

    [Fact]
    public void Whoever_voids_a_signature_says_why()
    {
        _agreed.Send();
        _agreed.AcceptAll(Side.Us);
        _agreed.Sign(Side.Us);

        Refused.By(nameof(RuleText.RecallNeedsReason), () => _agreed.Recall(" "));
        _agreed.Recall("Wrong target in D-1");

        Assert.Equal((VersionState.Recalled, "Wrong target in D-1", "Lin Yue"), (_agreed.Last.State, _agreed.Last.RecallReason, _agreed.Last.RecalledBy));
    }

    [Fact]
    public void Nothing_was_given_before_there_was_anything_to_answer()
    {
        _agreed.Send();
        Given before = new("Chen Wei", "director", Samples.Now.AddDays(-1), GivenHow.OnPaper, "Lin Yue", Samples.Now, ScanId: Guid.NewGuid());

        Refused.By(nameof(RuleText.GivenBeforeSent), () => before.Checked(_agreed.Last));
        Assert.Equal("Chen Wei", (before with { At = Samples.Now }).Checked(_agreed.Last).Name);
    }

    [Fact]
    public void A_meeting_shows_what_was_said_when_it_was_held_on_the_day_of_the_sending_or_later()
    {
        var version = _agreed.Send();
        Meeting Held(DateTime at)
        {
            Meeting meeting = new(Guid.NewGuid(), 7, Samples.Meeting());
            meeting.Start(at);
            return meeting;
        }

        Refused.By(nameof(RuleText.MeetingNotHeld), () => new Meeting(Guid.NewGuid(), 7, Samples.Meeting()).MustShow(version));
        Refused.By(nameof(RuleText.MeetingBeforeSent), () => Held(Samples.Now.AddDays(-1)).MustShow(version));
        Held(Samples.Now.AddHours(-2)).MustShow(version);
        Held(Samples.Now.AddDays(3)).MustShow(version);
    }

    [Fact]
    public void After_a_reply_the_side_that_asked_is_waited_for()
    {
        _agreed.Send();
        _agreed.AcceptAll(Side.Us);
        foreach (var criterion in _agreed.LastContent.Criteria.Skip(1)) _agreed.Answer(criterion, Side.Customer);
        var asked = _agreed.Answer(First, Side.Customer, AnswerKind.Asked, "Which days?", Samples.Now.AddDays(1));
        Assert.Equal([new Waiting(Side.Us, WaitsFor.Reply, Samples.Now.AddDays(1), 1), new(Side.Us, WaitsFor.Signature, Samples.Now, 1)], Waits());

        asked.ReplyTo(_agreed.Last, Side.Us, "Working days", "Lin Yue", Samples.Now.AddDays(2));

        Assert.Equal([new Waiting(Side.Us, WaitsFor.Signature, Samples.Now, 1), new(Side.Customer, WaitsFor.Answers, Samples.Now.AddDays(2), 1)], Waits());
        _agreed.Answer(First, Side.Customer, at: Samples.Now.AddDays(3));
        Assert.DoesNotContain(Waits(), w => w.For != WaitsFor.Signature);
    }

    [Fact]
    public void The_other_side_replies_once_and_in_its_own_name()
    {
        _agreed.Send();
        var ours = _agreed.Answer(First, Side.Us, AnswerKind.Rejected, "Cannot be measured");
        Assert.Contains(new Waiting(Side.Customer, WaitsFor.Reply, Samples.Now, 1), Waits());

        Refused.By(nameof(RuleText.OtherSideReplies), () => ours.ReplyTo(_agreed.Last, Side.Us, "We take it back", "Lin Yue", Samples.Now));
        Refused.By(nameof(RuleText.GivenNeedsName), () => ours.ReplyTo(_agreed.Last, Side.Customer, "We send a log", " ", Samples.Now, "Lin Yue"));
        ours.ReplyTo(_agreed.Last, Side.Customer, "We send a log", "Chen Wei", Samples.Now, "Lin Yue");

        Assert.Equal(("Chen Wei", "Lin Yue"), (ours.RepliedBy, ours.ReplyRecordedBy));
        Assert.DoesNotContain(Waits(), w => w.For == WaitsFor.Reply);
        Refused.By(nameof(RuleText.RepliedAlready), () => ours.ReplyTo(_agreed.Last, Side.Customer, "And another", "Chen Wei", Samples.Now));
    }

    [Fact]
    public void Three_days_are_late()
    {
        Waiting waiting = new(Side.Us, WaitsFor.Answers, Samples.Now, 1);

        Assert.False(waiting.IsLate(Samples.Now.AddDays(3).AddSeconds(-1)));
        Assert.True(waiting.IsLate(Samples.Now.AddDays(3)));
    }

    private CriterionContent First => _agreed.LastContent.Criteria[0];

    private IReadOnlyList<Waiting> Waits() => AgreementClock.Of(_agreed.Last, _agreed.Sheet());

    private IReadOnlyList<AgreementFault> Faults() => AgreementChain.Faults(_agreed.Agreement.LastVersion, _agreed.Versions, _agreed.Signatures, isWhole: true);
}
