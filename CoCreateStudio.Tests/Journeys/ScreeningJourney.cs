using CoCreateStudio.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreateStudio.Tests.Journeys;

[Collection(nameof(DemoSite))]
[Trait("Category", "Journey")]
public sealed class ScreeningJourney(DemoSite site)
{
    private const string Board = "/projects/CATALOG/screening";
    private const string Lead = "lin.yue@studio.example.com";
    private const string Pm = "anna.berg@studio.example.com";
    private const string Viewer = "gao.yuan@studio.example.com";

    [Fact]
    public async Task A_candidate_is_looked_at_with_the_keys_and_everybody_sees_it_at_once()
    {
        var name = $"Arrow Lighting {Guid.NewGuid():N}"[..28];
        var page = await AddAsync(name);
        var other = await site.SeatAsync(Pm, Board);

        await Cell(page, name, "influence").PressAsync("n");

        await Expect(Cell(page, name, "influence")).ToContainTextAsync("Not met");
        await Expect(Cell(other, name, "influence")).ToContainTextAsync("Not met");

        await Cell(page, name, "need").PressAsync("m");
        await page.Locator("aside.panel.trait textarea").FillAsync("They lost three orders to it");
        await page.Locator("aside.panel.trait h2").ClickAsync();

        await Expect(Cell(page, name, "need")).ToContainTextAsync("They lost three orders to it");
        await Expect(Cell(other, name, "need")).ToContainTextAsync("Met");
    }

    [Fact]
    public async Task The_gate_lets_nobody_in_without_a_reason_and_keeps_what_was_typed_when_the_line_is_lost()
    {
        var name = $"Bow Machines {Guid.NewGuid():N}"[..26];
        var page = await AddAsync(name);
        await Cell(page, name, "influence").PressAsync("n");
        var open = page.Locator("aside.panel.candidate").GetByRole(AriaRole.Button, new() { Name = "Admit or decline" });
        await open.ClickAsync();
        var gate = page.Locator(".dialogform");

        await gate.GetByRole(AriaRole.Button, new() { Name = "Admit" }).ClickAsync();
        await Expect(gate.Locator(".err-text")).ToBeVisibleAsync();
        await gate.Locator("textarea").FillAsync("Its plant is the hardest of all");
        await page.ReloadAsync();
        await OpenAsync(open, gate.Locator("textarea"));
        await Expect(gate.Locator("textarea")).ToHaveValueAsync("Its plant is the hardest of all");
        await gate.GetByRole(AriaRole.Button, new() { Name = "Admit" }).ClickAsync();

        await Expect(page.Locator("aside.panel.candidate .callout.warn")).ToContainTextAsync("Its plant is the hardest of all");
        var viewer = await site.SeatAsync(Viewer, page.Url);
        await Expect(viewer.Locator("aside.panel.candidate .callout.warn")).ToContainTextAsync("Its plant is the hardest of all");
        await Expect(viewer.Locator("aside.panel.candidate").GetByRole(AriaRole.Button, new() { Name = "Admit or decline" })).ToHaveCountAsync(0);
    }

    private async Task<IPage> AddAsync(string name)
    {
        var page = await site.SeatAsync(Lead, Board);
        var typed = page.Locator(".dialogform .pick input").First;
        await OpenAsync(page.GetByRole(AriaRole.Button, new() { Name = "Add candidate" }), typed);
        await typed.FillAsync(name);
        await page.Locator(".dialogform .pick button").ClickAsync();
        await Expect(page.Locator("aside.panel.candidate h2")).ToHaveTextAsync(name);
        return page;
    }

    // A click that comes before the circuit answers opens nothing.
    private static async Task OpenAsync(ILocator button, ILocator shown)
    {
        for (var tries = 0; tries < 60 && !await shown.IsVisibleAsync(); tries++)
        {
            await button.ClickAsync();
            await Task.Delay(500);
        }
    }

    private static ILocator Cell(IPage page, string name, string trait) => page.Locator($"a.cell[data-name=\"{name}\"][href*=\"/{trait}\"]");
}
