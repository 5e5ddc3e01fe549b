using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Acceptance;
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

        verification.Judge(Delivery, 1, Measured(Delivery, value), "Lin Yue", Samples.Now);

        Assert.Equal((result, value), (verification.Result, verification.Value));
        Refused.By(nameof(RuleText.JudgedAlready), () => verification.Judge(Delivery, 1, Measured(Delivery, value), "Lin Yue", Samples.Now));
    }

    [Fact]
    public void Nothing_is_judged_without_a_value_that_counts()
    {
        var proposed = Measured(Delivery, "4", confirmed: false);
        var takenBack = Measured(Delivery, "4");
        takenBack.Archive(Samples.Now);

        foreach (var value in new[] { null, proposed, takenBack, Measured(Compliance, "4") })
            Refused.By(nameof(RuleText.NothingToJudge), () => New(Delivery).Judge(Delivery, 1, value, "Lin Yue", Samples.Now));
    }

    [Fact]
    public void Waiving_needs_a_reason_and_a_name_on_each_side_and_is_not_for_compliance()
    {
        var verification = New(Delivery);
        Refused.By(nameof(RuleText.WaiverNeedsReason), () => verification.Waive(Delivery, 1, " ", "Lin Yue", "Chen Wei", "Lin Yue", Samples.Now));
        Refused.By(nameof(RuleText.WaiverNeedsNames), () => verification.Waive(Delivery, 1, "Site closed", "Lin Yue", "", "Lin Yue", Samples.Now));
        Refused.By(nameof(RuleText.ComplianceIsJudged), () => New(Compliance).Waive(Compliance, 1, "Site closed", "Lin Yue", "Chen Wei", "Lin Yue", Samples.Now));

        verification.Waive(Delivery, 1, "Site closed", "Lin Yue", "Chen Wei", "Lin Yue", Samples.Now);

        Assert.Equal((VerificationResult.Waived, "Chen Wei"), (verification.Result, verification.WaivedForThem));
    }

    [Fact]
    public void What_is_opened_again_is_judged_anew_and_shows_that_it_was_open()
    {
        var verification = New(Delivery);
        verification.Judge(Delivery, 1, Measured(Delivery, "5"), "Lin Yue", Samples.Now);
        verification.GoOnAs(Guid.NewGuid());

        verification.Reopen("Mei", Samples.Now);

        Assert.Equal((true, "Mei", (Guid?)null), (verification.IsOpen, verification.ReopenedBy, verification.ActionId));
        verification.Judge(Delivery, 1, Measured(Delivery, "3"), "Lin Yue", Samples.Now);
        Assert.Equal(VerificationResult.Passed, verification.Result);
    }

    [Fact]
    public void Only_what_failed_or_was_waived_goes_on_as_an_action_and_once()
    {
        var passed = New(Delivery);
        passed.Judge(Delivery, 1, Measured(Delivery, "4"), "Lin Yue", Samples.Now);
        var failed = New(Delivery);
        failed.Judge(Delivery, 1, Measured(Delivery, "5"), "Lin Yue", Samples.Now);

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
        var criteria = _agreed.LastContent.Criteria;
        Verification Of(int i, string value)
        {
            var verification = New(criteria[i]);
            verification.Judge(criteria[i], 1, Measured(criteria[i], value), "Lin Yue", Samples.Now);
            return verification;
        }

        var waived = New(criteria[1]);
        waived.Waive(criteria[1], 1, "Site closed", "Lin Yue", "Chen Wei", "Lin Yue", Samples.Now);

        Assert.Equal(AgreementOutcome.Open, Outcomes.Of([], []));
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
        AgreementStanding standing = new([], [], false, [], new HashSet<Guid>(), [], [], Today);
        Assert.Equal([DebtKind.NoCriteria], PhaseDebts.Of(standing).Select(d => d.Kind));

        var owed = PhaseDebts.Of(standing with { Draft = binding, Binding = binding, Served = binding.Skip(1).Select(c => c.Id).ToHashSet(), Values = [Measured(binding[1], "5", confirmed: false)] });

        Assert.Equal(3, owed.Count(d => d.Kind == DebtKind.NobodyAnswers));
        Assert.Equal([binding[0].Id], owed.Where(d => d.Kind == DebtKind.NotServed).Select(d => d.Criterion!.Id));
        Assert.Equal([binding[0].Id, binding[2].Id], owed.Where(d => d.Kind == DebtKind.NotMeasured).Select(d => d.Criterion!.Id));
        Assert.Equal([binding[1].Id], owed.Where(d => d.Kind == DebtKind.ValueWaits).Select(d => d.Criterion!.Id));
        Assert.Equal(3, owed.Count(d => d.Kind == DebtKind.NotJudged));
        Assert.DoesNotContain(owed, d => d.Kind is DebtKind.NotSent or DebtKind.NoAction);
    }

    private Verification New(CriterionContent criterion) => new(_agreed.Agreement.ProjectId, _agreed.Agreement.Id, criterion.Id);

    private Measurement Measured(CriterionContent criterion, string value, DateOnly? on = null, bool confirmed = true, string source = "report")
    {
        Measurement measurement = new(criterion, _agreed.Agreement, new(on ?? Today, value, source), "Mei", Samples.Now, Today);
        if (confirmed) measurement.Confirm("Lin Yue", Samples.Now);
        return measurement;
    }
}
