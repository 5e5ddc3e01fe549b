namespace CoCreateStudio.Kit.Excel.Writing;

/// <summary>
/// The first workbook of a process costs half a second of compiling. It is paid once the server listens,
/// with a workbook nobody gets, not by the first person who exports.
/// </summary>
public sealed class WorkbookWarmUp(IHostApplicationLifetime server) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var listening = server.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        await WriteAsync(stoppingToken);
    }

    private static Task WriteAsync(CancellationToken ct)
    {
        var columns = new SheetColumns<string>()
            .Link("a", () => "A", 10, text => text, text => text)
            .WrappedText("b", () => "B", 10, text => text)
            .Choice("c", () => "C", 10, text => text, () => [new("c", Tone.Ok)])
            .DateTime("d", () => "D", _ => DateTime.UnixEpoch)
            .Number("e", () => "E", 10, _ => 1, "#,##0.0");
        var cover = new WorkbookCover("", "", "", DateTime.UnixEpoch, TimeZoneInfo.Utc);
        return WorkbookWriter.WriteAsync(Stream.Null, cover, [new ListSheet<string>("A", columns, ["mailto:a@example.com"])], ct: ct);
    }
}
