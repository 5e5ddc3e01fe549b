using System.Diagnostics;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Features.Requirements.Import;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Requirements.Import;

/// <summary>What an import costs, said where COCREATE_SPEED says for how many rows: machines differ, so nothing is refused for it.</summary>
public sealed class ImportSpeedTests(StudioFixture studio, ITestOutputHelper output) : IClassFixture<StudioFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_rows()
    {
        Assert.SkipUnless(int.TryParse(Environment.GetEnvironmentVariable("COCREATE_SPEED"), out var rows), "COCREATE_SPEED says no number of rows.");
        var project = Samples.Project();
        await studio.AddAsync(project);
        await using var lead = await studio.AsRole(project.Id, ProjectRole.Lead);
        for (var turn = 0; turn < 4; turn++) await OnceAsync(lead.Get<ImportStore>(), project.Id, turn == 0 ? 500 : rows);
    }

    private async Task OnceAsync(ImportStore store, Guid projectId, int rows)
    {
        var file = File(rows);
        GC.Collect();
        var (before, start) = (Cpu, GC.GetTotalAllocatedBytes());
        using var session = await ImportSheets.OpenAsync(file);
        var read = Cpu;
        var run = await store.WriteAsync(projectId, ImportSheets.Order([.. session.Preview.Rows.Where(r => r.IsTaken)]), Token);
        var written = Cpu;
        var (memory, set) = (GC.GetTotalMemory(false) >> 20, Environment.WorkingSet >> 20);
        var undone = await store.UndoAsync(projectId, run.Id, Token);
        output.WriteLine($"{rows} rows: read {read - before:0} ms CPU, write {written - read:0} ms, undo {Cpu - written:0} ms; allocated {(GC.GetTotalAllocatedBytes() - start) >> 20} MB, held {memory} MB, working set {set} MB");
        Assert.Equal((rows, rows), (run.Rows, undone.Rows));
    }

    private static double Cpu => Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds;

    private static MemoryStream File(int rows)
    {
        var sheet = new WorkbookBuilder().Sheet().Row("序号", "产品类别", "问题详细描述", "紧急程度", "反馈人", "提出日期", "跟进人", "状态", "说明", "部门", "期望时间", "解决方案");
        for (var i = 1; i <= rows; i++)
            sheet.Row(i, "变更管理", $"变更单驳回后附件丢失，第 {i} 次反馈，请尽快处理", "高", "刘芳", "2026-03-01", "陈工", "接受，将补充", $"备注 {i}", "质量部", "2026-06-30", $"方案 {i}");
        return sheet.Build();
    }
}
