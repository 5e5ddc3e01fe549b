using Bunit;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Features.Customers.Import;
using CoCreateStudio.Features.Screenings;
using CoCreateStudio.Kit;
using CoCreateStudio.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace CoCreateStudio.Tests.Features.Customers;

public sealed class ImportPageTests : PageTest
{
    [Fact]
    public async Task A_file_is_shown_and_decided_before_it_is_written()
    {
        Customer known = new("Nordwerk GmbH");
        await EnterAsync(ProjectRole.Pm, known);
        var page = Render<ImportPage>();

        Send(page, "Company,Region\nNordwerk AG,Hannover\nBirch Ltd,Chicago\n");

        page.WaitForElement(".dup");
        Assert.Contains("Import 1, leave out 1", page.Find(".btn.primary").TextContent, StringComparison.Ordinal);
        await page.FindAll(".dup .btn").First(b => b.TextContent.Contains(known.Name, StringComparison.Ordinal)).ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("Import 2 companies", page.Find(".btn.primary").TextContent, StringComparison.Ordinal));
        await page.Find(".btn.primary").ClickAsync(new());

        page.WaitForAssertion(() => Assert.EndsWith("/customers", Get<NavigationManager>().Uri, StringComparison.Ordinal));
        var companies = (await Get<DirectoryImportStore>().KnownAsync(ct: Token)).Companies;
        Assert.Equal(("Hannover", "Chicago"), (companies.Single(c => c.Id == known.Id).Region, companies.Single(c => c.Name == "Birch Ltd").Region));
    }

    [Fact]
    public async Task A_wrong_cell_says_where_it_stands_and_can_be_left_out()
    {
        await EnterAsync(ProjectRole.Lead, Samples.Customer());
        var page = Render<ImportPage>();

        Send(page, "Company,Employees\nBirch Ltd,many\n");

        page.WaitForElement(".err-text");
        Assert.Contains("B2", page.Find(".err-text").TextContent, StringComparison.Ordinal);
        Assert.True(page.Find(".btn.primary").HasAttribute("disabled"));
        await page.Find(".err-text .btn").ClickAsync(new());
        page.WaitForAssertion(() => Assert.False(page.Find(".btn.primary").HasAttribute("disabled")));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_refused_with_the_reason()
    {
        await EnterAsync(ProjectRole.Lead, Samples.Customer());
        var page = Render<ImportPage>();

        Send(page, "%PDF-1.7");

        Assert.NotEmpty(page.WaitForElement(".callout.bad").TextContent.Trim());
    }

    [Fact]
    public async Task What_a_file_says_of_a_candidate_is_decided_where_somebody_has_said_it_otherwise()
    {
        Customer known = new("Nordwerk GmbH");
        var project = await EnterAsync(ProjectRole.Pm, known);
        Screening screening = new(project.Id, known.Id, mayScreen: true, "Mei", Samples.Now);
        screening.Assess(Trait.Goal, new(TraitState.Met, "Written in the charter"), "Mei", Samples.Now);
        await AddAsync(screening);
        Get<NavigationManager>().NavigateTo($"{Urls.CustomersImport}?project={project.Key}");
        var page = Render<ImportPage>();

        Send(page, "Company,Need,Clear goal\nNordwerk GmbH,yes,no\n");

        page.WaitForElement(".df del");
        Assert.Equal(["Urgent, clear need", "Clear goal"], page.FindAll(".df dt").Select(t => t.TextContent));
        Assert.Contains("without a few words on how we know, so it stays Unknown", page.Find(".df .soon").TextContent, StringComparison.Ordinal);
        Assert.Contains("Mei looked at it", page.Find(".df .t2").TextContent, StringComparison.Ordinal);
        Assert.True(page.Find(".btn.primary").HasAttribute("disabled"));
        await page.FindAll(".df .btn").First(b => b.TextContent == CustomerImportText.TakeTrait).ClickAsync(new());
        page.WaitForAssertion(() => Assert.False(page.Find(".btn.primary").HasAttribute("disabled")));
        await page.Find(".btn.primary").ClickAsync(new());

        page.WaitForAssertion(() => Assert.EndsWith(Urls.Screening(project.Key), Get<NavigationManager>().Uri, StringComparison.Ordinal));
        var now = (await Get<BoardReader>().ReadAsync(project.Id, Token)).Of(known.Id)!.Screening;
        Assert.Equal((TraitState.NotMet, TraitState.Unknown), (now.Of(Trait.Goal).State, now.Of(Trait.Need).State));
    }

    private static void Send(IRenderedComponent<ImportPage> page, string text)
    {
        page.WaitForElement(".imp-drop input");
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(text, "list.csv"));
    }

    private async Task<Project> EnterAsync(ProjectRole role, Customer customer)
    {
        Project project = Samples.Project();
        var person = Samples.Person();
        await AddAsync(project, customer, person);
        await AddAsync(Samples.Membership(project.Id, person.Id, role));
        await BecomeAsync(person.Id);
        return project;
    }
}
