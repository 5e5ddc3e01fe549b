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

        membership.Become(ProjectRole.Customer, Company, otherLeads: 0);
        Assert.Equal((ProjectRole.Customer, Company), (membership.Role, membership.CustomerId));

        membership.Become(ProjectRole.Pm, Company, otherLeads: 0);
        Assert.Equal((ProjectRole.Pm, null), (membership.Role, membership.CustomerId));
    }

    [Fact]
    public void The_last_lead_neither_goes_nor_takes_another_role()
    {
        var last = Samples.Membership(Guid.NewGuid(), Guid.NewGuid(), ProjectRole.Lead);

        Refused.By(nameof(RuleText.LastLead), () => last.Become(ProjectRole.Pm, null, otherLeads: 0));
        Refused.By(nameof(RuleText.LastLead), () => last.Leave(otherLeads: 0));
        last.Become(ProjectRole.Lead, null, otherLeads: 0);

        Assert.Equal(ProjectRole.Lead, last.Role);
    }

    [Fact]
    public void A_lead_beside_others_and_whoever_is_no_lead_may_go()
    {
        var (lead, member) = (Samples.Membership(Guid.NewGuid(), Guid.NewGuid(), ProjectRole.Lead), Samples.Membership(Guid.NewGuid(), Guid.NewGuid()));

        member.Leave(otherLeads: 0);
        lead.Leave(otherLeads: 1);
        lead.Become(ProjectRole.Pm, null, otherLeads: 1);

        Assert.Equal(ProjectRole.Pm, lead.Role);
    }
}
