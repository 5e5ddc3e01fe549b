using Bunit;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Features.Search;
using CoCreateStudio.Tests.Support;
using Microsoft.AspNetCore.Components;

namespace CoCreateStudio.Tests.Features.Search;

public sealed class SearchBoxTests : PageTest
{
    [Fact]
    public async Task Arrows_choose_and_Enter_opens()
    {
        var box = await ShowAsync();
        box.Find("input").Input("valve");
        box.WaitForAssertion(() => Assert.Equal(2, box.FindAll("[role=option]").Count), TimeSpan.FromSeconds(5));

        await box.Find("input").KeyDownAsync("ArrowDown");
        Assert.Equal(box.FindAll("[role=option]")[1].Id, box.Find("input").GetAttribute("aria-activedescendant"));
        await box.Find("input").KeyDownAsync("Enter");

        Assert.EndsWith("/projects/VALVE/requirements", Get<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_and_Enter_at_once_open_it()
    {
        var box = await ShowAsync();

        _ = box.Find("input").InputAsync("R-12");
        await box.Find("input").KeyDownAsync("Enter");

        Assert.EndsWith("/projects/VALVE/requirements/12", Get<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_found_is_said()
    {
        var box = await ShowAsync();

        box.Find("input").Input("nothing like it");

        box.WaitForAssertion(() => Assert.Contains("nothing like it", box.Find("[role=status]").TextContent), TimeSpan.FromSeconds(5));
    }

    private async Task<IRenderedComponent<SearchBox>> ShowAsync()
    {
        var (person, project) = (Samples.Person(), Samples.Project("Valve line", "VALVE"));
        await AddAsync(person, project, Samples.Membership(project.Id, person.Id, ProjectRole.Pm), Samples.Requirement(project.Id, 12, "Valve noise"));
        await BecomeAsync(person.Id);
        return Render<SearchBox>();
    }
}
