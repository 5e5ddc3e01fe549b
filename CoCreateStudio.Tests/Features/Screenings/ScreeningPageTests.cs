using Bunit;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Features.Screenings;
using CoCreateStudio.Tests.Support;
using Microsoft.AspNetCore.Components;

namespace CoCreateStudio.Tests.Features.Screenings;

public sealed class ScreeningPageTests : PageTest
{
    private readonly Project _project = Samples.Project();
    private readonly Customer _customer = Samples.Customer();

    [Fact]
    public async Task The_board_says_why_the_verdict_is_what_it_is()
    {
        var page = await ShowAsync(ProjectRole.Viewer);

        Assert.Equal("Not qualified", page.Find(".board .vd > b").TextContent);
        Assert.StartsWith("1 of 6; no influence in its industry; goal unknown", page.Find(".board .vd p").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".board .gate button"));
        Assert.Empty(page.FindAll(".btn.primary"));
    }

    [Fact]
    public async Task What_is_said_with_one_key_is_said_and_what_needs_evidence_asks_for_it()
    {
        var page = await ShowAsync(ProjectRole.Pm);

        await page.FindAll("a.cell")[0].KeyDownAsync(new Microsoft.AspNetCore.Components.Web.KeyboardEventArgs { Key = "n" });
        page.WaitForAssertion(() => Assert.Contains("not", page.FindAll(".board tbody td")[0].ClassList));

        await page.FindAll("a.cell")[2].KeyDownAsync(new Microsoft.AspNetCore.Components.Web.KeyboardEventArgs { Key = "m" });
        Assert.EndsWith($"/screening/{_customer.Id}/golive", Get<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Met_waits_in_the_panel_until_it_is_proven()
    {
        var page = await ShowAsync(ProjectRole.Pm, Trait.GoLive);

        await page.FindAll(".states button")[1].ClickAsync(new());
        Assert.Contains("is no date", page.Find(".panel [role=alert]").TextContent, StringComparison.Ordinal);
        await page.Find(".panel input[type=date]").ChangeAsync(new() { Value = "2027-03-15" });
        Assert.Contains("few words", page.Find(".panel [role=alert]").TextContent, StringComparison.Ordinal);
        await page.Find(".panel textarea").ChangeAsync(new() { Value = "Before the spring season" });

        page.WaitForAssertion(() => Assert.Contains("met", page.FindAll(".board tbody td")[2].ClassList));
        Assert.Empty(page.FindAll(".panel [role=alert]"));
    }

    [Fact]
    public async Task Met_that_waits_is_said_when_somebody_else_gives_what_was_missing()
    {
        var page = await ShowAsync(ProjectRole.Pm, Trait.GoLive);
        await page.FindAll(".states button")[1].ClickAsync(new());

        await Get<ScreeningStore>().AssessAsync(_project.Id, _customer.Id, Trait.GoLive, Assessment.Nothing, new(TraitState.Unknown, "Before the season", new(2027, 3, 15)), Xunit.TestContext.Current.CancellationToken);

        page.WaitForAssertion(() => Assert.Contains("met", page.FindAll(".board tbody td")[2].ClassList));
        Assert.Empty(page.FindAll(".panel [role=alert]"));
    }

    [Fact]
    public async Task A_member_proposes_and_changes_nothing()
    {
        var page = await ShowAsync(ProjectRole.Member, Trait.Goal);

        await page.FindAll(".states button")[2].ClickAsync(new());
        await page.FindAll(".panel button").Single(b => b.TextContent == "Propose this").ClickAsync(new());

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".panel .proposal")));
        Assert.Contains("unknown", page.FindAll(".board tbody td")[1].ClassList);
    }

    [Fact]
    public async Task A_filter_in_the_address_is_followed()
    {
        var page = await ShowAsync(ProjectRole.Viewer);

        Get<NavigationManager>().NavigateTo($"/projects/{_project.Key}/screening?q=nobody");

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".board")));
    }

    private async Task<IRenderedComponent<ScreeningPage>> ShowAsync(ProjectRole role, Trait? trait = null)
    {
        var person = Samples.Person();
        Screening screening = new(_project.Id, _customer.Id, mayScreen: true, "Mei", Clock.GetUtcNow().UtcDateTime);
        screening.Assess(Trait.Need, new(TraitState.Met, "Lost three orders"), "Mei", Clock.GetUtcNow().UtcDateTime);
        screening.Assess(Trait.Influence, new(TraitState.NotMet), "Mei", Clock.GetUtcNow().UtcDateTime);
        await AddAsync(_project, _customer, person, Samples.Membership(_project.Id, person.Id, role), screening);
        await BecomeAsync(person.Id);
        var at = $"/projects/{_project.Key}/screening" + (trait is null ? "" : $"/{_customer.Id}/{trait.Value.Slug()}");
        Get<NavigationManager>().NavigateTo(at);
        var page = Render<ScreeningPage>(p => p.Add(s => s.ProjectKey, _project.Key).Add(s => s.CustomerId, trait is null ? null : _customer.Id).Add(s => s.TraitName, trait?.Slug()));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".board")));
        return page;
    }
}
