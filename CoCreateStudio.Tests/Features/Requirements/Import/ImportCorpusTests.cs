using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Import;
using CoCreateStudio.Kit.Excel.Reading;
using CoCreateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Features.Requirements.Import;

/// <summary>Real files, from the drop to the rows in the table.</summary>
public sealed class ImportCorpusTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_reviewed_issues_of_14_come_with_status_and_reason()
    {
        var (_, rows) = await ImportAsync("14");

        Assert.Equal(15, rows.Count);
        Assert.Equal((14, 1), (rows.Count(r => r.Status == RequirementStatus.Accepted), rows.Count(r => r.Status == RequirementStatus.Declined)));
        Assert.Equal(("背景介绍过于简单，没有起到说明的作用", "该段进行修改", "1"), (rows[0].Title, rows[0].StatusReason, rows[0].Extra["问题序号"]));
    }

    [Fact]
    public async Task All_pictures_of_10_hang_on_their_rows()
    {
        var (run, rows) = await ImportAsync("10");

        Assert.Equal((18, 31), (rows.Count, run.Pictures));
        Assert.Equal(2, rows.Count(r => r.Category == "新问题"));
    }

    [Fact]
    public async Task A_list_without_headings_like_13_keeps_pictures_and_link()
    {
        var (run, rows) = await ImportAsync("13");

        Assert.Equal((2, 2), (rows.Count, run.Pictures));
        Assert.Equal(["搜索", "期次"], rows.Select(r => r.Category));
    }

    [Fact]
    public async Task All_27_formats_of_40_are_the_same_moment()
    {
        var (_, rows) = await ImportAsync("40", "dateStringCn");

        Assert.Equal(27, rows.Count);
        Assert.All(rows, r => Assert.Equal(new DateTime(2019, 12, 31, 17, 1, 1, DateTimeKind.Utc), r.ReportedAt));
    }

    [Theory]
    [InlineData("34", "", 71)]
    [InlineData("37", "字符串标题", 10)]
    [InlineData("49", "材质", 1)]
    [InlineData("36", "", 3)]
    [InlineData("20", "", 2)]
    public async Task Other_lists_arrive_whole(string file, string describes, int count)
    {
        var (_, rows) = await ImportAsync(file, describes);

        Assert.Equal(count, rows.Count);
    }

    [Theory]
    [InlineData("43", nameof(ReadingText.PasswordProtected))]
    [InlineData("44", nameof(ReadingText.Unsafe))]
    [InlineData("46", nameof(ReadingText.LockFile))]
    public async Task What_cannot_be_read_is_refused_in_one_sentence(string start, string reason)
    {
        await using var file = Corpus.Open(start);

        var refusal = await Assert.ThrowsAsync<FileRefusedException>(() => ImportSession.OpenAsync(file, file.Name, null, Token));

        Assert.Equal(reason, refusal.Reason);
        Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
    }

    private async Task<(ImportRun Run, List<Requirement> Rows)> ImportAsync(string start, string describes = "")
    {
        await using var file = Corpus.Open(start);
        using var session = await ImportSheets.OpenAsync(file, fileName: file.Name);
        if (describes.Length > 0)
        {
            session.Map(session.Tables[session.Shown].Columns.First(c => c.Heading == describes), ImportSheets.Target("Description"));
            await session.ReadAsync();
        }

        var project = Samples.Project();
        await studio.AddAsync(project);
        await using var lead = await studio.AsRole(project.Id, ProjectRole.Lead);
        Assert.Empty(session.Preview.Rows.SelectMany(r => r.Problems).Select(p => p.Cell + " " + p.Problem.Text));
        var run = await lead.Get<ImportStore>().WriteAsync(project.Id, new ImportOrder(file.Name, [.. session.Preview.Rows.Where(r => r.IsTaken)], 0), Token);
        return (run, await studio.InDbAsync(db => db.Set<Requirement>().IgnoreQueryFilters().Where(r => r.ProjectId == project.Id).OrderBy(r => r.Number).ToListAsync()));
    }
}
