using CoCreateStudio.Kit.Excel.Writing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CoCreateStudio.Tests.Kit.Excel.Writing;

public class WorkbookWarmUpTests
{
    [Fact]
    public async Task The_first_workbook_is_written_once_the_server_has_started()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddHostedService<WorkbookWarmUp>();
        using var host = builder.Build();
        var warmUp = (BackgroundService)host.Services.GetRequiredService<IHostedService>();

        await host.StartAsync(TestContext.Current.CancellationToken);

        await warmUp.ExecuteTask!;
        Assert.True(warmUp.ExecuteTask.IsCompletedSuccessfully);
    }
}
