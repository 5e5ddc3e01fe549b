using Bunit;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Features.Projects;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Features.Meetings.Actions;

public sealed class MyActionsTests : PageTest
{
    private readonly Person _me = Samples.Person("Mei Lin");
    private readonly Project _one = Samples.Project("One"), _two = Samples.Project("Two"), _closed = Samples.Project("Not mine");
    private int _number;
    private bool _added;

    [Fact]
    public async Task The_home_page_shows_what_i_promised_in_all_my_projects_overdue_first()
    {
        await AddAsync(Action(_two, "Next week", 9), Action(_one, "Late", -3), Action(_two, "Today", 0), Action(_one, "No day", null));
        await AddAsync(Action(_one, "Somebody's", -1, "Lin"), Action(_closed, "Not to be seen", -1));

        var page = await OpenAsync(ProjectRole.Member);

        Assert.Equal(["Late", "Today", "Next week", "No day"], page.FindAll(".mine li a").Select(a => a.TextContent));
        Assert.Contains("3 d", page.Find(".mine li .due.late").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/projects/{_one.Key}/actions?owner=me", page.Find(".mine .all a").GetAttribute("href"));
    }

    [Fact]
    public async Task It_is_ticked_there_and_goes()
    {
        var action = Action(_one, "Late", -3);
        await AddAsync(action);
        var page = await OpenAsync(ProjectRole.Member);

        await page.Find(".mine input").ChangeAsync(new() { Value = true });

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".mine")));
        await using var db = await Get<IDbContextFactory<StudioDb>>().CreateDbContextAsync(Token);
        Assert.NotNull((await db.Set<ActionItem>().IgnoreQueryFilters().SingleAsync(a => a.Id == action.Id, Token)).DoneAt);
    }

    [Fact]
    public async Task Who_may_not_write_sees_it_and_cannot_tick()
    {
        await AddAsync(Action(_one, "Late", -3));

        var page = await OpenAsync(ProjectRole.Viewer);

        Assert.True(page.Find(".mine input").HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_customers_person_is_reminded_of_what_was_said_with_their_company_alone()
    {
        var (ours, theirs) = (Samples.Customer(), Samples.Customer());
        await AddAsync(ours, theirs);
        await AddAsync(Action(_one, "Ours", 1, customer: ours.Id), Action(_one, "Theirs", 1, customer: theirs.Id), Action(_one, "Inside", 1));

        var page = await OpenAsync(ProjectRole.Customer, ours.Id);

        Assert.Equal(["Ours"], page.FindAll(".mine li a").Select(a => a.TextContent));
    }

    private ActionItem Action(Project project, string text, int? days, string owner = "Mei Lin", Guid? customer = null) =>
        new(new(project.Id, null, null, customer, null, "Lin", Samples.Now), ++_number, text, owner, days is { } some ? DateOnly.FromDateTime(Samples.Now).AddDays(some) : null);

    private async Task<IRenderedComponent<ProjectsPage>> OpenAsync(ProjectRole role, Guid? customer = null)
    {
        await AddAsync(_me, Samples.Membership(_one.Id, _me.Id, role, customer), Samples.Membership(_two.Id, _me.Id, role, customer));
        await BecomeAsync(_me.Id);
        var page = Render<ProjectsPage>();
        page.WaitForElement(".mine li");
        return page;
    }

    private new async Task AddAsync(params CoCreateStudio.Domain.Entity[] rows)
    {
        if (!_added)
        {
            _added = true;
            await base.AddAsync(_one, _two, _closed);
        }

        await base.AddAsync(rows);
    }
}
