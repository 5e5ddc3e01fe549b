using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Import;
using CoCreateStudio.Features.Requirements.Import.Learning;
using CoCreateStudio.Kit.Excel.Reading.Tables;
using CoCreateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Features.Requirements.Import.Learning;

public sealed class ImportMappingsTests(StudioFixture studio) : IClassFixture<StudioFixture>, IAsyncLifetime
{
    private static readonly string[] Headings = ["问题描述", "版本", "谁提的"];

    private Place _place = null!;
    private Acting _lead = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _place = await Place.MakeAsync(studio);
        _lead = await _place.As(ProjectRole.Lead);
    }

    public ValueTask DisposeAsync() => _lead.DisposeAsync();

    [Fact]
    public async Task A_file_of_the_same_shape_comes_in_as_the_last_one()
    {
        using (var first = await OpenAsync(Headings))
        {
            first.Map(first.Tables[0].Columns[1], ImportSheets.Target("Category"));
            first.Map(first.Tables[0].Columns[2], ImportTargets.LeftOut);
            await WriteAsync(first);
        }

        using var second = await OpenAsync("谁提的", "版本 ", "问题描述");

        Assert.Equal([ImportTargets.LeftOut.Key, "Category", "Description"], second.Tables[0].Columns.Select(c => c.Target?.Key));
        Assert.All(second.Tables[0].Columns, c => Assert.Equal((MappingReason.LastTime, MappingConfidence.Sure), (c.Reason, c.Confidence)));
        Assert.Equal($"As last time: {_lead.Actor.Name}, yesterday, with list.xlsx.", second.Tables[0].Columns[1].Why);
    }

    [Fact]
    public async Task What_was_learned_can_be_changed_and_is_then_learned_anew()
    {
        using (var first = await OpenAsync(Headings))
        {
            first.Map(first.Tables[0].Columns[1], ImportSheets.Target("Category"));
            await WriteAsync(first);
        }

        using (var second = await OpenAsync(Headings))
        {
            second.Map(second.Tables[0].Columns[1], null);
            Assert.Equal((MappingReason.Chosen, "Chosen by you."), (second.Tables[0].Columns[1].Reason, second.Tables[0].Columns[1].Why));
            await WriteAsync(second);
        }

        using var third = await OpenAsync(Headings);
        Assert.Equal((null, MappingReason.LastTime), (third.Tables[0].Columns[1].Target, third.Tables[0].Columns[1].Reason));
        Assert.Single(await _lead.Get<ImportMappings>().ListAsync(_place.Id, Token));
    }

    [Fact]
    public async Task Other_headings_are_another_shape()
    {
        using (var first = await OpenAsync(Headings)) await WriteAsync(first);

        using var other = await OpenAsync("问题描述", "版本");

        Assert.DoesNotContain(other.Tables[0].Columns, c => c.Reason == MappingReason.LastTime);
    }

    [Fact]
    public async Task A_customers_own_files_come_first()
    {
        using (var ours = await OpenAsync(Headings, _place.Ours.Id))
        {
            ours.Map(ours.Tables[0].Columns[1], ImportSheets.Target("Category"));
            await WriteAsync(ours, _place.Ours.Id);
        }

        using (var theirs = await OpenAsync(Headings, _place.Theirs.Id))
        {
            theirs.Map(theirs.Tables[0].Columns[1], ImportSheets.Target("Department"));
            await WriteAsync(theirs, _place.Theirs.Id);
        }

        using var again = await OpenAsync(Headings, _place.Ours.Id);
        Assert.Equal("Category", again.Tables[0].Columns[1].Target?.Key);
    }

    [Fact]
    public async Task Another_customer_is_recalled_where_nobody_chose_otherwise()
    {
        foreach (var (customer, target) in new[] { (_place.Ours.Id, "Category"), (_place.Theirs.Id, "Department") })
        {
            using var before = await OpenAsync(Headings, customer);
            before.Map(before.Tables[0].Columns[1], ImportSheets.Target(target));
            before.Map(before.Tables[0].Columns[2], ImportSheets.Target(target == "Category" ? "Owner" : "Notes"));
            before.Choices.Dates = before.Choices.Dates with { DayFirst = target == "Category" };
            await WriteAsync(before, customer);
        }

        using var file = await OpenAsync(Headings, _place.Ours.Id);
        Assert.Equal(["Description", "Category", "Owner"], file.Tables[0].Columns.Select(c => c.Target?.Key));
        file.Map(file.Tables[0].Columns[2], ImportSheets.Target("Reporter"));
        await RecallAsync(file, _place.Theirs.Id);

        Assert.Equal(["Description", "Department", "Reporter"], file.Tables[0].Columns.Select(c => c.Target?.Key));
        Assert.False(file.Choices.Dates.DayFirst);
    }

    [Fact]
    public async Task A_sheet_that_was_taken_or_left_by_hand_stays_so_for_another_customer()
    {
        using (var before = await OpenAsync(TwoSheets(), _place.Theirs.Id))
        {
            before.Take(1, false);
            await WriteAsync(before, _place.Theirs.Id);
        }

        using var file = await OpenAsync(TwoSheets());
        file.Take(1, true);
        await RecallAsync(file, _place.Theirs.Id);

        Assert.Equal([0, 1], file.Taken);
    }

    [Fact]
    public async Task Sheets_that_were_left_out_and_the_order_of_dates_are_remembered()
    {
        using (var first = await OpenAsync(TwoSheets()))
        {
            first.Take(1, false);
            first.Choices.Dates = first.Choices.Dates with { DayFirst = true };
            await WriteAsync(first);
        }

        using var second = await OpenAsync(TwoSheets());

        Assert.Equal([0], second.Taken);
        Assert.True(second.Choices.Dates.DayFirst);
    }

    [Fact]
    public async Task The_row_of_the_heading_is_found_again_where_it_was_said_before()
    {
        using (var first = await OpenAsync(Misleading()))
        {
            Assert.Equal(1, first.Tables[0].HeaderRow);
            first.HeadAt(3);
            first.Map(first.Tables[0].Columns[0], ImportSheets.Target("Description"));
            await first.ReadAsync();
            await WriteAsync(first);
        }

        using var second = await OpenAsync(Misleading());

        Assert.Equal((3, "Description"), (second.Tables[0].HeaderRow, second.Tables[0].Columns[0].Target?.Key));
        Assert.Equal(["附件丢失"], second.Preview.Rows.Select(r => r.Title));

        static SheetBuilder Misleading() => new WorkbookBuilder().Sheet().Row("问题描述", "反馈人").Row("请如实填写", "必填").Row("客户原声", "渠道").Row("附件丢失", "微信");
    }

    [Fact]
    public async Task Columns_without_headings_are_known_by_their_place()
    {
        using (var first = await OpenAsync(Bare()))
        {
            first.Map(first.Tables[0].Columns[2], ImportSheets.Target("Reporter"));
            await WriteAsync(first);
        }

        using var second = await OpenAsync(Bare());

        Assert.Equal(["No", "Description", "Reporter"], second.Tables[0].Columns.Select(c => c.Target?.Key));

        static SheetBuilder Bare() => new WorkbookBuilder().Sheet().Row(1, "附件丢失", "刘芳").Row(2, "打印错误", "刘芳");
    }

    [Fact]
    public async Task An_import_that_is_refused_teaches_nothing()
    {
        using var first = await OpenAsync(Headings);
        first.Preview.Rows[0][RequirementField.Category] = new string('x', 500);

        await Assert.ThrowsAsync<RuleException>(() => WriteAsync(first));

        Assert.Empty(await _lead.Get<ImportMappings>().ListAsync(_place.Id, Token));
    }

    [Fact]
    public async Task Another_project_knows_nothing_of_it()
    {
        using (var first = await OpenAsync(Headings)) await WriteAsync(first);
        var elsewhere = await Place.MakeAsync(studio);
        await using var lead = await elsewhere.As(ProjectRole.Lead);

        Assert.Empty(await lead.Get<ImportMappings>().ListAsync(elsewhere.Id, Token));
        Assert.Single(await studio.InDbAsync(db => db.Set<ImportMapping>().IgnoreQueryFilters().Where(m => m.ProjectId == _place.Id).ToListAsync()));
    }

    private static SheetBuilder TwoSheets()
    {
        WorkbookBuilder book = new();
        book.Sheet("搜索").Row("问题描述", "备注").Row("a", "x");
        return book.Sheet("期次").Row("问题描述", "备注").Row("b", "y");
    }

    private Task<ImportSession> OpenAsync(params string[] headings) => OpenAsync(headings, null);

    private Task<ImportSession> OpenAsync(string[] headings, Guid? customer) => OpenAsync(new WorkbookBuilder().Sheet().Row([.. headings]).Row([.. headings.Select(h => h == "问题描述" ? "附件丢失" : "x")]), customer);

    private async Task<ImportSession> OpenAsync(SheetBuilder sheet, Guid? customer = null)
    {
        var session = await ImportSession.OpenAsync(sheet.Build(), "list.xlsx", null, Token);
        await RecallAsync(session, customer);
        await session.ReadAsync();
        return session;
    }

    private async Task RecallAsync(ImportSession session, Guid? customer) =>
        session.Recall(new(await _lead.Get<ImportMappings>().ListAsync(_place.Id, Token), customer, _ => "yesterday"));

    private Task<ImportRun> WriteAsync(ImportSession session, Guid? customer = null) =>
        _lead.Get<ImportStore>().WriteAsync(_place.Id, new ImportOrder("list.xlsx", [.. session.Preview.Rows.Where(r => r.IsTaken)], 0, customer) { Tables = session.Learned }, Token);
}
