using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Access;

public class MembershipTests
{
    private static readonly Guid Company = Guid.NewGuid();

    [Fact]
    public void A_customers_person_belongs_to_a_company() =>
        Refused.By(nameof(RuleText.CustomerRoleNeedsCompany), () => Samples.Membership(Guid.NewGuid(), Guid.NewGuid(), ProjectRole.Customer));

    [Fact]
    public void Our_own_people_belong_to_no_company() =>
        Assert.Null(Samples.Membership(Guid.NewGuid(), Guid.NewGuid(), ProjectRole.Member, Company).CustomerId);

    [Fact]
    public void Who_changes_sides_gains_or_loses_the_company()
    {
        var membership = Samples.Membership(Guid.NewGuid(), Guid.NewGuid(), ProjectRole.Viewer);

        membership.Become(ProjectRole.Customer, Company);
        Assert.Equal((ProjectRole.Customer, Company), (membership.Role, membership.CustomerId));

        membership.Become(ProjectRole.Pm, Company);
        Assert.Equal((ProjectRole.Pm, null), (membership.Role, membership.CustomerId));
    }
}
