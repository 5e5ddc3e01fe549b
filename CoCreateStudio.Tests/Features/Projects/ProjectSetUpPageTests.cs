using Bunit;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Features.Projects;
using CoCreateStudio.Kit;
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
    public async Task Who_renames_a_project_that_somebody_renamed_keeps_what_was_typed_and_sees_both()
    {
        var page = await ShowAsync(ProjectRole.Lead);
        var store = Get<ProjectSetUpStore>();
        var mine = (await Get<IAccess>().ProjectsAsync(Token))[0];

        await page.Find(".saving input").InputAsync(new() { Value = "Mine" });
        await store.RenameAsync(mine.Id, mine.Name, "Theirs", Token);

        page.WaitForAssertion(() => Assert.Contains("Theirs", page.Find(".conflict").TextContent));
        Assert.Equal("Mine", page.Find(".saving input").GetAttribute("value"));
        await page.FindAll(".conflict button")[0].ClickAsync(new());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".conflict")));
        Assert.Equal("Mine", (await store.ReadAsync(mine.Id, Token)).Name);
    }

    [Fact]
    public async Task The_last_lead_keeps_the_role_that_was_refused_to_change()
    {
        var page = await ShowAsync(ProjectRole.Lead);

        await page.Find("select.role-of").ChangeAsync(new() { Value = nameof(ProjectRole.Viewer) });

        Assert.Equal(nameof(ProjectRole.Lead), page.Find("select.role-of").GetAttribute("value"));
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
