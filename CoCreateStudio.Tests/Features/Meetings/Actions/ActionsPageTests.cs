using Bunit;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Features.Meetings.Actions;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit.Ui.Table;
using CoCreateStudio.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Features.Meetings.Actions;

public sealed class ActionsPageTests : PageTest
{
    private readonly Project _project = Samples.Project();
    private readonly Meeting _meeting;
    private readonly ActionItem _action;

    public ActionsPageTests()
    {
        _meeting = new(_project.Id, 1, Samples.Meeting());
        _action = new(new(_project.Id, _meeting.Id, null, null, null, "Lin", Samples.Now), 7, "Send the parts", "Lin", new(2026, 3, 1));
    }

    [Fact]
    public async Task What_is_ticked_in_the_table_is_done_and_can_be_taken_back()
    {
        var page = await OpenAsync(ProjectRole.Member);
        Assert.Contains("late", page.Find("td[data-col=due]").ClassList);
        Assert.Equal($"/projects/{_project.Key}/meetings/1#A-7", page.Find("td[data-col=said] a").GetAttribute("href"));

        var table = page.FindComponent<DataTable<ActionRow>>().Instance;

        await page.InvokeAsync(() => table.CommitCell(_action.Id, ActionColumns.Done, "true"));
        Assert.NotNull((await ReadAsync()).DoneAt);
        await page.InvokeAsync(() => table.Key("undo"));

        Assert.Null((await ReadAsync()).DoneAt);
    }

    [Fact]
    public async Task Owner_and_day_are_written_in_their_cells()
    {
        var page = await OpenAsync(ProjectRole.Pm);

        await CommitAsync(page, ActionColumns.Owner, " 李雷 ");
        await CommitAsync(page, ActionColumns.Due, "2026-04-01");

        var action = await ReadAsync();
        Assert.Equal(("李雷", new DateOnly(2026, 4, 1)), (action.Owner, action.DueOn));
    }

    [Fact]
    public async Task A_viewer_has_nothing_to_change()
    {
        var page = await OpenAsync(ProjectRole.Viewer);

        Assert.Empty(page.FindAll("td[data-edit]"));
        Assert.True(page.Find("td[data-col=done] input").HasAttribute("disabled"));
    }

    [Fact]
    public async Task The_address_of_an_action_opens_it_beside_the_list()
    {
        var page = await OpenAsync(ProjectRole.Viewer, number: 7);

        Assert.Equal("Send the parts", page.WaitForElement("aside h2").TextContent);
    }

    private async Task<IRenderedComponent<ActionsPage>> OpenAsync(ProjectRole role, int? number = null)
    {
        var person = Samples.Person();
        await AddAsync(person, _project, Samples.Membership(_project.Id, person.Id, role));
        await AddAsync(_meeting);
        await AddAsync(_action);
        await BecomeAsync(person.Id);
        Get<NavigationManager>().NavigateTo($"/projects/{_project.Key}/actions");
        var page = Render<ActionsPage>(p => p.Add(a => a.ProjectKey, _project.Key).Add(a => a.Number, number));
        page.WaitForElement("td[data-col=title]");
        return page;
    }

    private Task CommitAsync(IRenderedComponent<ActionsPage> page, string column, string value) =>
        page.InvokeAsync(() => page.FindComponent<DataTable<ActionRow>>().Instance.CommitCell(_action.Id, column, value));

    private async Task<ActionItem> ReadAsync()
    {
        await using var db = await Get<IDbContextFactory<StudioDb>>().CreateDbContextAsync(Token);
        return await db.Set<ActionItem>().IgnoreQueryFilters().SingleAsync(a => a.Id == _action.Id, Token);
    }
}
