using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Features.Requirements.Views;

namespace CoCreateStudio.Tests.Features.Requirements.Views;

public class ViewAddressTests
{
    private static readonly ViewRow Triage = new(Guid.NewGuid(), "周一 triage", "周一-triage", false, "?status=new&cols=title");
    private static readonly ViewRow Own = new(Guid.NewGuid(), "My late ones", "my-late-ones", true, "?late=1&cols=title");
    private static readonly ViewRow[] All = [Triage, Own];

    [Fact]
    public void The_projects_view_needs_nothing_but_its_name_and_comes_back_from_it()
    {
        var address = ViewAddress.Of(Triage, Triage.Query, isAsSaved: true);

        Assert.Equal((Triage, true), ViewAddress.Find("/projects/A/requirements" + address, All));
        Assert.DoesNotContain("cols", address, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_changed_is_said_beside_the_name()
    {
        var address = ViewAddress.Of(Triage, "?status=accepted&cols=no", isAsSaved: false);

        Assert.Equal((Triage, false), ViewAddress.Find(address, All));
        Assert.Equal([RequirementStatus.Accepted], FilterAddress.Read(address).Filter.Statuses);
    }

    [Fact]
    public void A_colleague_who_does_not_have_my_view_sees_the_same_from_its_address()
    {
        var address = ViewAddress.Of(Own, Own.Query, isAsSaved: true);

        Assert.Equal((Own, false), ViewAddress.Find(address, All));
        Assert.Null(ViewAddress.Find(address, [Triage]).View);
        Assert.True(FilterAddress.Read(address).Filter.LateOnly);
        Assert.Equal(["title"], FilterAddress.Read(address).Columns);
    }

    [Theory]
    [InlineData("/projects/A/requirements", true)]
    [InlineData("/projects/A/requirements?view=-", false)]
    [InlineData("/projects/A/requirements?q=x", false)]
    public void Only_a_plain_address_leaves_it_to_the_reader_where_to_begin(string address, bool saysNothing) =>
        Assert.Equal(saysNothing, ViewAddress.SaysNothing(address));

    [Fact]
    public void A_view_that_is_gone_is_passed_over() => Assert.Null(ViewAddress.Find("?view=gone", All).View);

    [Fact]
    public void A_view_is_told_whose_business_it_is()
    {
        var one = Guid.NewGuid();

        Assert.Equal(new ViewScope(false), ViewRow.ScopeOf(new(), ["title"]));
        Assert.Equal(new ViewScope(false, one), ViewRow.ScopeOf(new RequirementFilter().With(RequirementField.Customer, one.ToString()), ["title"]));
        Assert.True(ViewRow.ScopeOf(new RequirementFilter().With(RequirementField.Customer, $"{one}|{Guid.NewGuid()}"), ["title"]).IsInternal);
        Assert.True(ViewRow.ScopeOf(new(), ["title", "internalnote"]).IsInternal);
        Assert.True(ViewRow.ScopeOf(new() { SortedBy = "internalnote" }, ["title"]).IsInternal);
        Assert.True(ViewRow.ScopeOf(new RequirementFilter().With(RequirementField.Shared, "0"), ["title"]).IsInternal);
        Assert.True(ViewRow.ScopeOf(new() { FromImport = one }, ["title"]).IsInternal);
    }
}
