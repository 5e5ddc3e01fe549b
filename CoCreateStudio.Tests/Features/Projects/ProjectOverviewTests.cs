using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Projects;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Projects;

public sealed class ProjectOverviewTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Open_requirements_are_counted_by_status_and_late_ones_by_their_date()
    {
        var project = Samples.Project();
        var late = Samples.Requirement(project.Id);
        late.Write(RequirementField.TargetDate, "2026-03-01", Samples.Now);
        var dueToday = Samples.Requirement(project.Id);
        dueToday.Write(RequirementField.TargetDate, "2026-03-02", Samples.Now);
        var done = Samples.Requirement(project.Id);
        done.StartAs(RequirementStatus.Verified, null);
        var archived = Samples.Requirement(project.Id);
        archived.Archive(Samples.Now);
        await studio.AddAsync(project, late, dueToday, done, archived);
        await using var member = await studio.AsRole(project.Id, ProjectRole.Member);

        var row = Assert.Single(await member.Get<ProjectOverview>().ListAsync(Token));

        Assert.Equal(2, row.Open[RequirementStatus.New]);
        Assert.Equal((1, 1), (row.Open.Count, row.Late));
    }

    [Fact]
    public async Task A_person_sees_only_their_own_projects()
    {
        var mine = Samples.Project();
        var other = Samples.Project();
        await studio.AddAsync(mine, other, Samples.Requirement(other.Id));
        await using var member = await studio.AsRole(mine.Id, ProjectRole.Viewer);

        Assert.Equal(mine.Id, Assert.Single(await member.Get<ProjectOverview>().ListAsync(Token)).Id);
    }

    [Fact]
    public async Task A_customers_person_counts_only_what_is_shared_with_their_company()
    {
        var project = Samples.Project();
        var (ours, theirs) = (Samples.Customer(), Samples.Customer());
        await studio.AddAsync(project, ours, theirs);
        await studio.AddAsync(Samples.Participation(project.Id, ours.Id), Samples.Participation(project.Id, theirs.Id),
            Shared(project.Id, ours.Id), Shared(project.Id, theirs.Id), Samples.Requirement(project.Id));
        await using var contact = await studio.AsRole(project.Id, ProjectRole.Customer, ours.Id);

        var row = Assert.Single(await contact.Get<ProjectOverview>().ListAsync(Token));

        Assert.Equal([ours.ShortName], row.Customers.Select(c => c.Name));
        Assert.Empty(row.Customers.Single().Exceptions);
        await using var viewer = await studio.AsRole(project.Id, ProjectRole.Viewer);
        Assert.All(Assert.Single(await viewer.Get<ProjectOverview>().ListAsync(Token)).Customers, c => Assert.Equal(["Known for years"], c.Exceptions.Select(e => e.Reason)));
        Assert.Equal(1, row.Open[RequirementStatus.New]);
    }

    [Fact]
    public async Task An_administrator_sees_projects_without_being_in_them()
    {
        var project = Samples.Project();
        await studio.AddAsync(project);
        await using var admin = await studio.AsAdministrator();

        Assert.Null((await admin.Get<ProjectOverview>().ListAsync(Token)).Single(r => r.Id == project.Id).Role);
    }

    private static Requirement Shared(Guid projectId, Guid customerId)
    {
        var requirement = Samples.Requirement(projectId);
        requirement.Write(RequirementField.Customer, customerId.ToString(), Samples.Now);
        requirement.Write(RequirementField.Shared, bool.TrueString, Samples.Now);
        return requirement;
    }
}
