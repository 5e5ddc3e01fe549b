using Bunit;
using Bunit.TestDoubles;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Import;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Tests.Support;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Sections;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Features.Requirements.Import;

public sealed class ImportPageTests : PageTest
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_file_is_dropped_looked_at_and_imported()
    {
        var project = await ProjectAsync(ProjectRole.Lead);
        var page = await OpenAsync(project, new WorkbookBuilder().Sheet().Row("问题描述", "紧急程度", "提出日期").Row("附件丢失", "高", "2026-03-01").Row("打印错误", "中", "31.11.2026"));

        page.WaitForAssertion(() => Assert.Contains("Import 1 rows, leave out 1", page.Find(".btn.primary").TextContent, StringComparison.Ordinal), Long);
        Assert.Equal(["2", "1", "1", "0", "0", "0"], page.FindAll(".cnt b").Select(b => b.TextContent));
        Assert.Equal("C3 · Reported at", page.Find(".fix label").TextContent);
        page.Find(".fix input").Change("30.11.2026");
        page.WaitForAssertion(() => Assert.Contains("Import 2 rows", page.Find(".btn.primary").TextContent, StringComparison.Ordinal), Long);
        await page.Find(".btn.primary").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("import=", Nav.Uri, StringComparison.Ordinal), Long);
        var rows = await RowsAsync(project);
        Assert.Equal(["附件丢失", "打印错误"], rows.Select(r => r.Title));
        Assert.All(rows, r => Assert.True(r.Shared));
    }

    [Fact]
    public async Task A_refused_file_says_why_and_another_can_be_chosen()
    {
        var project = await ProjectAsync(ProjectRole.Pm);
        var page = Page(project);

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary("%PDF-1.7"u8.ToArray(), "a.xlsx"));

        page.WaitForAssertion(() => Assert.Contains("This is not an Excel or CSV file.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal), Long);
        Assert.NotNull(page.Find("input[type=file]"));
    }

    [Fact]
    public async Task Without_a_column_of_words_nothing_can_be_imported_until_one_is_chosen()
    {
        var project = await ProjectAsync(ProjectRole.Lead);
        var page = await OpenAsync(project, new WorkbookBuilder().Sheet().Row("版本", "颜色").Row("V3", "红").Row("V4", "蓝"));
        page.WaitForAssertion(() => Assert.Contains("No column says what a row is about.", page.Markup, StringComparison.Ordinal), Long);
        Assert.True(page.Find(".btn.primary").HasAttribute("disabled"));

        page.FindAll(".map select")[0].Change("Description");

        page.WaitForAssertion(() => Assert.Contains("Import 2 rows", page.Find(".btn.primary").TextContent, StringComparison.Ordinal), Long);
        page.WaitForAssertion(() => Assert.False(page.Find(".btn.primary").HasAttribute("disabled")), Long);
    }

    [Fact]
    public async Task A_past_import_is_undone_from_its_list()
    {
        var project = await ProjectAsync(ProjectRole.Lead);
        await Get<ImportStore>().WriteAsync(project.Id, ImportSheets.Order(ImportSheets.Row()), Token);
        var page = Page(project);

        await page.Find(".imp-past button").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("undone", page.Find(".imp-past").TextContent, StringComparison.Ordinal), Long);
        Assert.NotNull(Assert.Single(await RowsAsync(project)).ArchivedAt);
    }

    [Fact]
    public async Task The_page_is_not_there_for_whoever_may_not_import()
    {
        var project = await ProjectAsync(ProjectRole.Member);

        Assert.Empty(Page(project).FindAll("input[type=file]"));
    }

    [Fact]
    public async Task It_speaks_Chinese()
    {
        using var language = Language.Use("zh-Hans");
        var project = await ProjectAsync(ProjectRole.Lead);

        Assert.Contains("将文件拖到这里", Page(project).Markup, StringComparison.Ordinal);
    }

    private BunitNavigationManager Nav => Get<BunitNavigationManager>();

    private async Task<Project> ProjectAsync(ProjectRole role)
    {
        var (project, person, customer) = (Samples.Project(), Samples.Person(), Samples.Customer());
        await AddAsync(project, person, customer, Samples.Membership(project.Id, person.Id, role), Samples.Participation(project.Id, customer.Id));
        await BecomeAsync(person.Id);
        return project;
    }

    private IRenderedComponent<ImportPage> Page(Project project)
    {
        Render<SectionOutlet>(o => o.Add(s => s.SectionName, "crumb"));
        return Render<ImportPage>(p => p.Add(x => x.ProjectKey, project.Key));
    }

    private Task<IRenderedComponent<ImportPage>> OpenAsync(Project project, SheetBuilder sheet)
    {
        var page = Page(project);
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(sheet.Build().ToArray(), "list.xlsx"));
        return Task.FromResult(page);
    }

    private async Task<List<Requirement>> RowsAsync(Project project)
    {
        await using var db = await Get<IDbContextFactory<StudioDb>>().CreateDbContextAsync(Token);
        return await db.Set<Requirement>().IgnoreQueryFilters().Where(r => r.ProjectId == project.Id).OrderBy(r => r.Number).ToListAsync(Token);
    }
}
