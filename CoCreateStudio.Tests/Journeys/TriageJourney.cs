using System.Text.RegularExpressions;
using CoCreateStudio.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreateStudio.Tests.Journeys;

[Collection(nameof(DemoSite))]
[Trait("Category", "Journey")]
public sealed class TriageJourney(DemoSite site)
{
    private const string Queue = "/projects/CATALOG/triage";
    private const string Lead = "lin.yue@studio.example.com";
    private const string Member = "tom.reed@studio.example.com";

    [Fact]
    public async Task New_requirements_are_decided_with_single_keys_and_taken_back()
    {
        var page = await OpenAsync(Lead);
        var first = await NumberAsync(page);

        await page.Keyboard.PressAsync("a");
        await Expect(Root(page)).Not.ToHaveAttributeAsync("data-number", first);
        await Expect(page).ToHaveURLAsync(new Regex("/triage/[0-9]+"));
        await page.Keyboard.PressAsync("Control+z");

        await Expect(Root(page)).ToHaveAttributeAsync("data-number", first);
        await Expect(page.Locator(".decided .st.new")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_reason_is_typed_with_letters_that_are_keys_elsewhere()
    {
        var page = await OpenAsync(Lead);
        var number = await NumberAsync(page);

        await page.Keyboard.PressAsync("d");
        await Expect(page.Locator(".askline input")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("as planned, map 1234");
        await page.Keyboard.PressAsync("Enter");

        await Expect(Root(page)).Not.ToHaveAttributeAsync("data-number", number);
        await page.Locator(".notice button").ClickAsync();
        await Expect(Root(page)).ToHaveAttributeAsync("data-number", number);
    }

    [Fact]
    public async Task What_a_colleague_decides_leaves_the_queue_with_a_word()
    {
        var (mine, theirs) = (await OpenAsync(Lead), await OpenAsync(Member));
        var number = await NumberAsync(mine);
        await Expect(Root(theirs)).ToHaveAttributeAsync("data-number", number);

        await mine.Keyboard.PressAsync("p");

        await Expect(Root(theirs)).Not.ToHaveAttributeAsync("data-number", number);
        await Expect(theirs.Locator(".notice")).ToContainTextAsync($"R-{number}");
        await mine.Keyboard.PressAsync("Control+z");
        await Expect(Root(mine)).ToHaveAttributeAsync("data-number", number);
    }

    [Fact]
    public async Task The_queue_is_reached_from_the_table_by_a_key()
    {
        var page = await site.SeatAsync(Lead, "/projects/CATALOG/requirements");
        await new TableOnPage(page).ReadyAsync();

        await page.Keyboard.PressAsync("t");

        await Expect(page).ToHaveURLAsync(new Regex("/triage/[0-9]+")); // its first address names no requirement, and may be gone already
        await Expect(page.Locator(".said-by h2")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task On_a_phone_every_decision_is_in_reach()
    {
        var page = await OpenAsync(Lead, width: 390);

        foreach (var act in new[] { "accept", "plan", "decline", "merge", "snooze", "owner", "back", "skip" })
            await Expect(page.Locator($".actbar [data-act={act}]")).ToBeInViewportAsync();
        await page.WaitForFunctionAsync("() => document.documentElement.scrollWidth <= innerWidth");
    }

    private async Task<IPage> OpenAsync(string who, int width = 1440)
    {
        var page = await site.SeatAsync(who, Queue, width);
        await Expect(page.Locator(".triage[data-ready]")).ToBeVisibleAsync();
        return page;
    }

    private static ILocator Root(IPage page) => page.Locator(".triage");

    private static async Task<string> NumberAsync(IPage page) => await Root(page).GetAttributeAsync("data-number") ?? "";
}
