using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace Bench;

/// <summary>
/// The room of a running meeting: how soon a line is on the page of others while many have it open, and whether anything is lost or
/// doubled when the server is killed while three people type. The crowd is opened by the load client that CIRCUITS names (its .dll).
/// </summary>
internal sealed class Room(string app, IReadOnlyDictionary<string, string?> settings)
{
    private const string Meeting = "/projects/MEET/meetings/1000";
    private const int Crowd = 200;
    private const int Lines = 80;
    private const int Kills = 20;

    // What the compiler does at first is no cost of a line.
    private const int Warm = 40;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    // Notes when a line was entered here, and when it came to stand among those that were said.
    private const string Watch = """
        () => {
            window.entered = {};
            window.seen = {};
            document.querySelector('.eline').addEventListener('keydown', e => { if (e.key === 'Enter') window.entered[e.target.value] = Date.now(); }, true);
            new MutationObserver(() => document.querySelectorAll('.notes:not(.unsent) .said').forEach(line => { window.seen[line.textContent] ??= Date.now(); }))
                .observe(document.querySelector('.notes:not(.unsent)'), { childList: true, characterData: true, subtree: true });
        }
        """;

    private const string IsSent = "() => document.documentElement.hasAttribute('data-alive') && !Object.keys(localStorage).some(key => key.startsWith('said:'))";

    public async Task MeasureAsync(Report report)
    {
        await using var studio = await Studio.StartAsync(app, settings);
        await using var pages = await Pages.OpenAsync(studio);
        IPage[] seats = [.. await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SeatAsync(pages, studio)))];
        using var crowd = await CrowdAsync(studio, await pages.CookieAsync(), report);
        try
        {
            await MeasureLinesAsync(studio, seats, report);
        }
        finally
        {
            crowd?.Kill(entireProcessTree: true);
        }
    }

    private static async Task MeasureLinesAsync(Studio studio, IPage[] seats, Report report)
    {
        for (var i = 0; i < Warm; i++)
        {
            await EnterAsync(seats[0], $"line {i} before it counts");
            await Task.Delay(Pause);
        }

        foreach (var seat in seats) await seat.EvaluateAsync(Watch);
        var (cpu, watch) = (studio.Cpu, Stopwatch.StartNew());
        for (var i = 0; i < Lines; i++)
        {
            await EnterAsync(seats[0], $"line {i} of the crowd");
            await Task.Delay(Pause);
        }

        var used = (studio.Cpu - cpu) / watch.Elapsed.TotalMilliseconds * 100;
        await Task.Delay(3000);
        var entered = await seats[0].EvaluateAsync<Dictionary<string, double>>("() => window.entered");
        List<double> delays = [];
        foreach (var seat in seats)
        {
            var seen = await seat.EvaluateAsync<Dictionary<string, double>>("() => window.seen");
            var unseen = entered.Keys.Where(line => !seen.ContainsKey(line)).ToList();
            if (unseen.Count > 0) throw new InvalidOperationException($"Not on a page: {string.Join("; ", unseen)}");
            delays.AddRange(entered.Select(e => seen[e.Key] - e.Value));
        }

        report.Add("a line, entered to seen on every page, with the crowd (median)", Report.Median(delays), "ms");
        report.Add("the same, 95th percentile", Report.Percentile(delays, 0.95), "ms", 100);
        report.Add("server CPU meanwhile, of one core, at two lines a second", used, "%", 40);
    }

    /// <summary>Kills the server again and again while three people type, and counts what became of their lines.</summary>
    public async Task KillAsync(Report report)
    {
        var studio = await Studio.StartAsync(app, settings);
        await using var pages = await Pages.OpenAsync(studio);
        IPage[] seats = [.. await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SeatAsync(pages, studio)))];
        using CancellationTokenSource enough = new();
        var typing = seats.Select((seat, i) => TypeAsync(seat, i, enough.Token)).ToList();
        for (var i = 0; i < Kills; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(2 + i % 4));
            await studio.DisposeAsync();
            studio = await Studio.StartAsync(app, settings, studio.Address);
        }

        await enough.CancelAsync();
        var shown = (await Task.WhenAll(typing)).SelectMany(t => t).ToList();
        foreach (var seat in seats) await FinishAsync(seat);
        var last = await SeatAsync(pages, studio);
        var said = (await last.Locator(".notes:not(.unsent) .said").AllInnerTextsAsync()).SelectMany(line => line.Split(' ')).ToLookup(word => word);
        var (missing, doubled) = (shown.Where(word => !said.Contains(word)).ToList(), shown.Where(word => said[word].Count() > 1).ToList());
        report.Add($"words that stood on a screen of three while the server was killed {Kills} times", shown.Count, "");
        report.Add($"of them missing {string.Join(' ', missing)}", missing.Count, "", 0);
        report.Add($"of them doubled {string.Join(' ', doubled)}", doubled.Count, "", 0);
        await studio.DisposeAsync();
    }

    private static async Task<IPage> SeatAsync(Pages pages, Studio studio)
    {
        var page = await pages.NewAsync();
        await page.GotoAsync(new Uri(studio.Address, Meeting).ToString());
        await page.Locator(".eline[role=combobox]").WaitForAsync();
        await page.WaitForSelectorAsync("html[data-alive]", new() { State = WaitForSelectorState.Attached });
        return page;
    }

    private static async Task EnterAsync(IPage page, string text)
    {
        await page.Locator(".eline").FillAsync(text);
        await page.Locator(".eline").PressAsync("Enter");
    }

    // Every word that stood in the field counts, entered or not; what is still there after a kill is typed on, as people do.
    private static async Task<HashSet<string>> TypeAsync(IPage page, int who, CancellationToken ct)
    {
        HashSet<string> shown = [];
        for (var i = 0; !ct.IsCancellationRequested; i++)
        {
            try
            {
                await page.Locator(".eline").PressSequentiallyAsync($"{who}.{i} ", new() { Delay = 20, Timeout = 20_000 });
                shown.UnionWith((await page.Locator(".eline").InputValueAsync()).Split(' ', StringSplitOptions.RemoveEmptyEntries));
                await page.Keyboard.PressAsync("Enter");
            }
            catch (Exception e) when (e is PlaywrightException or TimeoutException)
            {
                Console.Error.WriteLine($"{who}.{i}: {e.Message.Split('\n')[0]} at {page.Url}");
                if (page.Url.StartsWith("chrome-error", StringComparison.Ordinal)) await ReloadAsync(page);
            }

            await Task.Delay(400, CancellationToken.None);
        }

        return shown;
    }

    // A page that was loaded again at the very moment of the kill shows the browser's own error: people press "reload".
    private static async Task ReloadAsync(IPage page)
    {
        try
        {
            await page.ReloadAsync();
        }
        catch (PlaywrightException)
        {
            await Task.Delay(Pause);
        }
    }

    // What is left in the field is entered, and all is sent.
    private static async Task FinishAsync(IPage page)
    {
        if (page.Url.StartsWith("chrome-error", StringComparison.Ordinal)) await ReloadAsync(page);
        await page.WaitForFunctionAsync(IsSent, null, new() { Timeout = 120_000, PollingInterval = 500 });
        await page.Locator(".eline").PressAsync("Enter");
        await page.WaitForFunctionAsync(IsSent, null, new() { Timeout = 120_000, PollingInterval = 500 });
    }

    private static async Task<Process?> CrowdAsync(Studio studio, string cookie, Report report)
    {
        if (Environment.GetEnvironmentVariable("CIRCUITS") is not { Length: > 0 } client) return null;
        await Task.Delay(3000);
        var before = studio.Memory;
        // It stands for two hundred other machines, so it gives way to the server.
        ProcessStartInfo start = new("nice") { RedirectStandardOutput = true };
        foreach (var argument in (string[])["-n", "19", "dotnet", client, "--url", new Uri(studio.Address, Meeting).ToString(), "--cookie", cookie, "--circuits", Crowd.ToString(CultureInfo.InvariantCulture), "--ramp", "10", "--hold", "600"]) start.ArgumentList.Add(argument);
        var process = Process.Start(start) ?? throw new InvalidOperationException("The load client did not start.");
        _ = process.StandardOutput.ReadToEndAsync();
        await Task.Delay(TimeSpan.FromSeconds(Crowd / 10 + 15));
        if (process.HasExited) throw new InvalidOperationException($"The load client ended with {process.ExitCode}.");
        report.Add($"circuit of a room, memory ({Crowd} of them)", (studio.Memory - before) * 1024 / Crowd, "KB", 800);
        return process;
    }
}
