using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Acceptance;

public sealed class VerificationTests
{
    private static readonly DateOnly Today = Agreed.Today;
    private readonly Agreed _agreed = Agreed.Ready().SignedByBoth();

    private CriterionContent Delivery => _agreed.LastContent.Criteria[0];
    private CriterionContent Compliance => _agreed.LastContent.Criteria[2];

    [Theory]
    [InlineData("4", VerificationResult.Passed)]
    [InlineData("5", VerificationResult.Failed)]
    public void Passed_or_failed_follows_from_the_last_confirmed_value(string value, VerificationResult result)
    {
        var verification = New(Delivery);

        Judge(verification, Delivery, Measured(Delivery, value));

        Assert.Equal((result, value, Today), (verification.Result, verification.Value, verification.ValueOn));
        Refused.By(nameof(RuleText.JudgedAlready), () => Judge(verification, Delivery, Measured(Delivery, value)));
    }

    [Fact]
    public void Nothing_is_judged_without_a_value_that_counts()
    {
        var proposed = Measured(Delivery, "4", confirmed: false);
        var takenBack = Measured(Delivery, "4");
        takenBack.Archive(Samples.Now);

        foreach (var value in new[] { null, proposed, takenBack, Measured(Compliance, "4") })
            Refused.By(nameof(RuleText.NothingToJudge), () => New(Delivery).Judge(Signed(Delivery), value, [], "Lin Yue", Samples.Now));
    }

    [Theory]
    [InlineData(ProofKind.Audit, "Report of the quality office", nameof(RuleText.JudgingNeedsFile))]
    [InlineData(ProofKind.ThirdParty, "Report of the quality office", nameof(RuleText.JudgingNeedsFile))]
    [InlineData(ProofKind.Test, "r", nameof(RuleText.JudgingNeedsWords))]
    [InlineData(ProofKind.Demonstration, "r", nameof(RuleText.JudgingNeedsWords))]
    [InlineData(ProofKind.Demonstration, "现场演示，王工在场", null)]
    [InlineData(ProofKind.Test, "Load test number 6", null)]
    public void Judging_needs_what_proves_the_value(ProofKind kind, string source, string? refusal)
    {
        var criterion = Delivery with { Proof = kind };
        var value = Measured(criterion, "4", source: source);
        var elsewhere = Evidence.OfLink(_agreed.Agreement.ProjectId, Guid.NewGuid(), "https://example.com/r", "Mei", Samples.Now);
        var removed = Proof(value);
        removed.Remove(Samples.Now);

        if (refusal is null) New(criterion).Judge(Signed(criterion), value, [], "Lin Yue", Samples.Now);
        else Refused.By(refusal, () => New(criterion).Judge(Signed(criterion), value, [elsewhere, removed], "Lin Yue", Samples.Now));

        Judge(New(criterion), criterion, value);
    }

    [Fact]
    public void What_was_judged_against_an_older_version_is_open_again()
    {
        var judged = New(Delivery);
        Judge(judged, Delivery, Measured(Delivery, "4"));
        Assert.True(judged.Stands(Delivery, 1));

        var harder = Delivery with { Target = "3" };
        var content = _agreed.LastContent with { Version = 2, Criteria = [harder, .. _agreed.LastContent.Criteria.Skip(1)] };

        Assert.False(judged.Stands(harder, 2));
        Assert.Equal(AgreementOutcome.Open, Outcomes.Of(content, [judged, Passed(1), Passed(2)]));
        Assert.Equal(AgreementOutcome.Passed, Outcomes.Of(content with { Criteria = _agreed.LastContent.Criteria }, [judged, Passed(1), Passed(2)]));
        Assert.Contains(PhaseDebts.Of(Standing(content, [judged])), d => d.Kind == DebtKind.NotJudged && d.Criterion == harder);
        Judge(judged, harder, Measured(harder, "4"));
        Assert.Equal(VerificationResult.Failed, judged.Result);
    }

    [Fact]
    public void A_value_of_another_metric_or_unit_does_not_count_until_somebody_says_that_it_does()
    {
        var value = Measured(Delivery, "4");
        var inHours = Delivery with { Unit = "hours" };

        Assert.True(value.Measures(Delivery with { Target = "3", DueOn = Today }));
        Assert.False(value.Measures(inHours));
        Assert.Null(Forecast.Of(inHours, [Measured(Delivery, "9", Today.AddDays(-3)), value]));
        Refused.By(nameof(RuleText.NothingToJudge), () => Judge(New(inHours), inHours, value));
        value.Confirm(inHours, "Lin Yue", Samples.Now);
        Assert.True(value.Measures(inHours));
        Refused.By(nameof(RuleText.MeasureYesNo), () => value.Confirm(Delivery with { Comparison = Comparison.YesNo, Target = "yes" }, "Lin Yue", Samples.Now));
    }

    [Fact]
    public void In_time_is_told_by_the_day_of_the_value_and_the_day_that_was_signed()
    {
        bool? InTime(DateOnly? due, string value, int days)
        {
            var criterion = Delivery with { DueOn = due };
            var verification = New(criterion);
            Judge(verification, criterion, Measured(criterion, value, Today.AddDays(days)));
            return verification.IsInTime;
        }

        Assert.True(InTime(Today, "4", 0));
        Assert.False(InTime(Today.AddDays(-2), "4", -1));
        Assert.False(InTime(Today, "5", 0));
        Assert.Null(InTime(null, "4", 0));
    }

    [Fact]
    public void The_outcome_of_a_project_follows_from_its_agreements()
    {
        Assert.Equal(AgreementOutcome.Open, Outcomes.OfProject([]));
        Assert.Equal(AgreementOutcome.Open, Outcomes.OfProject([AgreementOutcome.Passed, AgreementOutcome.Open]));
        Assert.Equal(AgreementOutcome.Failed, Outcomes.OfProject([AgreementOutcome.Failed, AgreementOutcome.Open]));
        Assert.Equal(AgreementOutcome.PassedWithWaivers, Outcomes.OfProject([AgreementOutcome.Passed, AgreementOutcome.PassedWithWaivers]));
        Assert.Equal(AgreementOutcome.Passed, Outcomes.OfProject([AgreementOutcome.Passed, AgreementOutcome.Passed]));
    }

    [Fact]
    public void Waiving_needs_a_reason_in_a_few_words_what_proves_the_customers_word_and_is_not_for_compliance()
    {
        var paper = Given("Chen Wei");
        var verification = New(Delivery);
        Refused.By(nameof(RuleText.WaiverNeedsReason), () => verification.Waive(Signed(Delivery), " ", "Lin Yue", paper, Samples.Now));
        Refused.By(nameof(RuleText.WaiverNeedsReason), () => verification.Waive(Signed(Delivery), "ok", "Lin Yue", paper, Samples.Now));
        Refused.By(nameof(RuleText.GivenNeedsName), () => verification.Waive(Signed(Delivery), Closed, "Lin Yue", Given(" "), Samples.Now));
        Refused.By(nameof(RuleText.RecordNeedsProof), () => verification.Waive(Signed(Delivery), Closed, "Lin Yue", paper with { ScanId = null }, Samples.Now));
        Refused.By(nameof(RuleText.ComplianceIsJudged), () => New(Compliance).Waive(Signed(Compliance), Closed, "Lin Yue", paper, Samples.Now));

        verification.Waive(Signed(Delivery), "北京厂已关闭", "Lin Yue", paper, Samples.Now);

        Assert.Equal((VerificationResult.Waived, "Lin Yue", "Chen Wei", GivenHow.OnPaper, paper.ScanId), (verification.Result, verification.WaivedForUs, verification.WaivedForThem, verification.WaivedHow, verification.WaivedScanId));
    }

    [Fact]
    public void What_is_opened_again_is_judged_anew_and_shows_that_it_was_open()
    {
        var verification = New(Delivery);
        Judge(verification, Delivery, Measured(Delivery, "5"));
        verification.GoOnAs(Guid.NewGuid());

        verification.Reopen("Mei", Samples.Now);

        Assert.Equal((true, "Mei", (Guid?)null), (verification.IsOpen, verification.ReopenedBy, verification.ActionId));
        Judge(verification, Delivery, Measured(Delivery, "3"));
        Assert.Equal(VerificationResult.Passed, verification.Result);
    }

    [Fact]
    public void Only_what_failed_or_was_waived_goes_on_as_an_action_and_once()
    {
        var passed = New(Delivery);
        Judge(passed, Delivery, Measured(Delivery, "4"));
        var failed = New(Delivery);
        Judge(failed, Delivery, Measured(Delivery, "5"));

        Refused.By(nameof(RuleText.NothingRemains), () => passed.GoOnAs(Guid.NewGuid()));
        failed.GoOnAs(Guid.NewGuid());
        Refused.By(nameof(RuleText.ActionIsThere), () => failed.GoOnAs(Guid.NewGuid()));
    }

    [Fact]
    public void A_value_has_a_source_is_not_of_tomorrow_and_is_of_the_right_kind()
    {
        Refused.By(nameof(RuleText.MeasuredNeedsSource), () => Measured(Delivery, "4", source: " "));
        Refused.By(nameof(RuleText.MeasuredTooEarly), () => Measured(Delivery, "4", Today.AddDays(1)));
        Refused.By(nameof(RuleText.MeasureNumber), () => Measured(Delivery, "yes"));
        Refused.By(nameof(RuleText.MeasureNumber), () => Measured(Delivery, "15 Mar"));
        Refused.By(nameof(RuleText.MeasureYesNo), () => Measured(Delivery with { Comparison = Comparison.YesNo, Target = "yes" }, "4"));
        Refused.By(nameof(RuleText.MeasureDay), () => Measured(Delivery with { Target = "2026-05-01" }, "4"));
        Assert.Equal("4000", Measured(Delivery, "4,000").Value);
    }

    [Fact]
    public void The_outcome_follows_from_the_criteria()
    {
        var criteria = _agreed.LastContent;
        var waived = New(criteria.Criteria[1]);
        waived.Waive(Signed(criteria.Criteria[1]), Closed, "Lin Yue", Given("Chen Wei"), Samples.Now);

        Assert.Equal(AgreementOutcome.Open, Outcomes.Of(null, []));
        Assert.Equal(AgreementOutcome.Open, Outcomes.Of(criteria, [Of(0, "5"), Of(1, "4")]));
        Assert.Equal(AgreementOutcome.Failed, Outcomes.Of(criteria, [Of(2, "5")]));
        Assert.Equal(AgreementOutcome.Failed, Outcomes.Of(criteria, [Of(0, "5"), waived, Of(2, "4")]));
        Assert.Equal(AgreementOutcome.PassedWithWaivers, Outcomes.Of(criteria, [Of(0, "4"), waived, Of(2, "4")]));
        Assert.Equal(AgreementOutcome.Passed, Outcomes.Of(criteria, [Of(0, "4"), Of(1, "4"), Of(2, "4")]));
    }

    [Fact]
    public void A_forecast_is_a_line_through_what_counts()
    {
        var due = Delivery with { DueOn = Today.AddDays(30) };
        Measurement At(int days, string value) => Measured(due, value, Today.AddDays(days));

        Assert.Null(Forecast.Of(due, [At(-20, "11")]));
        Assert.Null(Forecast.Of(due, [At(-20, "11"), At(-20, "9")]));
        Assert.Equal(new(ForecastKind.Reaches, Today.AddDays(10)), Forecast.Of(due, [At(-20, "10"), At(-10, "8"), At(0, "6")]));
        Assert.Equal(new(ForecastKind.TooLate, Today.AddDays(100)), Forecast.Of(due, [At(-20, "6.4"), At(0, "6")]));
        Assert.Equal(new(ForecastKind.NotInSight), Forecast.Of(due, [At(-20, "6"), At(0, "7")]));
        Assert.Equal(new(ForecastKind.Met), Forecast.Of(due, [At(-20, "6"), At(0, "4")]));
        Assert.Null(Forecast.Of(due with { Comparison = Comparison.YesNo, Target = "yes" }, [At(-20, "6"), At(0, "4")]));
    }

    [Fact]
    public void Each_phase_says_what_it_owes()
    {
        var binding = _agreed.LastContent.Criteria;
        var standing = Standing(null, []);
        Assert.Equal([DebtKind.NoCriteria], PhaseDebts.Of(standing).Select(d => d.Kind));

        var owed = PhaseDebts.Of(standing with { Draft = binding, Binding = _agreed.LastContent, Served = binding.Skip(1).Select(c => c.Id).ToHashSet(), Values = [Measured(binding[1], "5", confirmed: false)] });

        Assert.Equal(3, owed.Count(d => d.Kind == DebtKind.NobodyAnswers));
        Assert.Equal([binding[0].Id], owed.Where(d => d.Kind == DebtKind.NotServed).Select(d => d.Criterion!.Id));
        Assert.Equal([binding[0].Id, binding[2].Id], owed.Where(d => d.Kind == DebtKind.NotMeasured).Select(d => d.Criterion!.Id));
        Assert.Equal([binding[1].Id], owed.Where(d => d.Kind == DebtKind.ValueWaits).Select(d => d.Criterion!.Id));
        Assert.Equal(3, owed.Count(d => d.Kind == DebtKind.NotJudged));
        Assert.DoesNotContain(owed, d => d.Kind is DebtKind.NotSent or DebtKind.NoAction);
    }

    [Fact]
    public void A_criterion_is_tracked_and_judged_in_the_phase_that_it_names()
    {
        IEnumerable<(DebtKind, AgreementPhase)> Owed(AgreementPhase? phase)
        {
            var content = _agreed.LastContent with { Criteria = [Delivery with { Phase = phase }] };
            return PhaseDebts.Of(Standing(content, [])).Where(d => d.Kind is DebtKind.NotMeasured or DebtKind.NotJudged).Select(d => (d.Kind, d.Phase));
        }

        Assert.Equal([(DebtKind.NotMeasured, AgreementPhase.Start), (DebtKind.NotJudged, AgreementPhase.Start)], Owed(AgreementPhase.Start));
        Assert.Equal([(DebtKind.NotMeasured, AgreementPhase.Execution), (DebtKind.NotJudged, AgreementPhase.Execution)], Owed(AgreementPhase.Execution));
        Assert.Equal([(DebtKind.NotMeasured, AgreementPhase.Execution), (DebtKind.NotJudged, AgreementPhase.End)], Owed(AgreementPhase.End));
        Assert.Equal(Owed(AgreementPhase.End), Owed(null));
    }

    private const string Closed = "The plant was closed";

    private static Given Given(string name) => new(name, "director", Samples.Now, GivenHow.OnPaper, "Lin Yue", Samples.Now, ScanId: Guid.NewGuid());

    private static AgreementStanding Standing(AgreementContent? content, IReadOnlyList<Verification> results) => new([], [], false, content, new HashSet<Guid>(), [], results, Today);

    private SignedCriterion Signed(CriterionContent criterion) => new(_agreed.Last, criterion);

    private Evidence Proof(Measurement value) => Evidence.OfLink(_agreed.Agreement.ProjectId, value.Id, "https://example.com/r", "Mei", Samples.Now);

    private void Judge(Verification verification, CriterionContent criterion, Measurement value) => verification.Judge(Signed(criterion), value, [Proof(value)], "Lin Yue", Samples.Now);

    private Verification Of(int i, string value)
    {
        var criterion = _agreed.LastContent.Criteria[i];
        var verification = New(criterion);
        Judge(verification, criterion, Measured(criterion, value));
        return verification;
    }

    private Verification Passed(int i) => Of(i, "4");

    private Verification New(CriterionContent criterion) => new(_agreed.Agreement.ProjectId, _agreed.Agreement.Id, criterion.Id);

    private Measurement Measured(CriterionContent criterion, string value, DateOnly? on = null, bool confirmed = true, string source = "report")
    {
        Measurement measurement = new(criterion, _agreed.Agreement, new(on ?? Today, value, source), "Mei", Samples.Now, Today);
        if (confirmed) measurement.Confirm(criterion, "Lin Yue", Samples.Now);
        return measurement;
    }
}
