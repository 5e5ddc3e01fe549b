using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Features.Projects;
using CoCreateStudio.Kit;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Projects;

public sealed class ProjectPeopleStoreTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_is_added_by_name_or_by_address_and_sees_the_project_at_once()
    {
        var project = Samples.Project();
        var (byName, byEmail) = (Samples.Person(), Samples.Person());
        await studio.AddAsync(project, byName, byEmail);
        await using var added = await studio.As(byEmail.Id);
        await using var lead = await studio.AsRole(project.Id, ProjectRole.Lead);
        var people = lead.Get<ProjectPeopleStore>();

        await people.AddAsync(project.Id, byName.Name.ToUpperInvariant(), ProjectRole.Member, null, Token);
        await people.AddAsync(project.Id, $" {byEmail.Email} ", ProjectRole.Viewer, null, Token);

        Assert.Equal(ProjectRole.Viewer, Assert.Single(await added.Get<IAccess>().ProjectsAsync(Token)).Grant.Role);
        Assert.DoesNotContain(await people.OthersAsync(project.Id, Token), p => p.Id == byName.Id);
    }

    [Fact]
    public async Task Somebody_unknown_or_here_already_is_refused_in_different_words()
    {
        var project = Samples.Project();
        await studio.AddAsync(project);
        await using var lead = await studio.AsRole(project.Id, ProjectRole.Lead, name: "Lin Only");
        var people = lead.Get<ProjectPeopleStore>();

        Assert.Equal(nameof(RuleText.NobodyOfThatName), await RefusalOf(() => people.AddAsync(project.Id, "Nobody At All", ProjectRole.Member, null, Token)));
        Assert.Equal(nameof(RuleText.HereAlready), await RefusalOf(() => people.AddAsync(project.Id, "Lin Only", ProjectRole.Member, null, Token)));
    }

    [Fact]
    public async Task A_name_names_one_person_in_a_project_but_may_come_again_in_another()
    {
        var (project, other) = (Samples.Project(), Samples.Project());
        var namesake = Samples.Person("Wang Wei");
        await studio.AddAsync(project, other, namesake);
        await using var first = await studio.AsRole(project.Id, ProjectRole.Member, name: "Wang Wei");
        await using var lead = await studio.AsRole(project.Id, ProjectRole.Lead);
        await using var otherLead = await studio.AsRole(other.Id, ProjectRole.Lead);

        Assert.Equal(nameof(RuleText.NameTakenHere), await RefusalOf(() => lead.Get<ProjectPeopleStore>().AddAsync(project.Id, namesake.Email, ProjectRole.Member, null, Token)));
        await otherLead.Get<ProjectPeopleStore>().AddAsync(other.Id, namesake.Email, ProjectRole.Member, null, Token);
    }

    [Fact]
    public async Task A_customers_person_belongs_to_a_company_that_takes_part()
    {
        var (project, here, elsewhere, person) = (Samples.Project(), Samples.Customer(), Samples.Customer(), Samples.Person());
        await studio.AddAsync(project, here, elsewhere, person);
        await studio.AddAsync(Samples.Participation(project.Id, here.Id));
        await using var lead = await studio.AsRole(project.Id, ProjectRole.Lead);
        var people = lead.Get<ProjectPeopleStore>();

        Assert.Equal(nameof(RuleText.CustomerRoleNeedsCompany), await RefusalOf(() => people.AddAsync(project.Id, person.Id, ProjectRole.Customer, null, Token)));
        Assert.Equal(nameof(RuleText.NotACustomerHere), await RefusalOf(() => people.AddAsync(project.Id, person.Id, ProjectRole.Customer, elsewhere.Id, Token)));
        await people.AddAsync(project.Id, person.Id, ProjectRole.Customer, here.Id, Token);

        await people.ChangeAsync(project.Id, person.Id, ProjectRole.Member, here.Id, Token);
        Assert.Null((await people.ListAsync(project.Id, Token)).Single(p => p.PersonId == person.Id).CustomerId);
    }

    [Fact]
    public async Task Who_is_taken_out_loses_the_project_at_once()
    {
        var project = Samples.Project();
        await studio.AddAsync(project);
        await using var member = await studio.AsRole(project.Id, ProjectRole.Member);
        await using var lead = await studio.AsRole(project.Id, ProjectRole.Lead);

        await lead.Get<ProjectPeopleStore>().RemoveAsync(project.Id, member.Actor.PersonId!.Value, Token);

        Assert.Empty(await member.Get<IAccess>().ProjectsAsync(Token));
    }

    private static async Task<string> RefusalOf(Func<Task> act) => (await Assert.ThrowsAsync<RuleException>(act)).Rule;
}
