using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.Sealing;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Acceptance;

public sealed class AgreementTests
{
    [Fact]
    public void A_version_is_frozen_when_both_sides_have_signed_and_not_before()
    {
        var agreed = Agreed.Ready();
        var version = agreed.Send();
        agreed.AcceptAll(Side.Us);
        agreed.Sign(Side.Us);
        Assert.Equal((VersionState.Sent, (int?)null), (version.State, agreed.Agreement.SignedVersion));

        agreed.AcceptAll(Side.Customer);
        agreed.Sign(Side.Customer);

        Assert.Equal((VersionState.BothSigned, 1), (version.State, agreed.Agreement.SignedVersion!.Value));
        Assert.NotNull(version.SignedAt);
    }

    [Fact]
    public void A_side_signs_only_what_it_has_accepted_as_a_whole()
    {
        var agreed = Agreed.Ready();
        agreed.Send();
        agreed.Answer(agreed.LastContent.Criteria[0], Side.Us);

        Refused.By(nameof(RuleText.NotAllAccepted), () => agreed.Sign(Side.Us));

        agreed.AcceptAll(Side.Us);
        Assert.Equal(agreed.Last.Hash, agreed.Sign(Side.Us).Hash);
    }

    [Fact]
    public void A_side_signs_once_and_says_in_what_role()
    {
        var agreed = Agreed.Ready();
        agreed.Send();
        agreed.AcceptAll(Side.Us);

        Refused.By(nameof(RuleText.SignatureNeedsTitle), () => agreed.Sign(Side.Us, new("Lin Yue", " ", Samples.Now)));
        agreed.Sign(Side.Us);
        Refused.By(nameof(RuleText.SideHasSigned), () => agreed.Sign(Side.Us));
    }

    [Fact]
    public void What_both_signed_takes_no_answer_no_reply_no_signature_and_no_recall()
    {
        var agreed = Agreed.Ready();
        agreed.Send();
        var asked = agreed.Answer(agreed.LastContent.Criteria[0], Side.Customer, AnswerKind.Asked, "Which days?");
        asked.ReplyTo(agreed.Last, Side.Us, "Working days", "Lin Yue", Samples.Now);
        agreed.SignedByBoth();

        Refused.By(nameof(RuleText.VersionIsSigned), () => agreed.Answer(agreed.LastContent.Criteria[0], Side.Us));
        Refused.By(nameof(RuleText.VersionIsSigned), () => asked.ReplyTo(agreed.Last, Side.Us, "Other days", "Lin Yue", Samples.Now));
        Refused.By(nameof(RuleText.VersionIsSigned), () => agreed.Sign(Side.Us));
        Refused.By(nameof(RuleText.VersionIsSigned), () => agreed.Recall());
        Refused.By(nameof(RuleText.VersionIsSigned), () => agreed.Last.Remind("Lin Yue", Samples.Now));
    }

    [Fact]
    public void While_a_version_is_out_the_draft_stands_still_until_it_is_recalled()
    {
        var agreed = Agreed.Ready();
        agreed.Send();

        Refused.By(nameof(RuleText.CriteriaAreSent), () => agreed.Criteria[0].Write(agreed.Agreement, CriterionField.Target, "≤ 3", Agreed.Today));
        Refused.By(nameof(RuleText.CriteriaAreSent), () => agreed.Add(Dimension.Benefit));
        Refused.By(nameof(RuleText.CriteriaAreSent), () => agreed.Criteria[0].Archive(agreed.Agreement, Samples.Now));
        Refused.By(nameof(RuleText.CriteriaAreSent), () => agreed.Send());

        agreed.Recall();
        agreed.Criteria[0].Write(agreed.Agreement, CriterionField.Target, "≤ 3", Agreed.Today);
        Refused.By(nameof(RuleText.VersionIsRecalled), () => agreed.Answer(agreed.LastContent.Criteria[0], Side.Us));
        Assert.Equal((2, "3"), (agreed.Send().Number, agreed.LastContent.Criteria[0].Target));
    }

    [Fact]
    public void After_a_signature_a_change_needs_a_change_request_that_is_open()
    {
        var agreed = Agreed.Ready().SignedByBoth();
        Refused.By(nameof(RuleText.ChangeNeedsRequest), () => agreed.Criteria[0].Write(agreed.Agreement, CriterionField.Target, "≤ 3", Agreed.Today));
        Refused.By(nameof(RuleText.ChangeNeedsRequest), () => agreed.Add(Dimension.Benefit));

        var request = agreed.Raise();
        agreed.Criteria[0].Write(agreed.Agreement, CriterionField.Target, "≤ 3", Agreed.Today);

        Assert.Equal(request.Id, agreed.Criteria[0].ChangeRequestId);
        agreed.SignedByBoth();
        request.Apply(Samples.Now);
        Refused.By(nameof(RuleText.ChangeIsDone), () => agreed.Agreement.ChangeUnder(request));
        Refused.By(nameof(RuleText.ChangeNeedsRequest), () => agreed.Add(Dimension.Benefit));
    }

    [Fact]
    public void Only_what_changed_is_accepted_again()
    {
        var agreed = Agreed.Ready().SignedByBoth();
        agreed.Raise();
        agreed.Criteria[1].Write(agreed.Agreement, CriterionField.Target, "≤ 3", Agreed.Today);

        agreed.Send();

        Assert.Equal([agreed.Criteria[1].Id], agreed.Sheet().Missing(Side.Customer).Select(c => c.Id));
        agreed.AcceptAll(Side.Customer);
        Assert.Null(agreed.Sheet().SignatureOf(Side.Customer));
        Assert.Equal(2, agreed.Last.Number);
    }

    [Fact]
    public void A_refusal_does_not_carry_over_and_a_later_answer_takes_its_place()
    {
        var agreed = Agreed.Ready();
        agreed.Send();
        var first = agreed.LastContent.Criteria[0];
        agreed.Answer(first, Side.Customer);
        agreed.Answer(first, Side.Customer, AnswerKind.Rejected, "Too slow", Samples.Now.AddMinutes(1));
        Assert.False(agreed.Sheet().IsAccepted(first.Id, Side.Customer));

        agreed.Recall();
        agreed.Send();

        Assert.Null(agreed.Sheet().Of(first.Id, Side.Customer));
    }

    [Fact]
    public void A_criterion_without_metric_target_or_proof_cannot_be_sent_and_neither_can_an_agreement_without_compliance()
    {
        var agreed = Agreed.Ready();
        foreach (var (field, text) in new[] { (CriterionField.Metric, "time to decide"), (CriterionField.Target, "≤ 4"), (CriterionField.Proof, "Audit") })
        {
            agreed.Criteria[0].Write(agreed.Agreement, field, null, Agreed.Today);
            Refused.By(nameof(RuleText.CriterionIsDraft), () => agreed.Send());
            agreed.Criteria[0].Write(agreed.Agreement, field, text, Agreed.Today);
        }

        agreed.Criteria[2].Archive(agreed.Agreement, Samples.Now);
        Refused.By(nameof(RuleText.NoCompliance), () => agreed.Send());
        agreed.Criteria[2].Restore(agreed.Agreement);
        Assert.Equal(3, AgreementContent.Read(agreed.Send().Content).Criteria.Count);
    }

    [Fact]
    public void What_is_only_proposed_is_in_no_version_until_it_is_taken()
    {
        var agreed = Agreed.Ready();
        AcceptanceCriterion proposed = new(agreed.Agreement, Dimension.Benefit, "Nobody types it twice", new(null, "Mei"));
        agreed.Criteria.Add(proposed);
        agreed.Send();
        Assert.Equal(3, agreed.LastContent.Criteria.Count);
        proposed.Write(agreed.Agreement, CriterionField.Metric, "fields typed twice", Agreed.Today);

        Refused.By(nameof(RuleText.CriteriaAreSent), () => proposed.Take(agreed.Agreement));

        agreed.Recall();
        proposed.Take(agreed.Agreement);
        Assert.Equal(4, agreed.Contents.Count);
    }

    [Fact]
    public void Versions_are_a_chain_and_a_touched_one_shows()
    {
        var agreed = Agreed.Ready().SignedByBoth();
        agreed.Raise();
        agreed.Criteria[0].Write(agreed.Agreement, CriterionField.Target, "≤ 3", Agreed.Today);
        agreed.Send();

        Assert.All(agreed.Versions, v => Assert.Equal(Seal.Hash(v.PreviousHash, v.Content), v.Hash));
        Assert.Equal(agreed.Versions[0].Hash, agreed.Versions[1].PreviousHash);
        Assert.True(agreed.Last.IsUntouched(agreed.Versions[0].Hash));
        Assert.False(agreed.Last.IsUntouched(""));
        Assert.Equal(agreed.Last.Content, agreed.LastContent.Write());
    }

    [Fact]
    public void A_new_version_differs_from_what_was_signed()
    {
        var agreed = Agreed.Ready().SignedByBoth();

        Refused.By(nameof(RuleText.NothingChanged), () => agreed.Send());

        agreed.Raise();
        agreed.Criteria[0].Write(agreed.Agreement, CriterionField.Target, "≤ 3", Agreed.Today);
        agreed.Criteria[1].Archive(agreed.Agreement, Samples.Now);
        var added = agreed.Add(Dimension.Benefit);
        agreed.Send();
        var differences = AgreementDifference.Between(agreed.Signed!.Criteria, agreed.LastContent.Criteria);
        Assert.Equal([("D-1", DifferenceKind.Changed), ("B-1", DifferenceKind.Removed), (added.Code, DifferenceKind.Added)], differences.Select(d => (d.Code, d.Kind)));
        Assert.Equal([CriterionField.Target], differences[0].Fields);
    }

    [Fact]
    public void What_was_given_outside_needs_a_meeting_or_a_scan_and_stays_marked_as_recorded()
    {
        var agreed = Agreed.Ready();
        agreed.Send();
        agreed.AcceptAll(Side.Customer);
        Given paper = new("Chen Wei", "quality director", Samples.Now, GivenHow.OnPaper, "Lin Yue", Samples.Now);

        Refused.By(nameof(RuleText.RecordNeedsProof), () => agreed.Sign(Side.Customer, paper));
        Refused.By(nameof(RuleText.GivenInFuture), () => agreed.Sign(Side.Customer, paper with { At = Samples.Now.AddDays(1), ScanId = Guid.NewGuid() }));

        var signature = agreed.Sign(Side.Customer, paper with { ScanId = Guid.NewGuid() });
        Assert.Equal((GivenHow.OnPaper, "Lin Yue"), (signature.How, signature.RecordedBy));
        Assert.Null(new Given("Lin Yue", "lead", Samples.Now, GivenHow.Online, "Mei", Samples.Now, Guid.NewGuid()).Checked(agreed.Last).RecordedBy);
    }

    [Fact]
    public void A_refusal_gives_its_reason_and_a_question_its_words()
    {
        var agreed = Agreed.Ready();
        agreed.Send();
        var criterion = agreed.LastContent.Criteria[0];

        Refused.By(nameof(RuleText.RejectionNeedsReason), () => agreed.Answer(criterion, Side.Customer, AnswerKind.Rejected, " "));
        Refused.By(nameof(RuleText.QuestionNeedsWords), () => agreed.Answer(criterion, Side.Customer, AnswerKind.Asked));
        Refused.By(nameof(RuleText.NothingToReply), () => agreed.Answer(criterion, Side.Customer).ReplyTo(agreed.Last, Side.Us, "Why?", "Lin Yue", Samples.Now));
        Assert.Equal("Too slow", agreed.Answer(criterion, Side.Customer, AnswerKind.Rejected, "Too slow").Words);
    }

    [Fact]
    public void The_clock_names_the_side_that_is_waited_for_and_since_when()
    {
        var agreed = Agreed.Ready();
        Assert.Empty(AgreementClock.Of(null, new(null, agreed.Contents, [], [])));
        agreed.Send();
        var later = Samples.Now.AddDays(2);
        agreed.AcceptAll(Side.Us);
        agreed.Answer(agreed.LastContent.Criteria[0], Side.Customer, AnswerKind.Asked, "Which days?", later);

        Assert.Equal(
            [new Waiting(Side.Us, WaitsFor.Reply, later, 1), new(Side.Us, WaitsFor.Signature, Samples.Now, 1), new(Side.Customer, WaitsFor.Answers, Samples.Now, 2)],
            AgreementClock.Of(agreed.Last, agreed.Sheet()));

        agreed.Answer(agreed.LastContent.Criteria[0], Side.Customer, at: later.AddMinutes(1));
        agreed.SignedByBoth();
        Assert.Empty(AgreementClock.Of(agreed.Last, agreed.Sheet()));
    }

    [Fact]
    public void A_code_is_never_given_twice()
    {
        var agreed = Agreed.Ready();
        agreed.Criteria[0].Archive(agreed.Agreement, Samples.Now);

        Assert.Equal("D-2", agreed.Add(Dimension.Delivery).Code);
    }
}
