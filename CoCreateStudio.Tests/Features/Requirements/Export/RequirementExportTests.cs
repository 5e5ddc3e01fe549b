using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Export;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Features.Requirements.Views;
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

    [Fact]
    public async Task Each_view_of_the_project_is_a_sheet_with_its_own_rows_columns_and_name()
    {
        var place = await Place.MakeAsync(studio);
        await place.AddAsync((RequirementField.Title, "Low one"), (RequirementField.Urgency, nameof(Urgency.Low)));
        await place.AddAsync((RequirementField.Title, "High one"), (RequirementField.Urgency, nameof(Urgency.High)));
        await using var lead = await place.As(ProjectRole.Lead);
        var views = lead.Get<ViewStore>();
        await views.AddSharedAsync(place.Id, "Urgent: [all]/now", new("?urgency=High&cols=title", default), Token);
        await views.AddSharedAsync(place.Id, "All", new("?by=none&cols=no,title,urgency", default), Token);
        await views.AddMineAsync(place.Id, "Only mine", new("?cols=title", default), Token);

        using var file = await WriteAsync(lead, place, (export, output, project) => export.WriteViewsAsync(output, project, "https://studio.example.com", Token));

        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(book, Token));
        Assert.Equal(["Cover", "All", "Urgent   all  now"], book.WorkbookPart!.Workbook.Descendants<Sheet>().Select(s => s.Name!.Value!).Where(n => n != "Lists"));
        Assert.Equal((2, 1), (Texts(book, "All").Count(t => t.EndsWith(" one", StringComparison.Ordinal)), Texts(book, "Urgent   all  now").Count(t => t.EndsWith(" one", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_view_that_names_what_is_gone_is_still_a_sheet()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        await lead.Get<ViewStore>().AddSharedAsync(place.Id, "Old", new($"?customer={Guid.NewGuid()}&by=gone&sort=gone&cols=gone,title", default), Token);

        using var file = await WriteAsync(lead, place, (export, output, project) => export.WriteViewsAsync(output, project, "https://studio.example.com", Token));

        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(book, Token));
    }

    private static Task<MemoryStream> WriteAsync(Acting reader, Place place, IReadOnlyList<string> columns) =>
        WriteAsync(reader, place, (export, output, project) => export.WriteAsync(output, project, "https://studio.example.com", Flat, columns, Token));

    private static async Task<MemoryStream> WriteAsync(Acting reader, Place place, Func<RequirementExport, Stream, VisibleProject, Task> write)
    {
        var project = (await reader.Get<IAccess>().ProjectsAsync(Token)).Single(p => p.Id == place.Id);
        MemoryStream file = new();
        await write(reader.Get<RequirementExport>(), file, project);
        file.Position = 0;
        return file;
    }

    private static IEnumerable<string> Texts(SpreadsheetDocument book, string tab) =>
        ((WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook.Descendants<Sheet>().Single(s => s.Name == tab).Id!)).Worksheet.Descendants<Cell>().Select(c => c.InnerText);

    private static IEnumerable<string> Texts(SpreadsheetDocument book) =>
        book.WorkbookPart!.WorksheetParts.SelectMany(w => w.Worksheet.Descendants<Cell>()).Select(c => c.InnerText);
}
