using System.Globalization;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements;
using CoCreateStudio.Features.Requirements.Import;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Requirements.Import.Difference;

public sealed class RowComparingTests : IDisposable
{
    private static readonly Guid Helian = Guid.CreateVersion7();
    private static readonly ProjectFacts Facts = ProjectFacts.None with { Customers = new Dictionary<Guid, string> { [Helian] = "合联" } };

    private readonly Requirement _there = Samples.Requirement(Guid.NewGuid(), 58, "附件丢失", "变更单驳回后附件丢失");
    private ImportSession? _session;

    public void Dispose() => _session?.Dispose();

    [Fact]
    public async Task A_row_with_our_key_shows_what_it_changes_cell_by_cell()
    {
        _there.Write(RequirementField.Urgency, nameof(Urgency.High), Samples.Now);

        var row = await RowAsync(["id", "title", "urgency", "owner"], _there.Id.ToString(), "附件丢失", "Critical", "陈工");

        Assert.Equal(RowKind.Changed, row.Kind);
        Assert.Equal([(RequirementField.Urgency, "High", "Critical"), (RequirementField.Owner, null, "陈工")], row.Changes.Select(c => (c.Field!.Value, c.Old, c.New)));
        Assert.True(row.IsTaken);
    }

    [Fact]
    public async Task A_row_that_says_what_is_there_is_the_same()
    {
        var row = await RowAsync(["id", "title", "description", "status"], _there.Id.ToString(), "附件丢失", "变更单驳回后附件丢失", "新建");

        Assert.Equal((RowKind.Same, false), (row.Kind, row.IsTaken));
    }

    [Fact]
    public async Task An_emptied_cell_of_ours_is_shown_and_only_written_when_somebody_wants_it()
    {
        _there.Write(RequirementField.Owner, "陈工", Samples.Now);

        var row = await RowAsync(["id", "title", "owner"], _there.Id.ToString(), "附件丢失", null);

        var change = Assert.Single(row.Changes);
        Assert.Equal((RequirementField.Owner, "陈工", null, false), (change.Field, change.Old, change.New, row.IsTaken));
        _session!.Want(row, change, taken: true);
        Assert.True(row.IsTaken);
    }

    [Fact]
    public async Task What_the_file_has_no_column_for_is_not_compared()
    {
        _there.Write(RequirementField.Owner, "陈工", Samples.Now);

        Assert.Equal(RowKind.Same, (await RowAsync(["id", "title"], _there.Id.ToString(), "附件丢失")).Kind);
    }

    [Fact]
    public async Task A_step_that_the_workflow_refuses_is_wrong_before_anything_is_written()
    {
        var row = await RowAsync(["id", "title", "status"], _there.Id.ToString(), "附件丢失", "Verified by customer");

        var problem = Assert.Single(row.Problems);
        Assert.Equal((RowKind.Wrong, "C3"), (row.Kind, problem.Cell));
        Assert.Contains("R-58 is not delivered yet.", problem.Problem.Text, StringComparison.Ordinal);
        _session!.Mend(row, problem, nameof(RequirementStatus.Delivered), Facts, ImportSheets.Shanghai);
        Assert.Equal((RowKind.Changed, true), (row.Kind, row.IsTaken));
    }

    [Fact]
    public async Task Declining_asks_for_the_reason_beside_the_row()
    {
        var row = await RowAsync(["id", "title", "status"], _there.Id.ToString(), "附件丢失", "已拒绝");

        var problem = Assert.Single(row.Problems);
        Assert.Equal(RequirementField.StatusReason, problem.Field);
        _session!.Mend(row, problem, "超出范围", Facts, ImportSheets.Shanghai);
        Assert.Equal((RowKind.Changed, "超出范围"), (row.Kind, row.Changes.Single(c => c.Field == RequirementField.StatusReason).New));
    }

    [Fact]
    public async Task What_is_refused_can_be_left_as_it_is_today()
    {
        var row = await RowAsync(["id", "title", "status", "owner"], _there.Id.ToString(), "附件丢失", "Verified by customer", "陈工");

        _session!.Want(row, row.Changes.Single(c => c.Field == RequirementField.Status), taken: false);

        Assert.Equal((RowKind.Changed, true), (row.Kind, row.IsTaken));
    }

    [Fact]
    public async Task What_is_archived_is_not_changed()
    {
        _there.Archive(Samples.Now);

        Assert.Equal(RowKind.Wrong, (await RowAsync(["id", "title"], _there.Id.ToString(), "anders")).Kind);
        _session!.Dispose();
        Assert.Equal(RowKind.Same, (await RowAsync(["id", "title"], _there.Id.ToString(), "附件丢失")).Kind);
    }

    [Theory]
    [InlineData("58", RowKind.New)]
    [InlineData("CATALOG-58", RowKind.New)]
    public async Task A_customers_own_number_is_not_ours(string number, RowKind kind)
    {
        var rows = await RowsAsync(new WorkbookBuilder().Sheet().Row("序号", "问题描述", "状态").Row(number, "别的事", "处理中"));

        Assert.Equal(kind, Assert.Single(rows).Kind);
    }

    [Theory]
    [InlineData("58")]
    [InlineData("#58")]
    [InlineData("R-58")]
    [InlineData("CATALOG-58")]
    public async Task A_number_is_ours_where_the_title_agrees(string number)
    {
        var rows = await RowsAsync(new WorkbookBuilder().Sheet().Row("编号", "标题", "紧急程度").Row(number, "附件 丢失", "高"));

        Assert.Equal((RowKind.Changed, 58), (Assert.Single(rows).Kind, rows[0].Today?.Number));
    }

    [Fact]
    public async Task The_number_column_of_our_own_sheet_is_enough()
    {
        var row = await RowAsync(["no", "title", "status"], "58", "Another title", "新建");

        Assert.Equal((RowKind.Changed, RequirementField.Title), (row.Kind, Assert.Single(row.Changes).Field));
    }

    [Fact]
    public async Task A_key_that_was_copied_along_with_its_row_makes_a_new_row_of_the_copy()
    {
        var rows = await RowsAsync(Ours(["id", "title"], _there.Id.ToString(), "Quite another need").Row(_there.Id.ToString(), "附件丢失"));

        Assert.Equal([RowKind.New, RowKind.Same], rows.Select(r => r.Kind));
    }

    [Fact]
    public async Task A_merge_fills_what_is_empty_and_puts_notes_below_and_only_offers_the_rest()
    {
        foreach (var (field, value) in new[] { (RequirementField.Urgency, "High"), (RequirementField.Notes, "one") }) _there.Write(field, value, Samples.Now);

        var rows = await RowsAsync(new WorkbookBuilder().Sheet().Row("问题描述", "紧急程度", "跟进人", "备注").Row("变更单驳回后附件丢失。", "低", "陈工", "two"));

        var row = Assert.Single(rows);
        Assert.Equal((RowKind.Twice, RowFate.LeaveOut), (row.Kind, row.Fate));
        _session!.Want(row, RowFate.Merge);
        Assert.Equal([(RequirementField.Urgency, "Low", false), (RequirementField.Owner, "陈工", true), (RequirementField.Notes, "one\ntwo", true)], row.Changes.Select(c => (c.Field!.Value, c.New!, c.Taken)));
        Assert.True(row.IsTaken);
    }

    [Fact]
    public async Task A_row_that_reads_alike_comes_in_unless_somebody_says_otherwise()
    {
        var row = Assert.Single(await RowsAsync(new WorkbookBuilder().Sheet().Row("问题描述", "状态").Row("变更单驳回以后附件丢失", "新")));

        Assert.Equal((RowKind.Twice, RowFate.Add, 58), (row.Kind, row.Fate, row.Today?.Number));
        Assert.InRange(row.Alike, 0.75, 0.99);
    }

    [Fact]
    public async Task A_column_that_somebody_added_to_our_sheet_is_kept_beside()
    {
        var row = Assert.Single(await RowsAsync(new WorkbookBuilder().Sheet().HiddenRow("id", "title").Row("id", "Title", "Their word").Row(_there.Id.ToString(), "附件丢失", "urgent!")));

        Assert.Equal((null, "Their word", "urgent!", true), (row.Changes[0].Field, row.Changes[0].Name, row.Changes[0].New, row.Changes[0].Taken));
    }

    [Fact]
    public async Task Our_sheet_is_known_by_its_ids_when_the_row_of_keys_is_gone()
    {
        var row = Assert.Single(await RowsAsync(new WorkbookBuilder().Sheet().Row("id", "标题", "客户可见", "已等（天）").Row(_there.Id.ToString(), "附件丢失", "是", 12)));

        Assert.Equal((RequirementField.Shared, bool.TrueString), (Assert.Single(row.Changes).Field, row.Changes[0].New));
    }

    private static SheetBuilder Ours(string[] keys, params object?[] cells) => new WorkbookBuilder().Sheet().HiddenRow([.. keys]).Row([.. keys.Select(Heading)]).Row(cells);

    private static string Heading(string key) => key == "no" ? RequirementsText.Number : RequirementsText.ResourceManager.GetString(key == "id" ? "" : char.ToUpperInvariant(key[0]) + key[1..], CultureInfo.InvariantCulture) ?? key;

    private async Task<ImportRow> RowAsync(string[] keys, params object?[] cells) => Assert.Single(await RowsAsync(Ours(keys, cells)));

    private async Task<IReadOnlyList<ImportRow>> RowsAsync(SheetBuilder sheet)
    {
        _session = await ImportSheets.OpenAsync(sheet.Build(), facts: Facts, known: ImportSheets.Known(_there));
        return _session.Preview.Rows;
    }
}
