using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Table;

namespace CoCreateStudio.Tests.Features.Requirements.Table;

public class FilterAddressTests
{
    private static readonly Guid Import = Guid.NewGuid();

    private static readonly RequirementFilter[] Filters =
    [
        new(),
        new() { Text = "导出 & \"save\" 100 %=+" },
        new() { Statuses = [] },
        new() { Statuses = [RequirementStatus.Declined, RequirementStatus.New] },
        new() { SortedBy = "urgency", Descending = true },
        new() { SortedBy = "title" },
        new() { GroupedBy = GroupBy.None },
        new() { GroupedBy = GroupBy.Customer, Folded = ["a", "-"] },
        new() { AnswerLate = true },
        new() { Archived = true, LateOnly = true, FromImport = Import },
        .. RequirementFields.All.Where(f => f != RequirementField.Status).Select(f => new RequirementFilter().With(f, "a|b, c")),
    ];

    [Fact]
    public void The_usual_table_has_a_plain_address() => Assert.Equal("", FilterAddress.Of(RequirementFilter.OfOpen));

    [Fact]
    public void A_filter_comes_back_from_its_address() => Assert.All(Filters, filter =>
    {
        var address = FilterAddress.Of(filter);
        var (read, columns) = FilterAddress.Read("https://studio.example/projects/ACME/requirements" + address);

        Assert.Equal(address, FilterAddress.Of(read));
        Assert.Equal((filter.Text, filter.SortedBy, filter.Descending, filter.GroupedBy, filter.Archived, filter.LateOnly, filter.AnswerLate, filter.FromImport),
            (read.Text, read.SortedBy, read.Descending, read.GroupedBy, read.Archived, read.LateOnly, read.AnswerLate, read.FromImport));
        Assert.Equal(filter.Statuses, read.Statuses);
        Assert.Equal(filter.Fields, read.Fields);
        Assert.Equal(filter.Folded.Order(), read.Folded.Order());
        Assert.Null(columns);
    });

    [Theory]
    [InlineData("answer")]
    [InlineData("snoozeduntil")]
    [InlineData("internalnote")]
    [InlineData("shared")]
    public void A_column_that_stays_inside_neither_goes_out_nor_sorts_for_a_customer(string column)
    {
        Assert.True(RequirementColumns.IsInternal(column));
        Assert.Null(new RequirementFilter { SortedBy = column, AnswerLate = true }.For(isInternal: false).SortedBy);
        Assert.Equal(column, new RequirementFilter { SortedBy = column }.For(isInternal: true).SortedBy);
    }

    [Fact]
    public void Columns_keep_their_order() => Assert.Equal(["title", "no"], FilterAddress.Read(FilterAddress.Of(new(), ["title", "no"])).Columns);

    [Theory]
    [InlineData("?status=unknown&by=nothing&import=x&archived=maybe&sort=-")]
    [InlineData("?status=99&by=99")]
    [InlineData("?status=,&q=&folded=,,&cols=,")]
    public void A_word_that_is_not_known_is_passed_over(string query)
    {
        var (filter, _) = FilterAddress.Read(query);

        Assert.All(filter.Statuses, s => Assert.Contains(s, Workflow.All));
        Assert.Contains(filter.GroupedBy, Enum.GetValues<GroupBy>());
        Assert.Equal((false, null, null), (filter.Archived, filter.FromImport, filter.SortedBy));
    }

    [Fact]
    public void Clearing_takes_away_what_narrows_and_leaves_order_and_groups()
    {
        var filter = new RequirementFilter { Text = "x", LateOnly = true, SortedBy = "title", Descending = true, GroupedBy = GroupBy.Status }.With(RequirementField.Owner, "Tom");
        Assert.True(filter.IsNarrowed);

        Assert.False(filter.Cleared().IsNarrowed);
        Assert.Equal("?sort=-title&by=status", FilterAddress.Of(filter.Cleared()));
    }
}
