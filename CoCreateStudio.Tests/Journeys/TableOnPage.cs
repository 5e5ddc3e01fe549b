using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreateStudio.Tests.Journeys;

/// <summary>The requirement table as people find their way in it.</summary>
internal sealed class TableOnPage(IPage page)
{
    public ILocator Rows => page.Locator("tbody tr[data-id]");

    public ILocator Row(string number) => Rows.Filter(new() { Has = page.Locator($".tick input[aria-label='R-{number}']") });

    public ILocator Cell(string number, string column) => Row(number).Locator($"td[data-col={column}]");

    /// <summary>What a cell says of its row, without the name of whoever else is in it.</summary>
    public ILocator Face(string number, string column) => Cell(number, column).Locator("> span:not(.flag)");

    /// <summary>Waits until the circuit answers: only its script makes a clicked cell the one that the keys act on.</summary>
    public async Task<TableOnPage> ReadyAsync()
    {
        await Expect(Rows.First).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("""
            () => {
                const cell = document.querySelector('tbody tr[data-id] td[data-col=no]');
                cell?.click();
                return cell?.tabIndex === 0;
            }
            """);
        return this;
    }

    /// <summary>The number of the first row in sight that stands in a status.</summary>
    public Task<string> FirstNumberAsync(string status) =>
        NumberAsync(Rows.Filter(new() { Has = page.Locator($"td[data-col=status] :text-is('{status}')") }).First);

    public static async Task<string> NumberAsync(ILocator row) => (await row.Locator("a[data-open]").GetAttributeAsync("href"))!.Split('/')[^1];

    public async Task ChooseStatusAsync(string number, string status)
    {
        await Cell(number, "status").ClickAsync();
        await Cell(number, "status").Locator($".menu li[data-value={status}]").ClickAsync();
    }
}
