using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Requirements.Table;

public sealed class RequirementTableTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static readonly RequirementFilter Flat = new() { GroupedBy = GroupBy.None, Statuses = [] };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(RequirementField.Title, "EXPORT", "Export fails")]
    [InlineData(RequirementField.Title, "100%", "100% of it")]
    [InlineData(RequirementField.Title, "_", "a_b")]
    [InlineData(RequirementField.Category, "Search|Import", "a_b,Export fails")]
    [InlineData(RequirementField.Category, "-", "100% of it")]
    [InlineData(RequirementField.Urgency, "high", "Export fails")]
    [InlineData(RequirementField.TargetDate, "2026-03-05..2026-03-06", "a_b")]
    [InlineData(RequirementField.TargetDate, "..2026-03-01", "Export fails")]
    [InlineData(RequirementField.ReportedAt, "2026-02-03", "a_b")]
    [InlineData(RequirementField.Shared, "1", "100% of it")]
    public async Task A_column_is_filtered_by_what_stands_in_it(RequirementField field, string value, string titles)
    {
        var place = await Place.MakeAsync(studio);
        await place.AddAsync((RequirementField.Title, "Export fails"), (RequirementField.Category, "Search"), (RequirementField.Urgency, nameof(Urgency.High)), (RequirementField.TargetDate, "2026-03-01"));
        await place.AddAsync((RequirementField.Title, "a_b"), (RequirementField.Category, "Import"), (RequirementField.TargetDate, "2026-03-06"), (RequirementField.ReportedAt, "2026-02-03T23:59:59Z"));
        await place.AddAsync((RequirementField.Title, "100% of it"), (RequirementField.Shared, bool.TrueString));
        await using var viewer = await place.As(ProjectRole.Viewer);

        Assert.Equal(titles.Split(',').Order(), (await TitlesAsync(viewer, place, Flat.With(field, value))).Order());
    }

    [Theory]
    [InlineData("导出")]
    [InlineData("WANG")]
    [InlineData("R-{0}")]
    [InlineData("#{0}")]
    public async Task Words_are_found_in_text_people_and_number(string typed)
    {
        var place = await Place.MakeAsync(studio);
        var wanted = await place.AddAsync((RequirementField.Title, "导出报错"), (RequirementField.Reporter, "Wang Li"));
        await place.AddAsync((RequirementField.Title, "Something else"));
        await using var viewer = await place.As(ProjectRole.Viewer);

        var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, typed, wanted.Number);

        Assert.Equal(wanted.Title, Assert.Single(await TitlesAsync(viewer, place, Flat with { Text = text })));
    }

    [Theory]
    [InlineData("übergabe")]
    [InlineData("Übergabe")]
    [InlineData("ПЛАН")]
    public async Task Letters_beyond_A_to_Z_are_found_in_any_case(string typed)
    {
        var place = await Place.MakeAsync(studio);
        await place.AddAsync((RequirementField.Title, "Übergabe: План"));
        await place.AddAsync((RequirementField.Title, "Ubergabe: Plan"));
        await using var viewer = await place.As(ProjectRole.Viewer);

        Assert.Equal(["Übergabe: План"], await TitlesAsync(viewer, place, Flat with { Text = typed }));
        Assert.Equal(["Übergabe: План"], await TitlesAsync(viewer, place, Flat.With(RequirementField.Title, typed)));
    }

    [Fact]
    public async Task Every_column_that_can_be_sorted_sorts_both_ways_on_this_database()
    {
        var place = await Place.MakeAsync(studio);
        foreach (var title in new[] { "b", "a", "c" }) await place.AddAsync((RequirementField.Title, title), (RequirementField.Notes, title));
        await using var viewer = await place.As(ProjectRole.Viewer);
        var columns = RequirementFields.All.Select(f => f.ToString().ToLowerInvariant()).Concat(["no", "waits", "age"]).Where(RequirementQuery.CanSortBy);

        foreach (var column in columns)
            foreach (var down in new[] { false, true })
                Assert.Equal(3, (await TitlesAsync(viewer, place, Flat with { SortedBy = column, Descending = down })).Count);

        Assert.Equal(["c", "b", "a"], await TitlesAsync(viewer, place, Flat with { SortedBy = "title", Descending = true }));
        Assert.Equal(["c", "a", "b"], await TitlesAsync(viewer, place, Flat with { SortedBy = "unknown" }));
    }

    [Fact]
    public async Task A_window_reads_only_the_lines_it_shows()
    {
        var place = await Place.MakeAsync(studio);
        for (var i = 0; i < 5; i++) await place.AddAsync((RequirementField.Title, $"new {i}"));
        await place.AddAsync((RequirementField.Title, "delivered"), (RequirementField.Status, nameof(RequirementStatus.Delivered)));
        await using var viewer = await place.As(ProjectRole.Viewer);

        var lines = await viewer.Get<RequirementTable>().ReadAsync(place.Id, RequirementFilter.OfOpen, [new("Us", 1, 2), new("Customer", 0, 9)], withTexts: false, Token);

        Assert.Equal(["new 3", "new 2", "delivered"], lines.Select(l => l.Title));
    }

    [Fact]
    public async Task Long_texts_come_only_where_they_are_asked_for_and_only_their_beginning()
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddAsync((RequirementField.Description, new string('长', 500)), (RequirementField.InternalNote, "inside"));
        await using var viewer = await place.As(ProjectRole.Viewer);
        var table = viewer.Get<RequirementTable>();

        var texts = Assert.Single(await table.ReadAsync(place.Id, [row.Id], withTexts: true, Token)).Texts!;

        Assert.Equal((LongTexts.Length, "inside"), (texts.Description!.Length, texts.InternalNote));
        Assert.Null(Assert.Single(await table.ReadAsync(place.Id, [row.Id], withTexts: false, Token)).Texts);
    }

    [Fact]
    public async Task A_customers_person_reads_only_what_is_shared_with_their_company()
    {
        var place = await Place.MakeAsync(studio);
        var shared = await place.AddSharedAsync((RequirementField.InternalNote, "inside"));
        await place.AddAsync((RequirementField.Customer, place.Ours.Id.ToString()));
        await place.AddAsync((RequirementField.Customer, place.Theirs.Id.ToString()), (RequirementField.Shared, bool.TrueString));
        await using var customer = await place.As(ProjectRole.Customer);

        var lines = await customer.Get<RequirementTable>().ReadAsync(place.Id, Flat, [new(TableGroups.Nobody, 0, 10)], withTexts: true, Token);

        Assert.Equal(shared.Id, Assert.Single(lines).Id);
        Assert.Null(lines[0].Texts!.InternalNote);
    }

    [Fact]
    public async Task A_customers_person_cannot_find_out_an_internal_note_by_filtering_or_sorting()
    {
        var place = await Place.MakeAsync(studio);
        foreach (var note in new[] { "b secret", "a", "c" }) await place.AddSharedAsync((RequirementField.InternalNote, note));
        await using var customer = await place.As(ProjectRole.Customer);
        var plain = await TitlesAsync(customer, place, Flat);

        Assert.Equal(3, (await TitlesAsync(customer, place, Flat.With(RequirementField.InternalNote, "secret"))).Count);
        Assert.Equal(plain, await TitlesAsync(customer, place, Flat with { SortedBy = "internalnote" }));
        Assert.Equal(3, (await customer.Get<TableGroups>().CountAsync(place.Id, Flat.With(RequirementField.InternalNote, "secret"), Token)).Rows);
    }

    private static async Task<List<string>> TitlesAsync(Acting acting, Place place, RequirementFilter filter) =>
        [.. (await acting.Get<RequirementTable>().ReadAsync(place.Id, filter, [new(TableGroups.Nobody, 0, 100)], withTexts: false, Token)).Select(l => l.Title)];
}
