using System.Globalization;
using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Acceptance;

public sealed class CriterionTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private readonly AcceptanceAgreement _agreement = new(Guid.NewGuid(), Guid.NewGuid());

    [Theory]
    [InlineData("48,000", "48000")]
    [InlineData("48 000.50", "48000.5")]
    [InlineData("1,5", "1.5")]
    [InlineData("95 %", "95")]
    [InlineData("１２", "12")]
    [InlineData("-3", "-3")]
    [InlineData("15 Mar", "2027-03-15")]
    [InlineData("2027-03-15", "2027-03-15")]
    [InlineData("3月15日", "2027-03-15")]
    [InlineData("是", "yes")]
    [InlineData("No", "no")]
    public void A_value_is_read_as_people_write_it(string typed, string value) => Assert.Equal(value, CriterionValue.Read(typed, Today));

    [Theory]
    [InlineData("many")]
    [InlineData("4 or 5")]
    [InlineData("15 Mar maybe")]
    public void What_is_no_value_is_refused(string typed) => Refused.By(nameof(RuleText.ValueNotRead), () => CriterionValue.Read(typed, Today));

    [Theory]
    [InlineData("≤ 15", Comparison.AtMost, "15", null)]
    [InlineData(">= 48,000", Comparison.AtLeast, "48000", null)]
    [InlineData("= 0", Comparison.Equal, "0", null)]
    [InlineData("15–20", Comparison.Between, "15", "20")]
    [InlineData("between 15 and 20", Comparison.Between, "15", "20")]
    [InlineData("by 15 Mar", Comparison.AtMost, "2027-03-15", null)]
    [InlineData("yes", Comparison.YesNo, "yes", null)]
    [InlineData("不超过 4", Comparison.AtMost, "4", null)]
    [InlineData("4", null, "4", null)]
    [InlineData("", null, null, null)]
    public void A_target_is_typed_in_one_go(string typed, Comparison? comparison, string? target, string? upper) =>
        Assert.Equal(new TargetText(comparison, target, upper), TargetText.Read(typed, Today));

    [Fact]
    public void A_range_is_not_upside_down() => Refused.By(nameof(RuleText.RangeUpsideDown), () => TargetText.Read("20–15", Today));

    [Theory]
    [InlineData(Comparison.AtLeast, "10", null, "10", "9.9")]
    [InlineData(Comparison.AtMost, "10", null, "10", "10.1")]
    [InlineData(Comparison.Equal, "0", null, "0", "1")]
    [InlineData(Comparison.Between, "15", "20", "20", "21")]
    [InlineData(Comparison.AtMost, "2027-03-15", null, "2027-03-15", "2027-03-16")]
    [InlineData(Comparison.YesNo, "yes", null, "yes", "no")]
    public void A_value_meets_the_target_or_does_not(Comparison comparison, string target, string? upper, string met, string missed)
    {
        var content = Content() with { Comparison = comparison, Target = target, UpperTarget = upper };

        Assert.Equal((true, false, null), (content.IsMetBy(met), content.IsMetBy(missed), content.IsMetBy(null)));
    }

    [Theory]
    [InlineData("The system is user-friendly", "user-friendly")]
    [InlineData("系统应尽快上线", "尽快")]
    [InlineData("Pages load fast", "fast")]
    public void A_word_that_cannot_be_measured_is_named(string statement, string word)
    {
        var point = CriterionCheck.Of(Content() with { Statement = statement, Metric = null, Target = null })[0];

        Assert.Equal((nameof(RuleText.CheckVague), word), (point.Missing, point.Word));
        Assert.Contains(word, point.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Pages load fast: within 2 seconds")]
    [InlineData("The breakfast order is sent")]
    [InlineData("页面在 2 秒内打开，运行稳定")]
    public void A_statement_with_a_number_or_without_such_a_word_is_not_warned_of(string statement) =>
        Assert.True(CriterionCheck.Of(Content() with { Statement = statement, Metric = null, Target = null })[0].IsMet);

    [Fact]
    public void Each_point_says_in_a_sentence_what_is_missing()
    {
        var whole = Content() with { OurOwner = "Tom", TheirOwner = "Chen Wei", DueOn = Today };

        Assert.All(CriterionCheck.Of(whole), p => Assert.True(p.IsMet, p.Missing));
        Assert.Equal(nameof(RuleText.CheckNoMetric), Missing(whole with { Metric = null }, CheckPoint.Metric));
        Assert.Equal(nameof(RuleText.CheckNoUnit), Missing(whole with { Unit = null }, CheckPoint.Metric));
        Assert.Equal(nameof(RuleText.CheckNoTarget), Missing(whole with { Target = null }, CheckPoint.Target));
        Assert.Equal(nameof(RuleText.CheckNoComparison), Missing(whole with { Comparison = null }, CheckPoint.Target));
        Assert.Equal(nameof(RuleText.CheckNoUpper), Missing(whole with { Comparison = Comparison.Between }, CheckPoint.Target));
        Assert.Equal(nameof(RuleText.CheckNoBaseline), Missing(whole with { Baseline = null }, CheckPoint.Target));
        Assert.Equal(nameof(RuleText.CheckMetAlready), Missing(whole with { Baseline = "3" }, CheckPoint.Target));
        Assert.Equal(nameof(RuleText.CheckNoProof), Missing(whole with { Proof = null }, CheckPoint.Proof));
        Assert.Equal(nameof(RuleText.CheckNoTheirOwner), Missing(whole with { TheirOwner = null }, CheckPoint.Answers));
        Assert.Equal(nameof(RuleText.CheckNoDay), Missing(whole with { DueOn = null }, CheckPoint.Answers));
    }

    [Fact]
    public void Every_field_changes_what_is_answered_and_the_same_words_do_not()
    {
        var criterion = Criterion();
        var before = CriterionContent.Of(criterion).Hash;
        foreach (var (field, text) in new[]
        {
            (CriterionField.Statement, "Another one"), (CriterionField.Aspect, "Scope"), (CriterionField.Metric, "days"), (CriterionField.Unit, "d"), (CriterionField.Baseline, "9"), (CriterionField.Target, "≤ 4"),
            (CriterionField.Proof, "Test"), (CriterionField.ProofNote, "Report"), (CriterionField.DueOn, "2027-01-01"), (CriterionField.OurOwner, "Tom"), (CriterionField.TheirOwner, "Chen"), (CriterionField.Phase, "End"),
        })
        {
            criterion.Write(_agreement, field, text, Today);
            var after = CriterionContent.Of(criterion).Hash;
            Assert.NotEqual(before, after);
            criterion.Write(_agreement, field, text, Today);
            Assert.Equal(after, CriterionContent.Of(criterion).Hash);
            before = after;
        }

        criterion.Swap(Criterion());
        Assert.Equal(before, CriterionContent.Of(criterion).Hash);
    }

    [Fact]
    public void Yes_or_no_has_a_target_of_yes_and_a_number_takes_it_away()
    {
        var criterion = Criterion();

        criterion.Write(_agreement, CriterionField.Comparison, "YesNo", Today);
        Assert.Equal("yes", criterion.Target);
        criterion.Write(_agreement, CriterionField.Comparison, "AtLeast", Today);
        Assert.Null(criterion.Target);
        Refused.By(nameof(RuleText.AspectOfOtherDimension), () => criterion.Write(_agreement, CriterionField.Aspect, "Money", Today));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public void What_the_library_holds_may_be_signed_as_it_is_in_both_languages(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        var made = CriterionLibrary.All.Select(c => CriterionContent.Of(c.Make(_agreement, null, Today))).ToList();

        Assert.InRange(made.Count, 25, 40);
        Assert.All(made, c => Assert.True(c.IsMeasurable, c.Statement));
        Assert.All(made, c => Assert.All(CriterionCheck.Of(c).Take(2), p => Assert.True(p.IsMet, $"{c.Statement}: {p.Missing}")));
        Assert.All(Enum.GetValues<Dimension>(), d => Assert.True(made.Count(c => c.Dimension == d) >= 5));
        Assert.Equal(made.Count, made.Select(c => c.Statement).Distinct().Count());
        Assert.Equal(language == "zh-Hans", made[0].Statement.Any(c => c > 0x2E80));
    }

    private AcceptanceCriterion Criterion() => new(_agreement, Dimension.Delivery, "A change is decided within days");

    private static CriterionContent Content() => new(
        Guid.NewGuid(), Dimension.Benefit, 1, "A change is decided within days", null, "time to decide", "days", "11", Comparison.AtMost, "4", null, ProofKind.Audit, null, null, null, null, null);

    private static string? Missing(CriterionContent content, CheckPoint point) => CriterionCheck.Of(content).Single(p => p.Point == point).Missing;
}
