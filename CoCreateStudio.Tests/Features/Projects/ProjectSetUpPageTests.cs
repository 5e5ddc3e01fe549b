using Bunit;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Features.Projects;
using CoCreateStudio.Tests.Support;
using Microsoft.AspNetCore.Components;

namespace CoCreateStudio.Tests.Features.Projects;

public sealed class ProjectSetUpPageTests : PageTest
{
    [Fact]
    public async Task A_list_is_put_in_order_and_the_page_follows()
    {
        var page = await ShowAsync(ProjectRole.Lead);

        page.Find("button[aria-label='Move B up']").Click();

        page.WaitForAssertion(() => Assert.Equal(["B", "A"], page.FindAll("ol.names input").Select(i => i.GetAttribute("value"))));
    }

    [Fact]
    public async Task A_new_key_moves_the_page_along()
    {
        var page = await ShowAsync(ProjectRole.Lead);

        await page.Find(".saving.key input").ChangeAsync(new() { Value = "moved" });

        page.WaitForAssertion(() => Assert.EndsWith("/projects/MOVED/set-up", Get<NavigationManager>().Uri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_not_set_up_sees_nothing_of_it()
    {
        var page = await ShowAsync(ProjectRole.Pm);

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".set-up")));
    }

    private async Task<IRenderedComponent<ProjectSetUpPage>> ShowAsync(ProjectRole role)
    {
        var (person, project) = (Samples.Person(), Samples.Project());
        project.ListCategories(["A", "B"]);
        await AddAsync(person, project, Samples.Membership(project.Id, person.Id, role));
        await BecomeAsync(person.Id);
        var page = Render<ProjectSetUpPage>(p => p.Add(x => x.ProjectKey, project.Key));
        if (role == ProjectRole.Lead) page.WaitForElement("ol.names");
        return page;
    }
}
