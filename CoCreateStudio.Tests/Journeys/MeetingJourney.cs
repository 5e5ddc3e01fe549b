using CoCreateStudio.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreateStudio.Tests.Journeys;

[Collection(nameof(DemoSite))]
[Trait("Category", "Journey")]
public sealed class MeetingJourney(DemoSite site)
{
    private const string Lead = "lin.yue@studio.example.com";
    private const string Member = "tom.reed@studio.example.com";

    [Fact]
    public async Task What_one_types_with_suggestions_the_other_reads()
    {
        var (mine, theirs) = await HoldAsync();

        await mine.Locator(".eline").FillAsync("");
        await mine.Keyboard.TypeAsync("/ri");
        await mine.Keyboard.PressAsync("Tab");
        await mine.Keyboard.TypeAsync("no camera @tom");
        await mine.Keyboard.PressAsync("Enter");
        await mine.Keyboard.PressAsync("Enter");

        await Expect(Row(theirs, "no camera")).ToContainTextAsync("Risk");
        await Expect(Row(theirs, "no camera")).ToContainTextAsync("Tom Reed");
        await mine.Keyboard.PressAsync("Control+z");
        await Expect(Row(theirs, "no camera")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Two_people_write_in_one_line_and_neither_loses_a_word()
    {
        var (mine, theirs) = await HoldAsync();
        await SayAsync(mine, "in the middle");
        var (here, there) = (await OpenAsync(mine, "in the middle"), await OpenAsync(theirs, "in the middle"));

        await here.PressAsync("Home");
        await there.PressAsync("End");
        await Task.WhenAll(mine.Keyboard.TypeAsync("before it, ", new() { Delay = 40 }), theirs.Keyboard.TypeAsync(" and after it", new() { Delay = 40 }));

        await Expect(here).ToHaveValueAsync("before it, in the middle and after it");
        await Expect(there).ToHaveValueAsync("before it, in the middle and after it");
    }

    [Fact]
    public async Task What_is_entered_while_the_line_is_lost_is_said_once_when_it_is_back()
    {
        var (mine, theirs) = await HoldAsync();
        await mine.EvaluateAsync("document.documentElement.toggleAttribute('data-lost', true)");

        await mine.Locator(".eline").FillAsync("kept for later");
        await mine.Keyboard.PressAsync("Enter");
        await Expect(mine.Locator(".unsent .ln")).ToContainTextAsync("kept for later");
        await Expect(Row(theirs, "kept for later")).ToHaveCountAsync(0);
        await mine.EvaluateAsync("document.documentElement.toggleAttribute('data-lost', false)");

        await Expect(Row(theirs, "kept for later")).ToHaveCountAsync(1);
        await Expect(mine.Locator(".unsent .ln")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_is_typed_is_there_again_after_the_page_was_loaded_anew()
    {
        var (mine, _) = await HoldAsync();
        await mine.Locator(".eline").FillAsync("");
        await mine.Keyboard.TypeAsync("half a sen");

        await mine.ReloadAsync();

        await Expect(mine.Locator(".eline")).ToHaveValueAsync("half a sen");
        await Expect(mine.Locator(".eline")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_pause_after_a_blank_takes_nothing_away()
    {
        var (mine, theirs) = await HoldAsync();
        await SayAsync(mine, "first");
        var field = await OpenAsync(mine, "first");
        await field.PressAsync("End");

        await mine.Keyboard.TypeAsync(" second ");
        await Expect(theirs.Locator(".said").Filter(new() { HasText = "first second" })).ToHaveCountAsync(1);
        await Expect(field).ToHaveValueAsync("first second ");
        await mine.Keyboard.TypeAsync("third");
        await mine.Keyboard.PressAsync("Escape");

        await Expect(Row(theirs, "first second third")).ToHaveCountAsync(1);
        await Expect(Row(mine, "first second third").Locator(".by button")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_row_that_was_changed_while_the_line_was_lost_is_open_again_after_the_page_was_loaded_anew()
    {
        var (mine, theirs) = await HoldAsync();
        await SayAsync(mine, "in a row");
        var field = await OpenAsync(mine, "in a row");
        await field.PressAsync("End");
        await LoseAsync(mine, lost: true);
        await mine.Keyboard.TypeAsync(" that goes on");
        await Expect(Row(theirs, "that goes on")).ToHaveCountAsync(0);

        await mine.ReloadAsync();

        await Expect(mine.Locator("textarea[data-shared]")).ToHaveValueAsync("in a row that goes on");
        await Expect(Row(theirs, "in a row that goes on")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_half_typed_line_is_kept_when_the_line_was_lost_and_came_back()
    {
        var (mine, _) = await HoldAsync();
        await mine.Locator(".eline").FillAsync("");
        await mine.Keyboard.TypeAsync("half a sen");

        await LoseAsync(mine, lost: true);
        await LoseAsync(mine, lost: false);
        await mine.EvaluateAsync("() => studio.sendKept()");
        await mine.ReloadAsync();

        await Expect(mine.Locator(".eline")).ToHaveValueAsync("half a sen");
    }

    [Fact]
    public async Task A_refused_line_that_is_taken_up_changes_places_with_what_stands_half_typed()
    {
        var (mine, theirs) = await HoldAsync();
        await mine.Locator(".eline").FillAsync("/action");
        await mine.Locator(".eline").PressAsync("Enter");
        await Expect(mine.Locator(".unsent [role=alert]")).ToHaveCountAsync(1);
        await mine.Locator(".eline").FillAsync("half typed");

        await mine.GetByRole(AriaRole.Button, new() { Name = "Back into the line" }).ClickAsync();

        await Expect(mine.Locator(".eline")).ToHaveValueAsync("/action");
        await Expect(mine.Locator(".unsent .said")).ToHaveTextAsync("half typed");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        await Expect(mine.Locator(".saved .soon")).ToHaveCountAsync(0);
        await Expect(Row(theirs, "half typed")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_was_not_sent_before_the_end_can_be_copied_and_discarded_after_it()
    {
        var (mine, theirs) = await HoldAsync();
        await LoseAsync(theirs, lost: true);
        await theirs.Locator(".eline").FillAsync("too late");
        await theirs.Keyboard.PressAsync("Enter");
        await mine.GetByRole(AriaRole.Link, new() { Name = "Finish" }).ClickAsync();
        await mine.Locator(".panel textarea").FillAsync("Nothing to add.");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Finish" }).ClickAsync();

        await Expect(theirs.Locator(".unsent-lines textarea")).ToHaveValueAsync("too late");
        await theirs.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();

        await Expect(theirs.Locator(".unsent-lines")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_host_goes_through_the_topics_with_the_arrow_keys_and_everybody_follows()
    {
        var (mine, theirs) = await HoldAsync();
        await mine.GetByRole(AriaRole.Link, new() { Name = "Presenter view" }).ClickAsync();
        await Expect(mine.Locator(".presenter h1")).ToHaveTextAsync("First topic");

        await mine.Keyboard.PressAsync("ArrowRight");

        await Expect(mine.Locator(".presenter h1")).ToHaveTextAsync("Second topic");
        await Expect(theirs.Locator(".curh h2")).ToHaveTextAsync("Second topic");
        await mine.Keyboard.PressAsync("Escape");
        await Expect(mine.Locator(".curh h2")).ToHaveTextAsync("Second topic");
    }

    [Fact]
    public async Task With_the_keyboard_alone_a_line_becomes_a_decision()
    {
        var (mine, theirs) = await HoldAsync();
        await SayAsync(mine, "we buy it");

        await mine.Locator(".eline").PressAsync("ArrowUp");
        await Expect(Row(mine, "we buy it").Locator(".by button")).ToBeFocusedAsync();
        await mine.Keyboard.PressAsync("d");

        await Expect(Row(theirs, "we buy it")).ToContainTextAsync("Decision");
        await mine.Locator(".eline").PressAsync("ArrowUp");
        await mine.Keyboard.PressAsync("ArrowDown");
        await Expect(mine.Locator(".eline")).ToBeFocusedAsync();
    }

    private static ILocator Row(IPage page, string text) => page.Locator(".notes:not(.unsent) .ln").Filter(new() { HasText = text });

    private static async Task LoseAsync(IPage page, bool lost) => await page.EvaluateAsync("lost => document.documentElement.toggleAttribute('data-lost', lost)", lost);

    private static async Task SayAsync(IPage page, string text)
    {
        await page.Locator(".eline").FillAsync(text);
        await page.Locator(".eline").PressAsync("Enter");
        await Expect(Row(page, text)).ToHaveCountAsync(1);
    }

    private static async Task<ILocator> OpenAsync(IPage page, string text)
    {
        await Row(page, text).Locator(".by button").ClickAsync();
        var field = page.Locator("textarea[data-shared]");
        await field.FocusAsync();
        return field;
    }

    // A meeting of two topics that has begun, with two people in it.
    private async Task<(IPage Mine, IPage Theirs)> HoldAsync()
    {
        var mine = await site.SeatAsync(Lead, "/projects/CATALOG/meetings?new=true");
        await mine.Locator("html[data-alive]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await mine.Locator("form input").First.FillAsync("Journey");
        await mine.Locator("form button[type=submit]").ClickAsync();
        await mine.WaitForURLAsync(url => url.Contains("/meetings/", StringComparison.Ordinal));
        foreach (var topic in new[] { "First topic", "Second topic" })
        {
            var line = mine.Locator(".ag .add-line input");
            await line.FillAsync(topic);
            await mine.Locator(".ag .add-line button").ClickAsync();
            await Expect(line).ToHaveValueAsync("");
        }

        await mine.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Expect(mine.Locator(".curh h2")).ToHaveTextAsync("First topic");
        var theirs = await site.SeatAsync(Member, new Uri(mine.Url).AbsolutePath);
        foreach (var page in new[] { mine, theirs }) await Expect(page.Locator(".eline[role=combobox]")).ToBeVisibleAsync();
        return (mine, theirs);
    }
}
