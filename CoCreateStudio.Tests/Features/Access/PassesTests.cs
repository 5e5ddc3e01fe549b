using CoCreateStudio.Domain.Access;
using CoCreateStudio.Features.Access;
using CoCreateStudio.Kit;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Access;

public sealed class PassesTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    [Fact]
    public async Task A_member_sees_the_own_project_and_no_other()
    {
        var (mine, other) = (Samples.Project(), Samples.Project());
        await studio.AddAsync(mine, other);
        await using var acting = await studio.AsRole(mine.Id, ProjectRole.Member);

        var visible = await acting.Get<IAccess>().ProjectsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(mine.Id, Assert.Single(visible).Id);
    }

    [Fact]
    public async Task An_administrator_sees_every_project_that_is_not_archived()
    {
        var (open, archived) = (Samples.Project(), Samples.Project());
        archived.Archive(Samples.Now);
        await studio.AddAsync(open, archived);
        await using var acting = await studio.AsAdministrator();

        var visible = await acting.Get<IAccess>().ProjectsAsync(TestContext.Current.CancellationToken);

        Assert.Contains(visible, p => p.Id == open.Id);
        Assert.DoesNotContain(visible, p => p.Id == archived.Id);
    }

    [Fact]
    public async Task A_pass_grows_old_and_is_forgotten_at_once_when_told()
    {
        var project = Samples.Project();
        await studio.AddAsync(project);
        await using var acting = await studio.AsRole(project.Id, ProjectRole.Member);
        var (passes, person) = (acting.Get<Passes>(), acting.Actor.PersonId!.Value);

        await studio.InDbAsync(async db =>
        {
            db.Projects = [project.Id];
            db.Set<Person>().Single(p => p.Id == person).Block(Samples.Now, 1);
            await db.SaveChangesAsync();
        });

        Assert.NotNull(await passes.OfAsync(person, TestContext.Current.CancellationToken));
        passes.Forget(person);
        Assert.Null(await passes.OfAsync(person, TestContext.Current.CancellationToken));
    }
}
