using System.Text.RegularExpressions;
using CoCreateStudio.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace CoCreateStudio.Tests.Journeys;

[Collection(nameof(DemoSite))]
[Trait("Category", "Journey")]
public sealed class TableJourney(DemoSite site)
{
    private const string Table = "/projects/SHOP/requirements";
    private const string Lead = "tom.reed@studio.example.com";
    private const string Pm = "zhou.ning@studio.example.com";

    [Fact]
    public async Task A_status_chosen_with_the_mouse_is_seen_at_once_by_somebody_else()
    {
        var (mine, theirs) = (await site.SeatAsync(Lead, Table), await site.SeatAsync(Pm, Table));
        var (here, there) = (await new TableOnPage(mine).ReadyAsync(), await new TableOnPage(theirs).ReadyAsync());
        var number = await here.FirstNumberAsync("New");

        await here.ChooseStatusAsync(number, "Accepted");

        await Expect(here.Face(number, "status")).ToHaveTextAsync("Accepted");
        await Expect(there.Face(number, "status")).ToHaveTextAsync("Accepted");
        await mine.ReloadAsync();
        await Expect(here.Face(number, "status")).ToHaveTextAsync("Accepted");
    }

    [Fact]
    public async Task A_status_is_changed_with_the_keys_alone()
    {
        var page = await site.SeatAsync(Lead, Table);
        var table = await new TableOnPage(page).ReadyAsync();
        var number = await table.FirstNumberAsync("Accepted");
        await table.Cell(number, "no").ClickAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Enter");
        await Expect(table.Cell(number, "status").Locator(".menu")).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");

        await Expect(table.Face(number, "status")).ToHaveTextAsync("Planned");
    }

    [Fact]
    public async Task A_title_is_rewritten_in_its_cell_and_stays_so()
    {
        var page = await site.SeatAsync(Lead, Table);
        var table = await new TableOnPage(page).ReadyAsync();
        var number = await TableOnPage.NumberAsync(table.Rows.First);

        await table.Cell(number, "title").DblClickAsync(new() { Position = new() { X = 200, Y = 12 } });
        await table.Cell(number, "title").Locator("input").FillAsync("Rewritten in the cell");
        await page.Keyboard.PressAsync("Enter");

        await Expect(table.Cell(number, "title")).ToContainTextAsync("Rewritten in the cell");
        await page.ReloadAsync();
        await Expect(table.Cell(number, "title")).ToContainTextAsync("Rewritten in the cell");
    }

    [Fact]
    public async Task What_is_filtered_stands_in_the_address_and_comes_back_with_it()
    {
        var page = await site.SeatAsync(Lead, Table);
        var table = await new TableOnPage(page).ReadyAsync();
        await page.Locator(".filter .find input").FillAsync("energy");
        await page.WaitForURLAsync("**/requirements?q=energy*");
        await Expect(table.Rows.Filter(new() { HasNotTextRegex = new("energy", RegexOptions.IgnoreCase) })).ToHaveCountAsync(0);
        var shown = await table.Rows.CountAsync();

        await page.ReloadAsync();

        await Expect(page.Locator(".filter .find input")).ToHaveValueAsync("energy");
        await Expect(table.Rows).ToHaveCountAsync(shown);
    }

    [Fact]
    public async Task Selected_rows_are_archived_in_one_go_and_taken_back_from_the_message()
    {
        var page = await site.SeatAsync(Lead, Table);
        var table = await new TableOnPage(page).ReadyAsync();
        var number = await TableOnPage.NumberAsync(table.Rows.Nth(8));
        await table.Row(number).Locator("input[type=checkbox]").ClickAsync();

        await page.Locator(".bulk").GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Archive" }).ClickAsync();
        await Expect(table.Row(number)).ToHaveCountAsync(0);
        await page.Locator(".notice button").ClickAsync();

        await Expect(table.Row(number)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task On_a_phone_nothing_has_to_be_pushed_sideways()
    {
        var page = await site.SeatAsync(Lead, Table, width: 390);

        await Expect(page.Locator("tbody tr[data-id]").First.Locator("td[data-col=title]")).ToBeInViewportAsync();
        await page.WaitForFunctionAsync("() => document.documentElement.scrollWidth <= innerWidth && document.querySelector('.scroll').scrollWidth <= innerWidth");
    }

    [Fact]
    public async Task Where_WebSockets_are_not_let_through_another_way_is_found()
    {
        var page = await site.SeatAsync(Lead, Table);
        await page.AddInitScriptAsync("""
            window.WebSocket = class {
                static CONNECTING = 0;
                static OPEN = 1;
                readyState = 0;
                constructor() { setTimeout(() => { this.readyState = 3; this.onerror?.(new Event('error')); this.onclose?.(new Event('close')); }); }
                close() { }
            };
            """);
        await page.ReloadAsync();

        var table = await new TableOnPage(page).ReadyAsync();
        await table.Rows.First.Locator("a[data-open]").ClickAsync();

        await Expect(page.Locator("aside.panel header")).ToBeVisibleAsync();
    }
}
