using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements;
using CoCreateStudio.Features.Requirements.Table;

namespace CoCreateStudio.Tests.Features.Requirements.Table;

public class ColumnRightTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_table_opens_the_cells_that_the_readers_side_writes(bool forCustomer)
    {
        var facts = ProjectFacts.None with { ForCustomer = forCustomer };
        var columns = new RequirementColumns("ACME", facts, TimeZoneInfo.Utc, TimeProvider.System, canEdit: true, seesInternal: !forCustomer).All();

        var opened = columns.Where(c => c.Editor is not null).Select(c => RequirementColumns.FieldOf(c.Key)!.Value).ToList();

        Assert.Contains(RequirementField.Urgency, opened);
        Assert.All(opened, f => Assert.True(f.IsWrittenBy(facts.Side)));
        Assert.Equal(!forCustomer, opened.Contains(RequirementField.Owner));
    }
}
