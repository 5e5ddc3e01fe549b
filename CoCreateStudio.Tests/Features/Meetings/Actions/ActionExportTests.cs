using CoCreateStudio.Domain.Access;
using CoCreateStudio.Features.Meetings.Actions;
using CoCreateStudio.Features.Meetings.Decisions;
using CoCreateStudio.Kit;
using CoCreateStudio.Tests.Support;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace CoCreateStudio.Tests.Features.Meetings.Actions;

public sealed class ActionExportTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ProjectRole.Viewer, 2)]
    [InlineData(ProjectRole.Customer, 1)]
    public async Task Actions_go_out_as_the_reader_sees_them_in_their_order_and_no_text_is_a_formula(ProjectRole role, int rows)
    {
        var place = await Place.MakeAsync(studio);
        Spoken spoken = new(studio, place);
        await spoken.ActionAsync(await spoken.HeldAsync(null), "second");
        await spoken.ActionAsync(await spoken.HeldAsync(place.Ours.Id), "=1+1", "+Lin", 3);
        await using var reader = await place.As(role);

        using var book = await WrittenAsync(reader, place, (file, project) => reader.Get<ActionExport>().WriteAsync(file, project, "https://studio.example.com", ActionFilter.OfOpen, Ct));

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(book, Ct));
        Assert.DoesNotContain(book.WorkbookPart!.WorksheetParts.SelectMany(w => w.Worksheet.Descendants<CellFormula>()), f => !f.Text.StartsWith("HYPERLINK", StringComparison.Ordinal));
        Assert.Equal(new[] { "=1+1", "second" }[..rows], Texts(book).Where(t => t is "=1+1" or "second"));
    }

    [Fact]
    public async Task Open_issues_and_decisions_go_out_too_and_the_cover_says_the_filter()
    {
        var place = await Place.MakeAsync(studio);
        Spoken spoken = new(studio, place);
        var meeting = await spoken.HeldAsync(place.Ours.Id);
        await spoken.IssueAsync(meeting, "Who pays?", "Lin");
        await spoken.DecisionAsync(meeting, "We pay", "Lin", "It is ours");
        await using var reader = await place.As(ProjectRole.Viewer);

        using var issues = await WrittenAsync(reader, place, (file, project) => reader.Get<ActionExport>().WriteAsync(file, project, "https://studio.example.com", new() { Of = ActionKind.Issues, Text = "pays" }, Ct));
        using var decisions = await WrittenAsync(reader, place, (file, project) => reader.Get<DecisionExport>().WriteAsync(file, project, "https://studio.example.com", new() { Person = "Lin" }, Ct));

        Assert.Contains("Who pays?", Texts(issues));
        Assert.Contains(Texts(issues), t => t.Contains("“pays”", StringComparison.Ordinal));
        Assert.Contains("It is ours", Texts(decisions));
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(decisions, Ct));
    }

    private static async Task<SpreadsheetDocument> WrittenAsync(Acting reader, Place place, Func<Stream, VisibleProject, Task> write)
    {
        var project = (await reader.Get<IAccess>().ProjectsAsync(Ct)).Single(p => p.Id == place.Id);
        MemoryStream file = new();
        await write(file, project);
        file.Position = 0;
        return SpreadsheetDocument.Open(file, isEditable: false);
    }

    private static IEnumerable<string> Texts(SpreadsheetDocument book) => book.WorkbookPart!.WorksheetParts.SelectMany(w => w.Worksheet.Descendants<Cell>()).Select(c => c.InnerText);
}
