using ClosedXML.Excel;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Features.Requirements;
using CoCreateStudio.Features.Requirements.Import;
using CoCreateStudio.Features.Requirements.Import.Difference;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using CoCreateStudio.Shell;
using Microsoft.EntityFrameworkCore;

namespace Bench;

/// <summary>A workbook of 10,000 rows and 12 columns read and written by the engine of the import page, in this process.</summary>
internal static class Imports
{
    private const int Rows = 10_000;
    private const int Turns = 5;
    private static readonly string[] Headings = ["序号", "产品类别", "问题详细描述", "紧急程度", "反馈人", "提出日期", "跟进人", "状态", "说明", "部门", "期望时间", "解决方案"];

    public static async Task MeasureAsync(string folder, Report report)
    {
        var config = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Folder", folder)]).Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(config).AddStudio(config).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StudioDb>();
        var mei = await db.Set<Person>().SingleAsync();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Become(mei.Id, mei.Name, mei.IsAdministrator, TimeZoneInfo.Utc);
        var project = await db.Set<Project>().IgnoreQueryFilters().Where(p => p.Key != "MANY").Select(p => p.Id).FirstAsync();
        var file = Workbook();
        List<double> spent = [];
        for (var turn = 0; turn < Turns; turn++) spent.Add(await OnceAsync(scope.ServiceProvider.GetRequiredService<ImportStore>(), project, file, turn));
        report.Add("import of 10,000 rows × 12 columns, CPU, first in the process", spent[0], "ms");
        report.Add("import of 10,000 rows × 12 columns, CPU, median of the next", Report.Median(spent[1..]), "ms", 1000);
    }

    private static async Task<double> OnceAsync(ImportStore store, Guid project, byte[] file, int turn)
    {
        var before = Environment.CpuUsage.TotalTime;
        using var session = await ImportSession.OpenAsync(new MemoryStream(file), $"list-{turn}.xlsx");
        await session.ReadAsync(ProjectFacts.None, TimeZoneInfo.Utc, KnownRows.None);
        var run = await store.WriteAsync(project, new ImportOrder($"list-{turn}.xlsx", [.. session.Preview.Rows.Where(r => r.IsTaken)], 0));
        if (run.Rows != Rows) throw new InvalidOperationException($"{run.Rows} rows came in, not {Rows}.");
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }

    private static byte[] Workbook()
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("需求");
        for (var c = 0; c < Headings.Length; c++) sheet.Cell(1, c + 1).SetValue(Headings[c]);
        for (var i = 1; i <= Rows; i++)
        {
            string[] cells = [$"{i}", "变更管理", $"变更单驳回后附件丢失，第 {i} 次反馈，请尽快处理", "高", "刘芳", "2026-03-01", "陈工", "接受，将补充", $"备注 {i}", "质量部", "2026-06-30", $"方案 {i}"];
            for (var c = 0; c < cells.Length; c++) sheet.Cell(i + 1, c + 1).SetValue(cells[c]);
        }

        using var saved = new MemoryStream();
        book.SaveAs(saved);
        return saved.ToArray();
    }
}
