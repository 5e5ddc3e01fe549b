using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements;
using CoCreateStudio.Features.Requirements.Import;
using CoCreateStudio.Features.Requirements.Import.Difference;
using CoCreateStudio.Kit.Excel.Reading;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Requirements.Import;

public sealed class ImportReaderTests : IDisposable
{
    private static readonly Guid Helian = Guid.CreateVersion7();
    private static readonly ProjectFacts Facts = ProjectFacts.None with
    {
        Customers = new Dictionary<Guid, string> { [Helian] = "合联" },
        StatusNames = new Dictionary<RequirementStatus, string> { [RequirementStatus.Planned] = "进计划" },
    };

    private readonly WorkbookBuilder _book = new();
    private readonly ImportChoices _choices = new();
    private ImportSession? _session;

    public void Dispose() => _session?.Dispose();

    [Fact]
    public async Task A_row_is_understood_field_by_field()
    {
        var row = await OnlyRowAsync(_book.Sheet()
            .Row("序号", "产品类别", "问题描述", "紧急程度", "反馈人", "提出日期", "状态", "客户", "期望时间", "版本")
            .Row(31, "BOM", "附件丢失。请尽快处理。", "特急", "刘芳", "2026-03-02", "不接受，超出范围", "合联", "2026-06-30", "V3"));

        Assert.Equal(
            ("附件丢失", "BOM", "Critical", "刘芳", "Declined", "超出范围", Helian.ToString(), "2026-06-30"),
            (row.Title, row[RequirementField.Category], row[RequirementField.Urgency], row[RequirementField.Reporter], row[RequirementField.Status], row[RequirementField.StatusReason], row[RequirementField.Customer], row[RequirementField.TargetDate]));
        Assert.Equal("2026-03-01T16:00:00.0000000Z", row[RequirementField.ReportedAt]);
        Assert.Equal(["31", "V3"], row.Extra.OrderBy(e => e.Key == "版本").Select(e => e.Value));
    }

    [Theory]
    [InlineData("紧急程度", "随便", nameof(ImportText.UrgencyUnknown))]
    [InlineData("状态", "下周再看", nameof(ImportText.StatusUnknown))]
    [InlineData("客户", "别家", nameof(ImportText.CustomerUnknown))]
    [InlineData("需求阶段", "远古", nameof(ImportText.PhaseUnknown))]
    [InlineData("提出日期", "31.11.2026", nameof(ImportText.NoSuchDay))]
    [InlineData("提出日期", "很久以前", nameof(ImportText.DateUnreadable))]
    [InlineData("提出日期", "06/09/21", nameof(ImportText.DateAmbiguous))]
    [InlineData("提出日期", "11月19日", nameof(ImportText.YearMissing))]
    public async Task What_is_not_understood_is_said_at_its_cell(string heading, string value, string problem)
    {
        var row = await OnlyRowAsync(_book.Sheet().Row("问题描述", heading).Row("a", value));

        Assert.Equal(RowKind.Wrong, row.Kind);
        Assert.Equal(("B2", value, problem), (Assert.Single(row.Problems).Cell, row.Problems[0].Text, row.Problems[0].Problem.Key));
        Assert.DoesNotContain("{", row.Problems[0].Problem.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("紧急程度", "-")]
    [InlineData("状态", "")]
    [InlineData("客户", "无")]
    [InlineData("提出日期", "N/A")]
    public async Task What_says_nothing_is_no_problem(string heading, string value) =>
        Assert.Equal(RowKind.New, (await OnlyRowAsync(_book.Sheet().Row("问题描述", heading, "备注").Row("a", value, "b"))).Kind);

    [Fact]
    public async Task A_name_that_is_too_long_is_said() =>
        Assert.Equal(nameof(ImportText.TooLong), Assert.Single((await OnlyRowAsync(_book.Sheet().Row("问题描述", "反馈人").Row("a", new string('x', 121)))).Problems).Problem.Key);

    [Fact]
    public async Task An_error_of_Excel_is_said() =>
        Assert.Equal(nameof(ImportText.ErrorInCell), Assert.Single((await OnlyRowAsync(_book.Sheet().Row("问题描述", "反馈人").Row("a", "<c r=\"B2\" t=\"e\"><v>#REF!</v></c>"))).Problems).Problem.Key);

    [Fact]
    public async Task A_row_without_words_is_said_and_mended()
    {
        var row = await OnlyRowAsync(_book.Sheet().Row("序号", "问题描述", "反馈人").Row(1, null, "刘芳"));
        var problem = Assert.Single(row.Problems);
        Assert.Equal(("B2", nameof(ImportText.WordsMissing)), (problem.Cell, problem.Problem.Key));

        Mend(row, "附件丢失");

        Assert.Equal((RowKind.New, "附件丢失"), (row.Kind, row.Title));
    }

    [Fact]
    public async Task A_mended_value_stays_mended_when_the_file_is_read_again()
    {
        var row = await OnlyRowAsync(_book.Sheet().Row("问题描述", "提出日期").Row("a", "31.11.2026"));
        Mend(row, "30.11.2026");
        Assert.Equal(RowKind.New, row.Kind);

        await _session!.ReadAsync(Facts);

        Assert.Equal("2026-11-29T16:00:00.0000000Z", Assert.Single(_session!.Preview.Rows)[RequirementField.ReportedAt]);
    }

    [Fact]
    public async Task A_value_mended_badly_is_said_again_and_one_may_be_left_empty()
    {
        var row = await OnlyRowAsync(_book.Sheet().Row("问题描述", "紧急程度").Row("a", "随便"));

        Mend(row, "也随便");
        Assert.Equal("也随便", Assert.Single(row.Problems).Text);
        Mend(row, "");

        Assert.Equal((RowKind.New, null), (row.Kind, row[RequirementField.Urgency]));
    }

    [Fact]
    public async Task Dates_are_read_in_the_year_and_the_order_that_were_chosen()
    {
        _choices.Dates = new(2025, DayFirst: true);
        var rows = await RowsAsync(_book.Sheet().Row("问题描述", "期望时间").Row("a", "11月19日").Row("b", "06/09/21"));

        Assert.Equal(["2025-11-19", "2021-09-06"], rows.Select(r => r[RequirementField.TargetDate]));
        Assert.True(_session!.Preview is { NeedsYear: true, NeedsOrder: true });
    }

    [Fact]
    public async Task The_projects_own_words_for_a_status_are_known() =>
        Assert.Equal("Planned", (await OnlyRowAsync(_book.Sheet().Row("问题描述", "状态").Row("a", "进计划")))[RequirementField.Status]);

    [Fact]
    public async Task The_same_words_are_found_in_the_project_and_in_the_file()
    {
        var there = Samples.Requirement(Guid.NewGuid(), 7, "附件丢失");
        var rows = await RowsAsync(_book.Sheet().Row("问题描述", "反馈人").Row("附件 丢失！", "a").Row("New one", "b").Row("new one.", "c"), ImportSheets.Known(there));

        Assert.Equal([RowKind.Twice, RowKind.New, RowKind.Twice], rows.Select(r => r.Kind));
        Assert.Equal((7, 3), (rows[0].Today?.Number, rows[2].SameAsRow));
        Assert.Equal([false, true, true], rows.Select(r => r.IsTaken));
        _session!.Want(rows[0], RowFate.Add);
        Assert.True(rows[0].IsTaken);
    }

    [Fact]
    public async Task A_fact_above_the_table_fills_empty_cells_unless_somebody_says_no()
    {
        var sheet = _book.Sheet().Row("提出人：李四").Row("问题描述", "状态").Row("a", "新建");
        var row = await OnlyRowAsync(sheet);
        Assert.Equal("李四", row[RequirementField.Reporter]);

        _session!.Choices.WithoutFacts.Add((0, "提出人"));
        await _session.ReadAsync(Facts);

        Assert.Null(Assert.Single(_session!.Preview.Rows)[RequirementField.Reporter]);
    }

    [Fact]
    public async Task Several_sheets_are_read_together_and_name_the_category()
    {
        _book.Sheet("搜索").Row("问题描述", "反馈人").Row("a", "x");
        var rows = await RowsAsync(_book.Sheet("期次").Row("问题描述", "反馈人").Row("b", "y"));

        Assert.Equal(["搜索", "期次"], rows.Select(r => r[RequirementField.Category]));
        _session!.Take(0, false);
        await _session.ReadAsync(Facts);
        Assert.Null(Assert.Single(_session!.Preview.Rows)[RequirementField.Category]);
    }

    [Fact]
    public async Task Several_tables_of_one_sheet_are_read_each_by_its_own_columns()
    {
        var rows = await RowsAsync(_book.Sheet().Row("提出人：李四").Row("序号", "问题描述", "状态").Row(1, "a", "新建").Picture(3, 2)
            .RowAt(6, "反馈人", "紧急程度", "问题描述").RowAt(7, "王五", "高", "b").Picture(7, 2).RowAt(9, "优先级", "说明").RowAt(10, "高", "today"));

        Assert.Equal([("a", "李四", null, 1), ("b", "王五", "High", 1)], rows.Select(r => (r.Title, r[RequirementField.Reporter], r[RequirementField.Urgency], r.Pictures.Count)));
        Assert.Empty(_session!.Preview.Strays);
        _session.Shown = 1;
        _session.HeadAt(6);
        await _session.ReadAsync(Facts);
        Assert.Equal(["a", "b"], _session.Preview.Rows.Select(r => r.Title));
    }

    [Fact]
    public async Task A_dividing_line_is_the_category_or_stays_beside_it()
    {
        var rows = await RowsAsync(_book.Sheet().Row("序号", "问题描述").Row(1, "a").Row("新问题").Row(2, "b"));

        Assert.Equal([null, "新问题"], rows.Select(r => r[RequirementField.Category]));
    }

    [Fact]
    public async Task A_column_can_be_taken_for_something_else_or_left_out()
    {
        await RowsAsync(_book.Sheet().Row("问题描述", "版本", "备注（内部）").Row("a", "V3", "x"));
        var columns = _session!.Tables[0].Columns;

        _session.Map(columns[1], ImportSheets.Target("Category"));
        _session.Map(columns[2], ImportTargets.LeftOut);
        await _session.ReadAsync(Facts);

        var row = Assert.Single(_session!.Preview.Rows);
        Assert.Equal(("V3", null, 0), (row[RequirementField.Category], row[RequirementField.Notes], row.Extra.Count));
        Assert.True(ImportTargets.SaysInternal(columns[2].Heading));
    }

    [Fact]
    public async Task Several_columns_of_notes_stand_below_each_other() =>
        Assert.Equal("x\ny", (await OnlyRowAsync(_book.Sheet().Row("问题描述", "备注", "说明").Row("a", "x", "y")))[RequirementField.Notes]);

    [Fact]
    public async Task Another_heading_row_can_be_chosen()
    {
        await RowsAsync(_book.Sheet().Row("问题描述", "反馈人").Row("真问题描述", "真反馈人").Row("a", "b"));

        _session!.HeadAt(2);
        await _session.ReadAsync(Facts);

        Assert.Equal(3, Assert.Single(_session!.Preview.Rows).Number);
    }

    [Fact]
    public async Task Pictures_belong_to_rows_or_are_counted_as_stray()
    {
        var row = await OnlyRowAsync(_book.Sheet().Picture(1, 1).Row("问题描述", "截图").Row("a").Picture(2, 2));

        Assert.Single(row.Pictures);
        Assert.Equal((1, 1), (_session!.Preview.Strays.Count, _session.PicturesNotTaken));
    }

    [Theory]
    [InlineData(2, 1000, nameof(ReadingText.TooManyAtOnce))]
    [InlineData(1000, 25, nameof(ReadingText.TooMuchAtOnce))]
    public async Task More_than_one_import_may_hold_is_refused_while_it_is_read(int rows, int letters, string reason)
    {
        await RowsAsync(_book.Sheet().Row("问题描述", "版本").Row("1234567890", "V").Row("1234567890", "V").Row("1234567890", "V"));

        var refusal = Assert.Throws<FileRefusedException>(() => new ImportReader(Facts, TimeZoneInfo.Utc, _choices, new ImportLimits(rows, letters)).Read([new TakenTable(0, _session!.Tables[0])], null, TestContext.Current.CancellationToken));

        Assert.Equal(reason, refusal.Reason);
    }

    [Fact]
    public async Task The_file_is_gone_with_the_session()
    {
        var before = Kept();
        await RowsAsync(_book.Sheet().Row("问题描述", "反馈人").Row("a", "b"));
        Assert.True(Kept() > before);

        _session!.Dispose();

        Assert.Equal(before, Kept());
    }

    [Fact]
    public async Task A_refused_file_leaves_nothing_behind()
    {
        var before = Kept();

        var refusal = await Assert.ThrowsAsync<FileRefusedException>(() => ImportSession.OpenAsync(new MemoryStream("%PDF-1.7"u8.ToArray()), "a.xlsx", null, TestContext.Current.CancellationToken));

        Assert.Equal((nameof(ReadingText.NotAWorkbook), before), (refusal.Reason, Kept()));
    }

    private static int Kept() => Directory.GetFiles("/proc/self/fd").Count(f => new FileInfo(f).LinkTarget?.Contains("/import-", StringComparison.Ordinal) == true);

    private async Task<IReadOnlyList<ImportRow>> RowsAsync(SheetBuilder sheet, KnownRows? known = null)
    {
        _session = await ImportSheets.OpenAsync(sheet.Build(), _choices, Facts, known);
        return _session.Preview.Rows;
    }

    private async Task<ImportRow> OnlyRowAsync(SheetBuilder sheet) => Assert.Single(await RowsAsync(sheet));

    private void Mend(ImportRow row, string text) => new ImportReader(Facts, ImportSheets.Shanghai, _session!.Choices).Mend(row, row.Problems[0], text);
}
