using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.RoundTrip;
using CoCreateStudio.Features.Requirements.RoundTrip;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Kit;
using CoCreateStudio.Tests.Kit.Excel.Writing;
using CoCreateStudio.Tests.Support;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Features.Requirements.RoundTrip;

public sealed class CustomerExportTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private const string Tab = "Requirements";

    private static readonly RequirementFilter All = new() { Statuses = [] };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_file_is_valid_and_has_only_what_this_customer_may_see()
    {
        var place = await Place.MakeAsync(studio);
        await place.AddSharedAsync((RequirementField.Title, "Shared"), (RequirementField.InternalNote, "only ours"));
        await place.AddAsync((RequirementField.Title, "Not shared"), (RequirementField.Customer, place.Ours.Id.ToString()));
        await place.AddAsync((RequirementField.Title, "Of others"), (RequirementField.Customer, place.Theirs.Id.ToString()), (RequirementField.Shared, bool.TrueString));

        using var book = await SendAsync(place, All);

        Assert.Empty(book.Problems());
        var words = string.Join('\n', Sheets(book).SelectMany(s => s.Descendants<Cell>()).Select(c => c.InnerText));
        Assert.Contains("Shared", words, StringComparison.Ordinal);
        Assert.DoesNotContain("only ours", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Not shared", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Of others", words, StringComparison.Ordinal);
        Assert.DoesNotContain("internal", words, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_filter_cannot_ask_for_what_the_customer_does_not_see()
    {
        var place = await Place.MakeAsync(studio);
        await place.AddSharedAsync((RequirementField.Title, "With a note"), (RequirementField.InternalNote, "secret"));
        await place.AddSharedAsync((RequirementField.Title, "Without one"));

        using var book = await SendAsync(place, All.With(RequirementField.InternalNote, "secret"));

        Assert.Equal(2, (await SentAsync(place)).Rows);
        Assert.DoesNotContain("secret", book.Text("Cover", "C6"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Their_columns_are_open_ours_are_locked_and_the_status_opens_where_the_step_is_theirs()
    {
        var place = await Place.MakeAsync(studio);
        var delivered = await DeliveredAsync(place);
        var fresh = await place.AddSharedAsync((RequirementField.Title, "New one"));

        using var book = await SendAsync(place, All with { SortedBy = "no" });

        var columns = book.Row(Tab, 1);
        foreach (var (row, item) in new[] { delivered, fresh }.Select((item, i) => (3 + i, item)))
            for (var c = 0; c < columns.Count; c++)
            {
                var field = RequirementColumns.FieldOf(columns[c]);
                var isOpen = columns[c] == "screenshots" || (field == RequirementField.Status ? item == delivered : field?.IsWrittenBy(Side.Customer) == true);
                Assert.Equal((columns[c], isOpen), (columns[c], IsOpen(book, c, row)));
            }

        Assert.True(book.Sheet(Tab).GetFirstChild<SheetProtection>() is { Sheet.Value: true, Password: null, AutoFilter.Value: false, Sort.Value: false, FormatColumns.Value: false, InsertRows.Value: false });
    }

    [Fact]
    public async Task Empty_rows_with_the_lists_stand_below()
    {
        var place = await Place.MakeAsync(studio);
        await place.AddSharedAsync((RequirementField.Title, "One"));

        using var book = await SendAsync(place, All);

        var rows = book.Sheet(Tab).Descendants<Row>().ToList();
        Assert.Equal(2 + 1 + 50, rows.Count);
        var columns = book.Row(Tab, 1).ToList();
        Assert.True(IsOpen(book, columns.IndexOf("title"), 53));
        Assert.False(IsOpen(book, columns.IndexOf("status"), 53));
        var lists = book.Sheet(Tab).Descendants<DataValidation>().ToDictionary(v => v.SequenceOfReferences!.InnerText!, v => Choices(book, v.Formula1!.Text));
        Assert.Equal(["F3:F53", "G3:G53"], lists.Keys.Order());
        Assert.Equal(["Critical", "High", "Medium", "Low"], lists["F3:F53"]);
        Assert.Equal(["In progress", "Delivered", "Verified"], lists["G3:G53"]);
        Assert.Equal("A2:R53", book.Sheet(Tab).GetFirstChild<AutoFilter>()!.Reference);
        Assert.Equal("1", book.Text("Cover", $"C{book.Sheet("Cover").Descendants<Row>().Max(r => r.RowIndex!.Value)}"));
    }

    [Fact]
    public async Task The_stamp_and_the_keys_are_hidden_and_what_was_sent_is_kept()
    {
        var place = await Place.MakeAsync(studio);
        using var _ = Language.Use("en");
        var row = await place.AddSharedAsync((RequirementField.Title, "One"), (RequirementField.Description, "Long\ntext"), (RequirementField.ReportedAt, "2026-02-03T04:05:06.0000000Z"));

        using var book = await SendAsync(place, All);

        var sent = await SentAsync(place);
        Assert.Equal((sent.Id, row.Id.ToString()), (SentStamp.Read(book.Text(Tab, "A1")), book.Text(Tab, "A3")));
        Assert.True(book.Sheet(Tab).Descendants<Row>().First().Hidden!.Value);
        Assert.True(book.Sheet(Tab).Descendants<Column>().First().Hidden!.Value);
        Assert.Equal((place.Ours.Id, "en", 1, null), (sent.CustomerId, sent.Language, sent.Rows, sent.RevokedAt));
        var values = SentValues.Unpack(await PiecesAsync(sent))[row.Id];
        Assert.All(SentTable.Fields, f => Assert.Equal(row.Read(f), values[f]));
    }

    [Fact]
    public async Task A_table_from_before_its_rows_were_kept_in_pieces_is_understood_too()
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddSharedAsync((RequirementField.Title, "One"));
        using var book = await SendAsync(place, All);
        var sent = await SentAsync(place);
        var values = (await PiecesAsync(sent)).Single();
        await studio.InDbAsync(db => db.Set<SentTable>().IgnoreQueryFilters().Where(t => t.Id == sent.Id).ExecuteUpdateAsync(t => t.SetProperty(x => x.Values, values)));
        await studio.InDbAsync(db => db.Set<SentPiece>().IgnoreQueryFilters().Where(p => p.TableId == sent.Id).ExecuteDeleteAsync());
        await using var lead = await place.As(ProjectRole.Lead);

        var returned = await lead.Get<SentTableStore>().FindAsync(place.Id, sent.Id, Token);

        Assert.Equal("One", returned.Sent[row.Id][RequirementField.Title]);
    }

    [Theory]
    [InlineData("en", "How to fill in", "How to fill in this table", "如何填写此表")]
    [InlineData("zh-Hans", "填写说明", "如何填写此表", "How to fill in this table")]
    public async Task The_guidance_speaks_both_languages_the_readers_first(string language, string tab, string first, string second)
    {
        var place = await Place.MakeAsync(studio);
        using var _ = Language.Use(language);

        using var book = await SendAsync(place, All, "Mei Sends " + place.Project.Key);

        var lines = book.Sheet(tab).Descendants<Cell>().Select(c => c.InnerText).ToList();
        Assert.Equal(first, lines[0]);
        Assert.Contains(second, lines);
        Assert.Equal(2, lines.Count(l => l.Contains("Mei Sends " + place.Project.Key, StringComparison.Ordinal) && l.Contains("@example.com", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_begins_like_a_formula_is_text()
    {
        var place = await Place.MakeAsync(studio);
        string[] texts = ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\")"];
        foreach (var text in texts) await place.AddSharedAsync((RequirementField.Title, text), (RequirementField.Notes, text));

        using var book = await SendAsync(place, All);

        Assert.Empty(Sheets(book).SelectMany(s => s.Descendants<CellFormula>()));
        Assert.Equal(texts.Order(), Enumerable.Range(3, texts.Length).Select(r => book.Text(Tab, $"C{r}")).Order());
        Assert.All(Enumerable.Range(3, texts.Length), r => Assert.Equal(49u, book.Format(Tab, $"C{r}").NumberFormatId!.Value));
    }

    [Fact]
    public async Task A_customer_that_takes_no_part_gets_nothing_and_nothing_is_kept()
    {
        var (place, other) = (await Place.MakeAsync(studio), await Place.MakeAsync(studio));
        await using var lead = await place.As(ProjectRole.Lead);

        await Refused.ByAsync(nameof(RuleText.NotACustomerHere), () => WriteAsync(lead, place, All, other.Ours.Id));

        Assert.Empty(await studio.InDbAsync(db => db.Set<SentTable>().IgnoreQueryFilters().Where(t => t.ProjectId == place.Id).ToListAsync()));
    }

    [Theory]
    [InlineData(ProjectRole.Lead, true)]
    [InlineData(ProjectRole.Member, true)]
    [InlineData(ProjectRole.Viewer, false)]
    [InlineData(ProjectRole.Customer, false)]
    public async Task Whoever_edits_requirements_may_send_them(ProjectRole role, bool may)
    {
        var place = await Place.MakeAsync(studio);
        await using var acting = await place.As(role);

        if (may) await WriteAsync(acting, place, All, place.Ours.Id);
        else await Refused.ByAsync(nameof(RuleText.NotAllowed), () => WriteAsync(acting, place, All, place.Ours.Id));
    }

    private static async Task<Requirement> DeliveredAsync(Place place) =>
        await place.AddSharedAsync((RequirementField.Title, "Delivered one"), (RequirementField.Status, nameof(RequirementStatus.Delivered)));

    private Task<SentTable> SentAsync(Place place) => studio.InDbAsync(db => db.Set<SentTable>().IgnoreQueryFilters().SingleAsync(t => t.ProjectId == place.Id));

    private Task<List<byte[]>> PiecesAsync(SentTable sent) =>
        studio.InDbAsync(db => db.Set<SentPiece>().IgnoreQueryFilters().Where(p => p.TableId == sent.Id).OrderBy(p => p.Piece).Select(p => p.Bytes).ToListAsync());

    private static async Task<WrittenBook> SendAsync(Place place, RequirementFilter filter, string? name = null)
    {
        await using var lead = await place.As(ProjectRole.Lead, name);
        return new(await WriteAsync(lead, place, filter, place.Ours.Id));
    }

    private static async Task<MemoryStream> WriteAsync(Acting sender, Place place, RequirementFilter filter, Guid customer)
    {
        var project = (await sender.Get<IAccess>().ProjectsAsync(Token)).Single(p => p.Id == place.Id);
        MemoryStream file = new();
        await sender.Get<CustomerExport>().WriteAsync(file, project, "https://studio.example.com", filter, customer, Token);
        return file;
    }

    private static IEnumerable<Worksheet> Sheets(WrittenBook book) => book.Tabs.Select(book.Sheet);

    private static bool IsOpen(WrittenBook book, int column, int row) =>
        book.Format(Tab, $"{(char)('A' + column)}{row}").Protection?.Locked?.Value == false;

    private static IEnumerable<string> Choices(WrittenBook book, string name)
    {
        var range = book.Name(name).Split('!')[1].Replace("$", "", StringComparison.Ordinal).Split(':');
        var column = range[0][..1];
        return Enumerable.Range(int.Parse(range[0][1..], System.Globalization.CultureInfo.InvariantCulture), int.Parse(range[1][1..], System.Globalization.CultureInfo.InvariantCulture)).Select(r => book.Text("Lists", $"{column}{r}"));
    }
}
