using CoCreateStudio.Domain.Access;

namespace CoCreateStudio.Tests.Domain.Access;

public class RoleRightsTests
{
    // L lead, P project manager, M member, V viewer, C customer's own people.
    private static readonly Dictionary<Right, string> Table = new()
    {
        [Right.ViewProject] = "LPMVC",
        [Right.SeeInternal] = "LPMV",
        [Right.Comment] = "LPMC",
        [Right.AddRequirements] = "LPM",
        [Right.EditRequirements] = "LPM",
        [Right.ArchiveRequirements] = "LP",
        [Right.ImportRequirements] = "LP",
        [Right.ShareViews] = "LP",
        [Right.HoldMeetings] = "LP",
        [Right.TakeNotes] = "LPM",
        [Right.SetUpProject] = "L",
        [Right.ManagePeople] = "L",
        [Right.EditCustomers] = "LP",
        [Right.Propose] = "LPM",
        [Right.ScreenCustomers] = "LP",
        [Right.AdmitCustomers] = "L",
        [Right.EditCriteria] = "LP",
        [Right.SignAgreements] = "L",
    };

    [Fact]
    public void Each_role_has_exactly_the_rights_of_the_table()
    {
        var allowed = Enum.GetValues<Right>().ToDictionary(right => right, right => string.Concat(
            Enum.GetValues<ProjectRole>().Where(role => role.Allows(right)).Select(role => role.ToString()[0])));

        Assert.Equal(Table, allowed);
    }

    [Fact]
    public void Only_the_customers_own_people_are_kept_to_one_company()
    {
        var company = Guid.NewGuid();

        Assert.All(Enum.GetValues<ProjectRole>(), role => Assert.Equal(role == ProjectRole.Customer ? company : null, new Grant(role, company).OnlyCustomer));
    }

    [Fact]
    public void A_customers_person_without_a_company_sees_no_companys_rows() => Assert.Equal(Guid.Empty, new Grant(ProjectRole.Customer).OnlyCustomer);
}
