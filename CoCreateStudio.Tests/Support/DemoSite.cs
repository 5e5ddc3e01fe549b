using CoCreateStudio.Features.Demo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CoCreateStudio.Tests.Support;

/// <summary>The demo on real Kestrel, and Chromium to walk through it: one for all journeys of a run.</summary>
public sealed class DemoSite : WebFixture, IAsyncLifetime
{
    // A machine that runs everything else at the same time is slow; what never comes is missing later, too.
    private const int Patience = 30_000;

    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    private static string Chromium => Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium)) return;
        _ = Address;
        await using (var scope = Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<DemoData>().FillAsync(Password);
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
    }

    /// <summary>An empty browser in front of an address.</summary>
    public async Task<IPage> VisitAsync(string address, int width = 1440)
    {
        Assert.SkipWhen(_chromium is null, $"There is no Chromium at {Chromium}; CHROMIUM may name another place.");
        var context = await _chromium.NewContextAsync(new() { BaseURL = Address.ToString(), Locale = "en-GB", ViewportSize = new() { Width = width, Height = 900 } });
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }

    /// <summary>A browser in which this person of the demo has signed in and come to an address.</summary>
    public async Task<IPage> SeatAsync(string email, string address, int width = 1440)
    {
        var page = await VisitAsync(address, width);
        await SignInAsync(page, email);
        return page;
    }

    public static async Task SignInAsync(IPage page, string email)
    {
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.Locator("input[type=password]").FillAsync(Password);
        await page.Locator("main button[type=submit], form button[type=submit]").Last.ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/account/", StringComparison.Ordinal));
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        if (_chromium is not null) await _chromium.DisposeAsync();
        _playwright?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

[CollectionDefinition(nameof(DemoSite))]
public sealed class SharedDemoSite : ICollectionFixture<DemoSite>;
