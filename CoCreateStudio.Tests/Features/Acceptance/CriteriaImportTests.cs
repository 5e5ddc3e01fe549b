using System.Text;
using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Features.Acceptance;
using CoCreateStudio.Features.Acceptance.Criteria;
using CoCreateStudio.Features.Acceptance.Import;
using CoCreateStudio.Kit.Excel.Reading;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Acceptance;

public sealed class CriteriaImportTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private const string Chinese = "维度,验收标准,指标,单位,基线,目标,验证方式,期限,我方负责人,客户负责人,阶段\n项目建设,反查响应快,响应时间,秒,14,≤ 2,测试,2027-03-15,Tom Reed,陈伟,收尾\n合规,审批可追溯,,,否,是,第三方,,,,\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Headings_and_words_of_both_languages_are_read_as_a_careful_person_would()
    {
        var rows = await ReadAsync(Chinese);
        var english = await ReadAsync("No.,Criterion,Metric,Unit,Target,Verification,Due date\nB-1,A change is decided sooner,days to decide,days,at most 4,audit,2027-02-05\n");

        Assert.All(rows.Concat(english), r => Assert.Equal(PlanKind.New, r.Kind));
        var first = CriterionContent.Of(rows[0].Make(new(Guid.NewGuid(), Guid.NewGuid()), new(2026, 3, 2)));
        Assert.Equal((Dimension.Delivery, Comparison.AtMost, "2", ProofKind.Test, "14", new DateOnly(2027, 3, 15), AgreementPhase.End, "陈伟"), (first.Dimension, first.Comparison!.Value, first.Target, first.Proof!.Value, first.Baseline, first.DueOn, first.Phase!.Value, first.TheirOwner));
        Assert.Equal((Dimension.Compliance, "yes"), (rows[1].Dimension, CriterionContent.Of(rows[1].Make(new(Guid.NewGuid(), Guid.NewGuid()), new(2026, 3, 2))).Target));
        Assert.Equal(Dimension.Benefit, english[0].Dimension);
    }

    [Theory]
    [InlineData("≥", "95", Comparison.AtLeast)]
    [InlineData("<= at most", "15", Comparison.AtMost)]
    [InlineData("不少于", "95 %", Comparison.AtLeast)]
    [InlineData("≥", "≤ 15", Comparison.AtMost)]
    [InlineData("between", "15–20", Comparison.Between)]
    [InlineData("yes or no", "yes", Comparison.YesNo)]
    [InlineData("", "95", null)]
    public async Task A_comparison_in_a_column_of_its_own_belongs_to_the_target(string sign, string target, Comparison? comparison)
    {
        var row = (await ReadAsync($"Dimension,Criterion,Comparison,Target\nDelivery,Complete,{sign},{target}\n")).Single();

        Assert.Equal(comparison, CriterionContent.Of(row.Make(new(Guid.NewGuid(), Guid.NewGuid()), new(2026, 3, 2))).Comparison);
    }

    [Fact]
    public async Task What_cannot_be_taken_says_why_and_what_is_there_is_not_taken_twice()
    {
        var rows = await ReadAsync("Criterion,Dimension,Target\nNo dimension,,4\nA bad target,Delivery,soon or later\nKnown already,Delivery,4\nTwice,Delivery,4\ntwice ,Delivery,4\n", ["known already"]);

        Assert.Equal([PlanKind.Wrong, PlanKind.Wrong, PlanKind.Same, PlanKind.New, PlanKind.Same], rows.Select(r => r.Kind));
        Assert.Contains("delivery, benefit or compliance", rows[0].Problem, StringComparison.Ordinal);
        Assert.Contains("soon or later", rows[1].Problem, StringComparison.Ordinal);
        Assert.Equal(PlanKind.New, (await ReadAsync("Criterion,Dimension\nNo dimension,\n", usual: Dimension.Benefit))[0].Kind);
    }

    [Fact]
    public async Task They_come_in_one_act_and_leave_in_one()
    {
        var place = await Place.MakeAsync(studio);
        await using var pm = await place.As(ProjectRole.Pm);
        var store = pm.Get<CriteriaImportStore>();

        var (act, count) = await store.WriteAsync(place.Id, place.Ours.Id, await ReadAsync(Chinese), Ct);
        Assert.Equal(2, count);

        var room = await pm.Get<AcceptanceReader>().ReadAsync(place.Id, place.Ours.Id, Ct);
        Assert.Equal(["C-1 审批可追溯", "D-1 反查响应快"], room.Criteria.Select(c => $"{c.Code} {c.Statement}").Order(StringComparer.Ordinal));
        Assert.Equal(PlanKind.Same, (await ReadAsync(Chinese, await store.KnownAsync(place.Id, place.Ours.Id, Ct)))[0].Kind);

        Assert.Equal(0, await store.UndoAsync(place.Id, act, Ct));
        Assert.All((await pm.Get<AcceptanceReader>().ReadAsync(place.Id, place.Ours.Id, Ct)).Criteria, c => Assert.NotNull(c.ArchivedAt));
        await Refused.ByAsync(nameof(RuleText.NothingToUndo), () => store.UndoAsync(place.Id, act, Ct));
    }

    [Fact]
    public async Task Two_who_read_the_same_file_write_it_once()
    {
        var place = await Place.MakeAsync(studio);
        await using var pm = await place.As(ProjectRole.Pm);
        await using var lead = await place.As(ProjectRole.Lead);
        var (first, second) = (await ReadAsync(Chinese), await ReadAsync(Chinese + "合规,不再有问题,,,否,是,第三方,,,,\n"));

        await pm.Get<CriteriaImportStore>().WriteAsync(place.Id, place.Ours.Id, first, Ct);
        Assert.Equal(1, (await lead.Get<CriteriaImportStore>().WriteAsync(place.Id, place.Ours.Id, second, Ct)).Count);

        await Refused.ByAsync(nameof(RuleText.AllThereAlready), () => lead.Get<CriteriaImportStore>().WriteAsync(place.Id, place.Ours.Id, second, Ct));
        Assert.Equal(3, (await pm.Get<AcceptanceReader>().ReadAsync(place.Id, place.Ours.Id, Ct)).Criteria.Count);
    }

    [Fact]
    public async Task What_was_changed_since_stays_when_an_import_is_undone()
    {
        var place = await Place.MakeAsync(studio);
        await using var pm = await place.As(ProjectRole.Pm);
        var (store, criteria) = (pm.Get<CriteriaImportStore>(), pm.Get<CriterionStore>());
        var (act, _) = await store.WriteAsync(place.Id, place.Ours.Id, await ReadAsync(Chinese), Ct);
        var changed = (await pm.Get<AcceptanceReader>().ReadAsync(place.Id, place.Ours.Id, Ct)).Criteria.Single(c => c.Code == "D-1");
        await criteria.WriteAsync(place.Id, changed.Id, CriterionField.Unit, changed.Unit, "毫秒", Ct);

        Assert.Equal(1, await store.UndoAsync(place.Id, act, Ct));

        Assert.Equal(["D-1"], (await pm.Get<AcceptanceReader>().ReadAsync(place.Id, place.Ours.Id, Ct)).Criteria.Where(c => c.ArchivedAt is null).Select(c => c.Code));
        await Refused.ByAsync(nameof(RuleText.AllChangedSince), () => store.UndoAsync(place.Id, act, Ct));
    }

    [Fact]
    public async Task While_a_version_is_out_nothing_comes_in()
    {
        var place = await Place.MakeAsync(studio);
        await SampleAgreement.AddAsync(studio, place.Id, place.Ours.Id);
        await using var pm = await place.As(ProjectRole.Pm);
        var rows = await ReadAsync(Chinese);

        await Refused.ByAsync(nameof(RuleText.CriteriaAreSent), () => pm.Get<CriteriaImportStore>().WriteAsync(place.Id, place.Ours.Id, rows, Ct));
    }

    [Fact]
    public async Task What_is_no_table_is_refused_with_a_reason()
    {
        using MemoryStream nothing = new("%PDF-1.7"u8.ToArray());

        await Assert.ThrowsAsync<FileRefusedException>(() => CriteriaFile.ReadAsync(nothing, "criteria.xlsx", [], null, new(2026, 3, 2), Ct));
    }

    private static async Task<IReadOnlyList<PlannedCriterion>> ReadAsync(string text, IReadOnlyCollection<string>? known = null, Dimension? usual = null)
    {
        using MemoryStream file = new(Encoding.UTF8.GetBytes(text));
        return await CriteriaFile.ReadAsync(file, "criteria.csv", known ?? [], usual, new(2026, 3, 2), Ct);
    }
}
