using CoCreateStudio.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreateStudio.Tests.Journeys;

[Collection(nameof(DemoSite))]
[Trait("Category", "Journey")]
public sealed class BlockJourney(DemoSite site)
{
    private const string Table = "/projects/SHOP/requirements?by=none&sort=no&cols=no,title,urgency,department";
    private const string Lead = "tom.reed@studio.example.com";

    [Fact]
    public async Task A_block_is_marked_with_the_keys_and_copied_with_its_types()
    {
        var page = await OpenAsync();
        await MarkAsync(page, "no", rows: 3, columns: 2);

        var (text, html) = await CopyAsync(page);

        Assert.Equal(3, text.TrimEnd().Split("\r\n").Length);
        Assert.Matches(@"^\d+\t\S", text);
        Assert.Contains("mso-number-format", html, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("td[data-edge]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Cells_from_a_spreadsheet_are_shown_then_written_and_taken_back_in_one_step()
    {
        var page = await OpenAsync();
        var before = await TopAsync(page, "department");
        await FocusAsync(page, "department");

        await PasteAsync(page, "Pasted one\r\n\"Pasted two\"\r\n");
        await Expect(page.Locator(".dialogform.block li")).ToHaveCountAsync(2);
        await page.Locator(".dialogform.block .primary").ClickAsync();
        await Expect(page.Locator("td[data-col=department]").First).ToContainTextAsync("Pasted one");
        await page.Locator(".notice button").ClickAsync();

        await Expect(page.Locator("td[data-col=department]").First).Not.ToContainTextAsync("Pasted one");
        Assert.Equal(before, await TopAsync(page, "department"));
    }

    [Fact]
    public async Task A_wrong_cell_is_named_and_nothing_can_be_written()
    {
        var page = await OpenAsync();
        await FocusAsync(page, "urgency");

        await PasteAsync(page, "High\r\nvery soon indeed\r\n");

        await Expect(page.Locator(".dialogform.block [role=alert]")).ToBeVisibleAsync();
        await Expect(page.Locator(".dialogform.block .primary")).ToBeDisabledAsync();
    }

    [Fact]
    public async Task A_view_is_saved_opened_by_its_name_and_says_when_it_was_changed()
    {
        var page = await OpenAsync();
        await page.Locator("[popovertarget=choose-view]").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save as a view" }).ClickAsync();
        await page.Locator(".dialogform input.in").FillAsync("Journey's end");
        await page.Locator(".radios input").Last.CheckAsync();
        await page.Locator(".dialogform .primary").ClickAsync();
        await page.WaitForURLAsync("**/requirements?view=journey-s-end");

        await page.ReloadAsync();
        await Expect(page.Locator(".tablearea > [role=status][data-attached]")).ToHaveCountAsync(1);
        await Expect(page.Locator("th[data-col=department]")).ToBeVisibleAsync();
        await page.Locator(".filter .find input").FillAsync("a");

        await Expect(page.Locator(".views .tag")).ToBeVisibleAsync();
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await site.SeatAsync(Lead, Table);
        await new TableOnPage(page).ReadyAsync();
        await Expect(page.Locator(".tablearea > [role=status][data-attached]")).ToHaveCountAsync(1);
        return page;
    }

    private static async Task FocusAsync(IPage page, string column) => await page.EvaluateAsync(
        "column => { const cell = document.querySelector(`tbody tr[data-id] td[data-col=${column}]`); cell.tabIndex = 0; cell.focus(); }", column);

    private static async Task MarkAsync(IPage page, string column, int rows, int columns)
    {
        await FocusAsync(page, column);
        for (var i = 1; i < columns; i++) await page.Keyboard.PressAsync("Shift+ArrowRight");
        for (var i = 1; i < rows; i++) await page.Keyboard.PressAsync("Shift+ArrowDown");
        await Expect(page.Locator("td[data-edge]")).ToHaveCountAsync(rows * columns);
    }

    private static async Task<(string Text, string Html)> CopyAsync(IPage page)
    {
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.Keyboard.PressAsync("Control+c");
        await Expect(page.Locator(".tablearea > [role=status]")).ToHaveTextAsync("Copied");
        var read = await page.EvaluateAsync<string[]>("""
            async () => {
                const [item] = await navigator.clipboard.read();
                return Promise.all(['text/plain', 'text/html'].map(async type => (await item.getType(type)).text()));
            }
            """);
        return (read[0], read[1]);
    }

    private static async Task PasteAsync(IPage page, string text) => await page.EvaluateAsync("""
        text => {
            const brought = new DataTransfer();
            brought.setData('text/plain', text);
            document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: brought, bubbles: true, cancelable: true }));
        }
        """, text);

    // How many more rows are there already depends on how quick the machine is.
    private static async Task<IEnumerable<string>> TopAsync(IPage page, string column) => (await page.Locator($"tbody td[data-col={column}]").AllInnerTextsAsync()).Take(3);
}
