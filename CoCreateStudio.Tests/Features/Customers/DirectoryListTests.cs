using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Features.Customers.Directory;
using CoCreateStudio.Tests.Kit.Excel.Writing;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Customers;

public sealed class DirectoryListTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private readonly string _mark = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task Companies_are_found_by_what_is_known_of_them()
    {
        var place = await Place.MakeAsync(studio);
        await using var viewer = await place.As(ProjectRole.Viewer);
        var (small, large) = (Company("Ash", "Lighting", SizeTier.Small, "Treviso"), Company("Birch", "Medical", SizeTier.Large, "Chicago"));
        await studio.AddAsync(small, large);
        await studio.AddAsync(new Contact(large.Id, new("Emily Carter", HasAuthority: true)), Samples.Participation(place.Id, large.Id));
        var list = viewer.Get<DirectoryList>();
        async Task<string> FoundAsync(DirectoryFilter filter) =>
            string.Join(' ', (await list.ReadAsync(filter, Ct)).Rows.Where(r => r.Id == small.Id || r.Id == large.Id).Select(r => r.ShortName));

        Assert.Equal("Ash Birch", await FoundAsync(new()));
        Assert.Equal("Birch Ash", await FoundAsync(new() { SortedBy = "name", Descending = true }));
        Assert.Equal("Birch Ash", await FoundAsync(new() { SortedBy = "size" }));
        Assert.Equal("Birch", await FoundAsync(new() { Text = "emily" }));
        Assert.Equal("Ash", await FoundAsync(new() { Industry = "lighting" }));
        Assert.Equal("Birch", await FoundAsync(new() { Size = SizeTier.Large }));
        Assert.Equal("Ash", await FoundAsync(new() { Region = "Treviso" }));
        Assert.Equal("Birch", await FoundAsync(new() { Project = place.Project.Key.ToLowerInvariant() }));
        Assert.Equal("Ash", await FoundAsync(new() { Project = DirectoryFilter.NoProject }));
        var row = (await list.ReadAsync(new(), Ct)).Rows.Single(r => r.Id == large.Id);
        Assert.Equal((1, 1, place.Project.Key), (row.Contacts, row.Speaking, Assert.Single(row.Projects).Key));
    }

    [Fact]
    public async Task Projects_that_the_reader_does_not_see_are_not_named()
    {
        var (place, hidden) = (await Place.MakeAsync(studio), await Place.MakeAsync(studio));
        await using var viewer = await place.As(ProjectRole.Viewer);

        var row = (await viewer.Get<DirectoryList>().ReadAsync(new(), Ct)).Rows.Single(r => r.Id == hidden.Ours.Id);

        Assert.Empty(row.Projects);
    }

    [Fact]
    public async Task Companies_that_may_be_one_point_to_each_other_and_those_put_away_are_left_out()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        Customer one = new($"Kestrel {_mark}x GmbH"), two = new($"KESTREL {_mark}X"), away = new($"Kestrel {_mark}x AG");
        away.Archive(Samples.Now, 0);
        await studio.AddAsync(one, two, away);

        var view = await lead.Get<DirectoryList>().ReadAsync(new() { AlikeOnly = true, Text = _mark }, Ct);

        Assert.Equal([(one.Id, two.Id), (two.Id, one.Id)], view.Rows.OrderBy(r => r.Id == two.Id).Select(r => (r.Id, Assert.Single(r.Alike).Id)));
        Assert.Equal(away.Id, Assert.Single((await lead.Get<DirectoryList>().ReadAsync(new() { Away = true, Text = _mark }, Ct)).Rows).Id);
    }

    [Fact]
    public async Task The_workbook_has_the_rows_of_the_screen_and_their_people()
    {
        var place = await Place.MakeAsync(studio);
        await using var viewer = await place.As(ProjectRole.Viewer);
        var (shown, other) = (Company("Shown", "Lighting", SizeTier.Small, "Treviso"), Company("Other", "Medical", SizeTier.Large, "Chicago"));
        shown.Write(CustomerField.HeadCount, "95");
        await studio.AddAsync(shown, other);
        await studio.AddAsync(new Contact(shown.Id, new("Marco", Resources: "All")), new Contact(other.Id, new("Emily")));
        using MemoryStream file = new();

        await viewer.Get<DirectoryExport>().WriteAsync(file, "https://studio.example.com", new() { Text = shown.Name }, Ct);

        using WrittenBook book = new(file);
        Assert.Empty(book.Problems());
        Assert.Equal([shown.Name, "Shown", "Lighting", "Small", "95", "Treviso", "1"], Row("Customers", 3).Take(7));
        Assert.Equal([shown.Name, "Marco"], Row("Contacts", 3).Where(t => t.Length > 0).Take(2));
        Assert.Equal(3, book.Sheet("Contacts").Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().Count());

        IEnumerable<string> Row(string tab, int row) => book.Row(tab, row);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=a%20b&industry=Lighting&size=large&region=Treviso&project=BEST&alike=1&away=1&sort=-region")]
    [InlineData("?project=-")]
    public void A_filter_is_its_address(string address) => Assert.Equal(address, DirectoryFilter.Read(address).Address());

    [Theory]
    [InlineData("?size=7&sort=-")]
    [InlineData("?nothing=1")]
    public void Unknown_words_of_an_address_are_passed_over(string address) => Assert.Equal(DirectoryFilter.OfAll with { Descending = address.Contains("sort=-", StringComparison.Ordinal) }, DirectoryFilter.Read(address));

    private Customer Company(string shortName, string industry, SizeTier size, string region)
    {
        Customer customer = new($"{shortName} {_mark}", shortName);
        customer.Write(CustomerField.Industry, industry);
        customer.Write(CustomerField.Size, size.ToString());
        customer.Write(CustomerField.Region, region);
        return customer;
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
