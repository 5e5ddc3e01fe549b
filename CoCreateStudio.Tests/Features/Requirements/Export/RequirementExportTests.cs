using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Export;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Kit;
using CoCreateStudio.Tests.Support;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace CoCreateStudio.Tests.Features.Requirements.Export;

public sealed class RequirementExportTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static readonly RequirementFilter Flat = new() { GroupedBy = GroupBy.None, Statuses = [] };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_file_has_the_rows_of_the_screen_in_its_order_and_is_valid()
    {
        var place = await Place.MakeAsync(studio);
        await place.AddAsync((RequirementField.Title, "First"), (RequirementField.Urgency, nameof(Urgency.High)));
        await place.AddAsync((RequirementField.Title, "=1+1"));
        await using var viewer = await place.As(ProjectRole.Viewer);

        using var file = await WriteAsync(viewer, place, ["title", "urgency"]);

        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(book, Token));
        Assert.Equal(["=1+1", "First", "High"], Texts(book).Where(t => t is "=1+1" or "First" or "High"));
        Assert.Empty(book.WorkbookPart!.WorksheetParts.SelectMany(w => w.Worksheet.Descendants<CellFormula>()));
    }

    [Theory]
    [InlineData(ProjectRole.Viewer, true)]
    [InlineData(ProjectRole.Customer, false)]
    public async Task What_stays_inside_is_in_no_customers_file(ProjectRole role, bool isThere)
    {
        var place = await Place.MakeAsync(studio);
        await place.AddSharedAsync((RequirementField.Title, "Shared"), (RequirementField.InternalNote, "only ours"));
        await using var reader = await place.As(role);

        using var file = await WriteAsync(reader, place, ["title", "internalnote"]);

        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Contains("Shared", Texts(book));
        Assert.Equal(isThere, Texts(book).Contains("only ours"));
    }

    private static async Task<MemoryStream> WriteAsync(Acting reader, Place place, IReadOnlyList<string> columns)
    {
        var project = (await reader.Get<IAccess>().ProjectsAsync(Token)).Single(p => p.Id == place.Id);
        MemoryStream file = new();
        await reader.Get<RequirementExport>().WriteAsync(file, project, "https://studio.example.com", Flat, columns, Token);
        file.Position = 0;
        return file;
    }

    private static IEnumerable<string> Texts(SpreadsheetDocument book) =>
        book.WorkbookPart!.WorksheetParts.SelectMany(w => w.Worksheet.Descendants<Cell>()).Select(c => c.InnerText);
}
