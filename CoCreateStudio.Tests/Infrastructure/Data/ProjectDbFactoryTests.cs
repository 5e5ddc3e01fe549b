using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Infrastructure.Data;

public sealed class ProjectDbFactoryTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_door_opens_exactly_for_the_rights_of_the_role()
    {
        var place = await Place.MakeAsync(studio);
        foreach (var role in Enum.GetValues<ProjectRole>())
        {
            await using var acting = await place.As(role);
            foreach (var right in Enum.GetValues<Right>())
            {
                var open = () => acting.Get<ProjectDbFactory>().OpenAsync(place.Id, right, Token);
                if (role.Allows(right)) await (await open()).DisposeAsync();
                else await Refused.ByAsync(nameof(RuleText.NotAllowed), open);
            }
        }
    }

    [Fact]
    public async Task For_a_stranger_and_for_nobody_no_project_is_there()
    {
        var (place, other) = (await Place.MakeAsync(studio), await Place.MakeAsync(studio));
        await using var stranger = await other.As(ProjectRole.Lead);
        await using var nobody = studio.Nobody();

        foreach (var acting in new[] { stranger, nobody })
            await Refused.ByAsync(nameof(RuleText.NotThere), () => acting.Get<ProjectDbFactory>().OpenAsync(place.Id, Right.ViewProject, Token));
    }

    [Fact]
    public async Task The_view_across_projects_leaves_out_those_that_are_seen_through_a_companys_eyes()
    {
        var (inside, outside) = (await Place.MakeAsync(studio), await Place.MakeAsync(studio));
        var person = Samples.Person();
        await studio.AddAsync(person, Samples.Membership(inside.Id, person.Id, ProjectRole.Viewer), Samples.Membership(outside.Id, person.Id, ProjectRole.Customer, outside.Ours.Id));
        await using var acting = await studio.As(person.Id);

        await using var db = await acting.Get<ProjectDbFactory>().OpenVisibleAsync(Token);

        Assert.Equal([inside.Id], db.Projects);
    }

    [Fact]
    public async Task Administration_is_for_administrators()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        await using var admin = await studio.AsAdministrator();

        await Refused.ByAsync(nameof(RuleText.AdministratorsOnly), () => lead.Get<ProjectDbFactory>().OpenForAdministrationAsync(Token));
        await Refused.ByAsync(nameof(RuleText.AdministratorsOnly), () => lead.Get<ProjectDbFactory>().OpenForAdministrationAsync(place.Id, Token));
        await using var db = await admin.Get<ProjectDbFactory>().OpenForAdministrationAsync(place.Id, Token);
        Assert.Equal([place.Id], db.Projects);
    }
}
