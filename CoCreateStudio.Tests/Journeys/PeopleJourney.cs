using CoCreateStudio.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreateStudio.Tests.Journeys;

[Collection(nameof(DemoSite))]
[Trait("Category", "Journey")]
public sealed class PeopleJourney(DemoSite site)
{
    private const string Table = "/projects/CATALOG/requirements";
    private const string Pm = "anna.berg@studio.example.com";
    private const string Viewer = "gao.yuan@studio.example.com";
    private const string Customer = "liu.fang@helian.example.com";

    [Fact]
    public async Task Whoever_follows_a_link_signs_in_and_arrives_there()
    {
        var page = await site.VisitAsync(Table);
        await Expect(page.Locator("input[type=password]")).ToBeVisibleAsync();

        await DemoSite.SignInAsync(page, Pm);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Requirements");
        Assert.EndsWith(Table, page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_is_switched_on_the_spot_and_kept()
    {
        var page = await site.SeatAsync(Pm, Table);
        await new TableOnPage(page).ReadyAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "中文" }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "zh-Hans");
        await new TableOnPage(page).ReadyAsync();
        await Expect(page.Locator("th[data-col=status]")).ToContainTextAsync("状态");

        await page.GotoAsync("/");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "zh-Hans");
    }

    [Fact]
    public async Task A_dark_page_stays_dark()
    {
        var page = await site.SeatAsync(Pm, Table);
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");

        await page.Locator("[data-toggle-theme]").ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await page.ReloadAsync();

        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }

    [Fact]
    public async Task A_viewer_reads_everything_and_is_offered_no_change()
    {
        var page = await site.SeatAsync(Viewer, Table);
        var table = await new TableOnPage(page).ReadyAsync();

        await table.Rows.First.Locator("td[data-col=status]").ClickAsync();

        await Expect(page.Locator("td[data-edit]")).ToHaveCountAsync(0);
        await Expect(page.Locator(".cell-edit, .menu li[role=option]")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "New requirement" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_customers_person_sees_fewer_rows_and_nothing_internal()
    {
        var (theirs, ours) = (await site.SeatAsync(Customer, Table + "?status=all&by=none"), await site.SeatAsync(Viewer, Table + "?status=all&by=none"));
        await new TableOnPage(theirs).ReadyAsync();
        await new TableOnPage(ours).ReadyAsync();

        Assert.InRange(await TotalAsync(theirs), 1, await TotalAsync(ours) - 1);
        await theirs.Locator("tbody tr[data-id] [data-open]").First.ClickAsync();
        await Expect(theirs.Locator("aside.panel")).ToBeVisibleAsync();
        await Expect(theirs.Locator("aside.panel .inside, aside.panel .share")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_requirement_is_opened_by_its_address_and_talked_about_on_both_sides()
    {
        var ours = await site.SeatAsync(Pm, Table + "?status=all&shared=1");
        await new TableOnPage(ours).ReadyAsync();
        var theirs = await site.SeatAsync(Customer, Table + "?status=all");
        var table = await new TableOnPage(theirs).ReadyAsync();
        var number = await TableOnPage.NumberAsync(table.Rows.First);
        await theirs.GotoAsync($"{Table}/{number}");
        await ours.GotoAsync($"{Table}/{number}");
        await Expect(ours.Locator("aside.panel header")).ToContainTextAsync($"R-{number}");
        await new TableOnPage(ours).ReadyAsync();
        await new TableOnPage(theirs).ReadyAsync();

        await ours.Locator(".say input[type=checkbox]").UncheckAsync();
        await ours.Locator(".say textarea").FillAsync("Which line is it?");
        await ours.Locator(".say button[type=submit]").ClickAsync();

        await Expect(ours.Locator(".stream .said").Last).ToHaveTextAsync("Which line is it?");
        await Expect(theirs.Locator(".stream .said").Last).ToHaveTextAsync("Which line is it?");
    }

    private static async Task<int> TotalAsync(IPage page) => int.Parse(await page.Locator("tbody[data-total]").GetAttributeAsync("data-total") ?? "", System.Globalization.CultureInfo.InvariantCulture);
}
