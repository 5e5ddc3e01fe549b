using CoCreateStudio.Domain.Customers;

namespace CoCreateStudio.Tests.Domain.Customers;

public class CompanyLikenessTests
{
    [Theory]
    [InlineData("Nordwerk Automation GmbH", "nordwerkautomation")]
    [InlineData("NORDWERK  automation", "nordwerkautomation")]
    [InlineData("Ｎｏｒｄｗｅｒｋ Automation GmbH & Co. KG", "nordwerkautomation")]
    [InlineData("Tessaro Illuminazione S.p.A.", "tessaroilluminazione")]
    [InlineData("海川精密机械股份有限公司", "海川精密机械")]
    [InlineData("海川精密机械 （集团） 有限公司", "海川精密机械")]
    [InlineData("西门子（中国）有限公司", "西门子")]
    [InlineData("Co., Ltd.", "coltd")]
    [InlineData("有限公司", "有限公司")]
    public void The_core_of_a_name_has_no_legal_form(string name, string core) => Assert.Equal(core, CompanyName.Key(name));

    [Theory]
    [InlineData("合联电子 Helian Electronics", "合联电子有限公司")]
    [InlineData("合联电子 Helian Electronics", "Helian Electronics Co., Ltd.")]
    [InlineData("Brightwater Medical, Inc.", "BRIGHTWATER MEDICAL")]
    [InlineData("Brightwater Medical, Inc.", "Brightwater Medicals Inc")]
    [InlineData("蓝桥家电（宁波）有限公司", "蓝桥家电(宁波)股份公司")]
    public void One_company_under_two_names_is_found(string known, string other) => Assert.Single(Find(known, null, other));

    [Theory]
    [InlineData("华联电子有限公司", "华联电气有限公司")]
    [InlineData("Line 1 GmbH", "Line 2 GmbH")]
    [InlineData("Company 0017 Ltd", "Company 0018 Ltd")]
    [InlineData("Nordwerk", "Südwerk")]
    [InlineData("A Ltd", "B Ltd")]
    public void Two_companies_are_not(string known, string other) => Assert.Empty(Find(known, null, other));

    [Fact]
    public void A_short_name_is_a_name_too()
    {
        Assert.Single(Find("Nordwerk Automation GmbH", "Nordwerk", "Nordwerk AG"));
        Assert.Single(new CompanyLikeness([new(Guid.NewGuid(), "Nordwerk AG", "Nordwerk AG")]).Find("North Automation", "Nordwerk"));
    }

    [Fact]
    public void A_company_is_not_like_itself()
    {
        NamedCompany one = new(Guid.NewGuid(), "Nordwerk", "Nordwerk");

        Assert.Empty(new CompanyLikeness([one]).Find(one.Name, one.ShortName, one.Id));
    }

    private static IReadOnlyList<NamedCompany> Find(string known, string? shortName, string other) =>
        new CompanyLikeness([new(Guid.NewGuid(), known, shortName ?? known)]).Find(other, null);
}
