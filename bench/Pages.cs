using System.Diagnostics;
using Microsoft.Playwright;

namespace Bench;

/// <summary>The same in a real browser.</summary>
internal sealed class Pages(Studio studio, IPlaywright playwright, IBrowser browser, BrowserNewContextOptions signedIn) : IAsyncDisposable
{
    private const int Circuits = 20;
    private static readonly string[] Sorted = ["urgency", "title", "status", "age"];

    // Only the circuit's script answers a click in a cell by making it the one that the keys act on.
    private const string Usable = """
        () => new Promise(done => (function look() {
            const cell = document.querySelector('tbody tr[data-id] td[data-col=no]');
            cell?.click();
            cell?.tabIndex === 0 ? done(performance.now()) : setTimeout(look, 4);
        })())
        """;

    private const string Counted = """
        () => new Promise(done => (function look() {
            document.querySelector('main button')?.click();
            /[1-9]/.test(document.querySelector('main [role=status]')?.textContent) ? done(performance.now()) : setTimeout(look, 4);
        })())
        """;

    private const string Sort = """
        column => new Promise(done => {
            const body = document.querySelector('table.grid tbody'), head = document.querySelector(`th[data-col=${column}]`);
            const face = () => [...body.querySelectorAll('tr[data-id]')].slice(0, 20).map(r => r.dataset.id).join();
            const before = face(), from = performance.now();
            new MutationObserver((_, seen) => { if (face() !== before) { seen.disconnect(); done(performance.now() - from); } }).observe(body, { childList: true, subtree: true });
            head.querySelector('button').click();
        })
        """;

    private const string Step = """
        n => new Promise(done => {
            const cell = document.querySelectorAll('tbody tr[data-id] td[data-col=status]')[n];
            const face = () => [...cell.childNodes].filter(c => !c.matches?.('.menu')).map(c => c.textContent).join().trim();
            const before = face();
            (function open() {
                const options = [...cell.querySelectorAll('.menu:popover-open li')];
                const next = options.find(o => ['Accepted', 'Planned'].includes(o.dataset.value) && o.ariaSelected !== 'true');
                if (!next) return setTimeout(open, 4);
                const from = performance.now();
                new MutationObserver((_, seen) => { if (face() !== before && face()) { seen.disconnect(); done(performance.now() - from); } }).observe(cell, { childList: true, subtree: true, characterData: true });
                next.click();
            })();
            cell.click();
        })
        """;

    private string Table => new Uri(studio.Address, "/projects/MANY/requirements").ToString();

    public static async Task<Pages> OpenAsync(Studio studio)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu"] });
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(studio.Address, "/account/sign-in").ToString());
        await page.Locator("input[type=email], input[name='Input.Email']").First.FillAsync(Filling.Email);
        await page.Locator("input[type=password]").FillAsync(Filling.Password);
        await page.Locator("form button[type=submit]").Last.ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        return new(studio, playwright, browser, new() { StorageState = await context.StorageStateAsync(), ViewportSize = new() { Width = 1440, Height = 900 } });
    }

    /// <summary>A page of somebody who has signed in, in a browser of their own.</summary>
    public async Task<IPage> NewAsync() => await (await browser.NewContextAsync(signedIn)).NewPageAsync();

    /// <summary>The cookies of whoever has signed in, as a browser sends them.</summary>
    public async Task<string> CookieAsync()
    {
        await using var context = await browser.NewContextAsync(signedIn);
        return string.Join("; ", (await context.CookiesAsync()).Select(c => $"{c.Name}={c.Value}"));
    }

    public async Task MeasureOpeningAsync(Studio bare, Report report)
    {
        Opening ours = new(Table, Usable), theirs = new(new Uri(bare.Address, "/counter").ToString(), Counted);
        for (var i = 0; i < 22; i++)
        {
            await MeasureAsync(ours);
            await MeasureAsync(theirs);
        }

        report.Add("browser, cold, to usable (median)", Report.Median(ours.Cold.Skip(6)), "ms", 600);
        report.Add("browser, warm, to usable (median)", Report.Median(ours.Warm.Skip(6)), "ms", 250);
        report.Add("the framework's bare template beside it, cold", Report.Median(theirs.Cold.Skip(6)), "ms");
        report.Add("the same, warm", Report.Median(theirs.Warm.Skip(6)), "ms");
    }

    private async Task MeasureAsync(Opening opening)
    {
        await using var context = await browser.NewContextAsync(signedIn);
        var page = await context.NewPageAsync();
        foreach (var times in (List<double>[])[opening.Cold, opening.Warm])
        {
            await Task.Delay(500); // nobody comes back before the page before is through
            times.Add(await OpenAsync(page, opening.Address, opening.Usable));
        }
    }

    public async Task MeasureOrderAsync(Report report)
    {
        await using var context = await browser.NewContextAsync(signedIn);
        var page = await context.NewPageAsync();
        await OpenAsync(page);
        List<double> sorts = [];
        for (var i = 0; i < 16; i++) sorts.Add(await page.EvaluateAsync<double>(Sort, Sorted[i % Sorted.Length]));
        report.Add("sort 50,000, click to new rows (median)", Report.Median(sorts), "ms", 150);
        report.Add("sort 50,000, click to new rows (slowest)", sorts.Max(), "ms");
    }

    public async Task MeasureStatusAsync(Report report)
    {
        await using var context = await browser.NewContextAsync(signedIn);
        var page = await context.NewPageAsync();
        await OpenAsync(page);
        for (var i = 0; i < 120; i++) await page.EvaluateAsync<double>(Step, i % 10);
        await Task.Delay(2500);
        var cpu = studio.Cpu;
        for (var i = 0; i < 60; i++) await page.EvaluateAsync<double>(Step, i % 10);
        report.Add("status change, server CPU with menu and row", (studio.Cpu - cpu) / 60, "ms");
        await Task.Delay(2500);

        List<double> steps = [];
        cpu = studio.Cpu;
        for (var i = 0; i < 40; i++)
        {
            steps.Add(await page.EvaluateAsync<double>(Step, i % 10));
            await Task.Delay(600); // people pause; the count that follows a change is its cost as well
        }

        report.Add("status change, click to confirmed (median)", Report.Median(steps), "ms", 40);
        report.Add("status change, click to confirmed (p95)", Report.Percentile(steps, 0.95), "ms", 80);
        report.Add("status change, server CPU with menu, row, and the counts after it", (studio.Cpu - cpu) / steps.Count, "ms");
    }

    public async Task MeasureCircuitsAsync(Report report)
    {
        await using var context = await browser.NewContextAsync(signedIn);
        for (var i = 0; i < 5; i++) await OpenAsync(await context.NewPageAsync());
        await Task.Delay(2000);
        var (memory, cpu) = (studio.Memory, studio.Cpu);
        for (var i = 0; i < Circuits; i++) await OpenAsync(await context.NewPageAsync());
        report.Add("circuit with the table, server CPU to open", (studio.Cpu - cpu) / Circuits, "ms");
        await Task.Delay(2000);
        report.Add("circuit with the table, memory (RSS, 20 of them)", (studio.Memory - memory) / Circuits, "MB", 1.1);
        cpu = studio.Cpu;
        var watch = Stopwatch.StartNew();
        await Task.Delay(5000);
        report.Add("25 idle circuits, CPU", (studio.Cpu - cpu) / watch.Elapsed.TotalMilliseconds * 100, "% of a core");
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private Task<double> OpenAsync(IPage page) => OpenAsync(page, Table, Usable);

    private static async Task<double> OpenAsync(IPage page, string address, string usable)
    {
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Commit });
        return await page.EvaluateAsync<double>(usable);
    }

    private sealed record Opening(string Address, string Usable)
    {
        public List<double> Cold { get; } = [];
        public List<double> Warm { get; } = [];
    }
}
