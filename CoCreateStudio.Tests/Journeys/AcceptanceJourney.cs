using System.Text;
using CoCreateStudio.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreateStudio.Tests.Journeys;

[Collection(nameof(DemoSite))]
[Trait("Category", "Journey")]
public sealed class AcceptanceJourney(DemoSite site)
{
    private const string Agreement = "/projects/SHOP/acceptance";
    private const string Lead = "tom.reed@studio.example.com";
    private const string Customer = "jonas.keller@nordwerk.example.com";

    private const string File = """
        Dimension,Criterion,Metric,Unit,Baseline,Comparison,Target,Verified by,By when,Phase,Our owner,Customer owner
        Delivery,Search answers within two seconds,response time,s,14,≤,2,Test,2027-03-15,Execution,Tom Reed,Jonas Keller
        Compliance,Every approval can be traced,traceable,,no,,yes,Audit report,2027-03-15,End,Tom Reed,Jonas Keller
        """;

    [Fact]
    public async Task Criteria_come_from_a_file_and_become_an_agreement_that_both_sides_signed()
    {
        var ours = await site.SeatAsync(Lead, Agreement);
        await ours.GetByRole(AriaRole.Link, new() { Name = "Import" }).ClickAsync();
        await SendFileAsync(ours);
        await ours.GetByRole(AriaRole.Button, new() { Name = "Add 2 to the draft" }).ClickAsync();
        await ours.GetByRole(AriaRole.Button, new() { Name = "Send version 1" }).ClickAsync();
        await Expect(ours.GetByRole(AriaRole.Link, new() { Name = "Sign version 1" })).ToBeVisibleAsync();

        var theirs = await site.SeatAsync(Customer, Agreement);
        await theirs.GetByRole(AriaRole.Link, new() { Name = "Answer version 1" }).ClickAsync();
        await Panel(theirs, "Accept all 2").ClickAsync();
        await Expect(ours.GetByText("Nordwerk is to sign")).ToBeVisibleAsync();

        await ours.GetByRole(AriaRole.Link, new() { Name = "Sign version 1" }).ClickAsync();
        await Expect(Panel(ours, "Sign version 1")).ToBeDisabledAsync();
        await Panel(ours, "Accept all 2").ClickAsync();
        await ours.GetByLabel("Your role").FillAsync("Project lead");
        await Panel(ours, "Sign version 1").ClickAsync();
        await Expect(ours.Locator("aside.panel")).ToHaveCountAsync(0);

        await RecordSignatureAsync(ours);

        await Expect(ours.GetByRole(AriaRole.Link, new() { Name = "Change what is signed" })).ToBeVisibleAsync();
        await Expect(theirs.GetByText("A signed version never changes")).ToBeVisibleAsync();
    }

    // The file field is there before the circuit listens to it.
    private static async Task SendFileAsync(IPage page)
    {
        var rows = page.Locator(".criteria-import ul.rows li");
        for (var tries = 0; tries < 60 && await rows.CountAsync() == 0; tries++)
        {
            await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "criteria.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(File) });
            await page.WaitForTimeoutAsync(1000);
        }

        await Expect(rows).ToHaveCountAsync(2);
    }

    private static async Task RecordSignatureAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Record the customer’s answer" }).ClickAsync();
        await Panel(page, "Add a link or a file").ClickAsync();
        await page.Locator("aside.panel input[inputmode=url]").FillAsync("https://files.example.com/signed-v1.pdf");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("Scan that shows it").SelectOptionAsync("files.example.com/signed-v1.pdf");
        await page.GetByLabel("Given by").FillAsync("Jonas Keller");
        await page.GetByLabel("Role", new() { Exact = true }).FillAsync("Head of manufacturing");
        await page.Locator("aside.panel form button[type=submit]").Last.ClickAsync();
    }

    private static ILocator Panel(IPage page, string name) => page.Locator("aside.panel").GetByRole(AriaRole.Button, new() { Name = name });
}
