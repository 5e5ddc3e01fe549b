using Bunit;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Features.Projects;
using CoCreateStudio.Tests.Support;
using Microsoft.AspNetCore.Components;

namespace CoCreateStudio.Tests.Features.Projects;

public sealed class ProjectsPageTests : PageTest
{
    [Fact]
    public async Task Who_is_in_no_project_reads_how_one_comes_here()
    {
        var person = Samples.Person();
        await AddAsync(person);
        await BecomeAsync(person.Id);

        var page = Render<ProjectsPage>();

        page.WaitForAssertion(() => Assert.Equal("You are not in a project yet", page.Find("h2").TextContent));
        Assert.Empty(page.FindAll("a.primary"));
    }

    [Fact]
    public async Task An_administrator_creates_the_first_project_and_is_led_to_it()
    {
        var admin = Samples.Person(isAdministrator: true);
        await AddAsync(admin);
        await BecomeAsync(admin.Id);
        var page = Render<ProjectsPage>();
        page.WaitForAssertion(() => Assert.Contains("Create the first project", page.Markup));

        Get<NavigationManager>().NavigateTo("/?new=true");
        page = Render<ProjectsPage>();
        page.WaitForElement("form input").Input("Product catalogue");
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.EndsWith("/projects/PRODUC/set-up", Get<NavigationManager>().Uri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_taken_key_is_said_beside_the_key_and_what_was_typed_stays()
    {
        var admin = Samples.Person(isAdministrator: true);
        await AddAsync(admin, Samples.Project(key: "TAKEN"));
        await BecomeAsync(admin.Id);
        Get<NavigationManager>().NavigateTo("/?new=true");
        var page = Render<ProjectsPage>();

        page.WaitForElement("form input").Input("Taken");
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("true", page.Find("input.key").GetAttribute("aria-invalid")));
        Assert.Equal("TAKEN", page.Find("input.key").GetAttribute("value"));
    }

    [Fact]
    public async Task A_project_appears_as_soon_as_somebody_is_added_to_it()
    {
        var (person, lead, project) = (Samples.Person(), Samples.Person(), Samples.Project("Wanted here"));
        await AddAsync(person, lead, project, Samples.Membership(project.Id, lead.Id, ProjectRole.Lead));
        await BecomeAsync(person.Id);
        var page = Render<ProjectsPage>();
        page.WaitForAssertion(() => Assert.Contains("You are not in a project yet", page.Markup));

        await AddAsync(Samples.Membership(project.Id, person.Id));
        Get<CoCreateStudio.Kit.IPassDesk>().Forget(person.Id);

        page.WaitForAssertion(() => Assert.Equal("Wanted here", page.Find("a.name").TextContent));
    }
}
