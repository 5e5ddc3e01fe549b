using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Search;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Search;

public sealed class SearchStoreTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("187", 187, null)]
    [InlineData("R-187", 187, null)]
    [InlineData("#187", 187, null)]
    [InlineData(" acme-187 ", 187, "ACME")]
    [InlineData("pump 187", null, null)]
    [InlineData("99999999999", null, null)]
    public void A_number_is_understood_as_people_write_it(string typed, int? number, string? key) =>
        Assert.Equal((number, key), (Wanted.From(typed).Number, Wanted.From(typed).ProjectKey));

    [Fact]
    public async Task A_number_finds_its_requirement_first_and_a_key_only_in_its_project()
    {
        var (one, two) = (Samples.Project(key: "ONE"), Samples.Project(key: "TWO"));
        await studio.AddAsync(one, two, Samples.Requirement(one.Id, 187, "Pause"), Samples.Requirement(two.Id, 187, "Print"), Samples.Requirement(two.Id, 900, "Model 187 fails"));
        await using var admin = await studio.AsAdministrator();
        var search = admin.Get<SearchStore>();

        Assert.Equal([187, 187], (await search.FindAsync("r-187", Token)).Requirements.Select(r => r.Number));
        Assert.Equal([187, 187, 900], (await search.FindAsync("187", Token)).Requirements.Select(r => r.Number));
        Assert.Equal("Print", Assert.Single((await search.FindAsync("two-187", Token)).Requirements).Title);
    }

    [Fact]
    public async Task Words_are_found_in_titles_first_then_in_descriptions_and_never_as_wildcards()
    {
        var project = Samples.Project();
        await studio.AddAsync(project, Samples.Requirement(project.Id, 1, "Weld 100% checked"), Samples.Requirement(project.Id, 2, "Other", "about the 100% WELD check"), Samples.Requirement(project.Id, 3, "100 percent"));
        await using var member = await studio.AsRole(project.Id, ProjectRole.Viewer);

        Assert.Equal([1, 2], (await member.Get<SearchStore>().FindAsync("weld", Token)).Requirements.Select(r => r.Number));
        Assert.Equal([1, 2], (await member.Get<SearchStore>().FindAsync("100%", Token)).Requirements.Select(r => r.Number));
    }

    [Fact]
    public async Task Another_project_is_not_found_by_name_number_customer_or_text()
    {
        var (mine, other, customer) = (Samples.Project("Mine alone"), Samples.Project("Secret turbine"), Samples.Customer("Turbine works"));
        await studio.AddAsync(mine, other, customer);
        await studio.AddAsync(Samples.Participation(other.Id, customer.Id), Samples.Requirement(other.Id, 4711, "Turbine blade"));
        await using var member = await studio.AsRole(mine.Id, ProjectRole.Lead);

        Assert.Equal(0, (await member.Get<SearchStore>().FindAsync("turbine", Token)).Count);
        Assert.Equal(0, (await member.Get<SearchStore>().FindAsync("4711", Token)).Count);
    }

    [Fact]
    public async Task A_customers_person_finds_only_what_their_company_may_see()
    {
        var (project, ours, theirs) = (Samples.Project("Gear line"), Samples.Customer("Gear Ours"), Samples.Customer("Gear Theirs"));
        await studio.AddAsync(project, ours, theirs);
        await studio.AddAsync(Samples.Participation(project.Id, ours.Id), Samples.Participation(project.Id, theirs.Id),
            Row(project.Id, 1, ours.Id, shared: true), Row(project.Id, 2, ours.Id, shared: false), Row(project.Id, 3, theirs.Id, shared: true));
        await using var contact = await studio.AsRole(project.Id, ProjectRole.Customer, ours.Id);

        var found = await contact.Get<SearchStore>().FindAsync("gear", Token);

        Assert.Equal(1, Assert.Single(found.Requirements).Number);
        Assert.Equal("Gear Ours", Assert.Single(found.Customers).Name);
        Assert.Single(found.Projects);
    }

    [Fact]
    public async Task A_group_shows_no_more_than_fits()
    {
        var project = Samples.Project();
        await studio.AddAsync([project, .. Enumerable.Range(1, 20).Select(n => Samples.Requirement(project.Id, n, "Valve"))]);
        await using var member = await studio.AsRole(project.Id, ProjectRole.Member);

        Assert.Equal(SearchStore.Most, (await member.Get<SearchStore>().FindAsync("valve", Token)).Requirements.Count);
    }

    private static Requirement Row(Guid projectId, int number, Guid customerId, bool shared)
    {
        var requirement = Samples.Requirement(projectId, number, "Gear noise");
        requirement.Write(RequirementField.Customer, customerId.ToString(), Samples.Now);
        requirement.Write(RequirementField.Shared, shared ? bool.TrueString : bool.FalseString, Samples.Now);
        return requirement;
    }
}
