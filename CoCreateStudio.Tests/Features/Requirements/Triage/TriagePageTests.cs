using Bunit;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Triage;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Features.Requirements.Triage;

public sealed class TriagePageTests : PageTest
{
    private readonly Project _project = Samples.Project();
    private readonly List<Requirement> _rows = [];

    [Fact]
    public async Task A_decision_is_saved_at_once_and_the_next_one_shown()
    {
        var page = await OpenAsync(3);
        Assert.Contains("1 of 3", page.Find(".facts").TextContent, StringComparison.Ordinal);

        await ActAsync(page, _rows[0], "accept");

        page.WaitForAssertion(() => Assert.Contains($"R-{_rows[1].Number}", page.Find(".said-by").TextContent, StringComparison.Ordinal));
        Assert.Contains("2 of 3", page.Find(".facts").TextContent, StringComparison.Ordinal);
        Assert.Equal(RequirementStatus.Accepted, (await ReadAsync(_rows[0])).Status);
    }

    [Fact]
    public async Task A_key_that_was_pressed_for_another_one_decides_nothing()
    {
        var page = await OpenAsync(2);

        await ActAsync(page, _rows[1], "accept");

        Assert.Equal((RequirementStatus.New, RequirementStatus.New), ((await ReadAsync(_rows[0])).Status, (await ReadAsync(_rows[1])).Status));
    }

    [Fact]
    public async Task Declining_asks_why_and_keeps_the_reason()
    {
        var page = await OpenAsync(1);
        await ActAsync(page, _rows[0], "decline");

        page.Find(".askline input").Input("Out of scope");
        await page.Find(".askline form").SubmitAsync();

        page.WaitForAssertion(() => Assert.NotNull(page.Find(".alldone")));
        var row = await ReadAsync(_rows[0]);
        Assert.Equal((RequirementStatus.Declined, "Out of scope"), (row.Status, row.StatusReason));
    }

    [Fact]
    public async Task Undo_brings_the_last_one_back_even_from_the_end()
    {
        var page = await OpenAsync(1);
        await ActAsync(page, _rows[0], "plan");
        page.WaitForAssertion(() => Assert.NotNull(page.Find(".alldone")));

        await page.InvokeAsync(() => page.Instance.Act(0, "undo"));

        page.WaitForAssertion(() => Assert.Contains($"R-{_rows[0].Number}", page.Find(".said-by").TextContent, StringComparison.Ordinal));
        Assert.Equal(RequirementStatus.New, (await ReadAsync(_rows[0])).Status);
    }

    [Theory]
    [InlineData("accept")]
    [InlineData(nameof(Urgency.Critical))]
    public async Task Undo_that_is_pressed_while_it_is_saved_waits_for_it(string act)
    {
        var page = await OpenAsync(2);
        await ActAsync(page, _rows[0], nameof(Urgency.Low));

        // Both keys are there before the first is saved.
        await page.InvokeAsync(() => Task.WhenAll(page.Instance.Act(_rows[0].Number, act), page.Instance.Act(_rows[0].Number, "undo")));

        page.WaitForAssertion(() => Assert.Contains($"R-{_rows[0].Number}", page.Find(".said-by").TextContent, StringComparison.Ordinal));
        var row = await ReadAsync(_rows[0]);
        Assert.Equal((RequirementStatus.New, Urgency.Low), (row.Status, row.Urgency));
    }

    [Fact]
    public async Task A_duplicate_is_merged_with_what_was_found()
    {
        var page = await OpenAsync(2, "Export drops a column", "Export drops the last column");
        await ActAsync(page, _rows[0], "merge");
        page.WaitForAssertion(() => Assert.Contains($"R-{_rows[1].Number}", page.Find("#same-found").TextContent, StringComparison.Ordinal));

        await page.Find(".askline form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains($"R-{_rows[1].Number}", page.Find(".said-by").TextContent, StringComparison.Ordinal));
        var row = await ReadAsync(_rows[0]);
        Assert.Equal((RequirementStatus.Duplicate, _rows[1].Id), (row.Status, row.DuplicateOfId));
    }

    [Fact]
    public async Task What_is_snoozed_leaves_the_queue_until_its_day()
    {
        var page = await OpenAsync(2);
        await ActAsync(page, _rows[0], "snooze");

        await page.FindAll(".askline button")[0].ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains($"R-{_rows[1].Number}", page.Find(".said-by").TextContent, StringComparison.Ordinal));
        Assert.Equal(DateOnly.FromDateTime(Clock.Now.UtcDateTime).AddDays(1), (await ReadAsync(_rows[0])).SnoozedUntil);
    }

    [Fact]
    public async Task An_urgency_is_set_without_leaving_the_requirement()
    {
        var page = await OpenAsync(1);

        await ActAsync(page, _rows[0], nameof(Urgency.Critical));

        Assert.Equal(Urgency.Critical, (await ReadAsync(_rows[0])).Urgency);
        Assert.Contains($"R-{_rows[0].Number}", page.Find(".said-by").TextContent, StringComparison.Ordinal);
        await ActAsync(page, _rows[0], "undo");
        Assert.Null((await ReadAsync(_rows[0])).Urgency);
    }

    [Fact]
    public async Task What_a_colleague_decided_before_is_told_and_not_overwritten()
    {
        var page = await OpenAsync(2);
        await using (var db = await Get<ProjectDbFactory>().OpenAsync(_project.Id, Right.EditRequirements, Token))
        {
            (await db.Set<Requirement>().SingleAsync(r => r.Id == _rows[0].Id, Token)).MoveTo(RequirementStatus.Declined, "no", Clock.Now.UtcDateTime);
            await db.SaveChangesAsync(Token);
        }

        await ActAsync(page, _rows[0], "accept");

        page.WaitForAssertion(() => Assert.Contains($"R-{_rows[1].Number}", page.Find(".said-by").TextContent, StringComparison.Ordinal));
        Assert.Equal(RequirementStatus.Declined, (await ReadAsync(_rows[0])).Status);
    }

    private async Task<IRenderedComponent<TriagePage>> OpenAsync(int count, params string[] titles)
    {
        var person = Samples.Person();
        await AddAsync(_project, person, Samples.Membership(_project.Id, person.Id, ProjectRole.Pm));
        for (var i = 0; i < count; i++)
            _rows.Add(new(_project.Id, i + 1, titles.ElementAtOrDefault(i) ?? $"Need {i + 1}", null, Clock.Now.UtcDateTime.AddMinutes(i - count), "Mei"));
        await AddAsync([.. _rows]);
        await BecomeAsync(person.Id);
        var page = Render<TriagePage>(p => p.Add(t => t.ProjectKey, _project.Key));
        page.WaitForAssertion(() => Assert.NotNull(page.Find(".said-by")));
        return page;
    }

    private static Task ActAsync(IRenderedComponent<TriagePage> page, Requirement seen, string act) => page.InvokeAsync(() => page.Instance.Act(seen.Number, act));

    private async Task<Requirement> ReadAsync(Requirement row)
    {
        await using var db = await Get<ProjectDbFactory>().OpenAsync(_project.Id, Right.ViewProject, Token);
        return await db.Set<Requirement>().AsNoTracking().SingleAsync(r => r.Id == row.Id, Token);
    }
}
