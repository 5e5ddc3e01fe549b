using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Features.Access;
using CoCreateStudio.Features.Access.Accounts;
using CoCreateStudio.Features.Access.People;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Access;

public sealed class PeopleStoreTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_an_administrator_does_anything_here()
    {
        var project = Samples.Project();
        await studio.AddAsync(project);
        await using var lead = await studio.AsRole(project.Id, ProjectRole.Lead);
        var (people, id) = (lead.Get<PeopleStore>(), lead.Actor.PersonId!.Value);

        Func<Task>[] acts =
        [
            () => people.ListAsync(Token), () => people.InviteAsync(new() { Name = "A", Email = "a@example.com" }, Token), () => people.NewLinkAsync(id, Token),
            () => people.RevokeLinksAsync(id, Token), () => people.BlockAsync(id, Token), () => people.UnblockAsync(id, Token),
            () => people.MakeAdministratorAsync(id, Token), () => people.TakeAdministrationAsync(id, Token),
        ];

        foreach (var act in acts) Assert.Equal(nameof(RuleText.AdministratorsOnly), (await Assert.ThrowsAsync<RuleException>(act)).Rule);
    }

    [Fact]
    public async Task The_list_tells_roles_and_who_can_sign_in()
    {
        var project = Samples.Project();
        await studio.AddAsync(project);
        await using var member = await studio.AsRole(project.Id, ProjectRole.Pm);
        await using var administrator = await studio.AsAdministrator();
        var (invited, secret) = await administrator.Get<PeopleStore>().InviteAsync(Invitation(), Token);
        await JoinAsync(secret);

        var rows = await administrator.Get<PeopleStore>().ListAsync(Token);

        var pm = rows.Single(r => r.Id == member.Actor.PersonId);
        Assert.Equal((project.Key, ProjectRole.Pm), (Assert.Single(pm.Roles).ProjectKey, pm.Roles[0].Role));
        Assert.Equal(SignInAbility.InvitationEnded, pm.Ability);
        Assert.Equal(SignInAbility.CanSignIn, rows.Single(r => r.Id == invited).Ability);
    }

    [Fact]
    public async Task An_open_invitation_shows_until_when_it_can_be_used()
    {
        await using var administrator = await studio.AsAdministrator();
        var (invited, _) = await administrator.Get<PeopleStore>().InviteAsync(Invitation(), Token);

        var row = (await administrator.Get<PeopleStore>().ListAsync(Token)).Single(r => r.Id == invited);

        Assert.Equal(SignInAbility.Invited, row.Ability);
        Assert.Equal(studio.Clock.Now.UtcDateTime + PeopleStore.InvitationLasts, row.LinkUntil);
    }

    [Fact]
    public async Task One_address_is_one_person_however_it_is_typed()
    {
        await using var administrator = await studio.AsAdministrator();
        var input = Invitation();
        await administrator.Get<PeopleStore>().InviteAsync(input, Token);

        var refusal = await Assert.ThrowsAsync<RuleException>(() => administrator.Get<PeopleStore>().InviteAsync(new() { Name = "Other", Email = $" {input.Email.ToUpperInvariant()}" }, Token));

        Assert.Equal(nameof(RuleText.EmailTaken), refusal.Rule);
    }

    [Fact]
    public async Task Blocking_ends_access_at_once_and_can_be_taken_back()
    {
        var project = Samples.Project();
        await studio.AddAsync(project);
        await using var member = await studio.AsRole(project.Id, ProjectRole.Member);
        await using var administrator = await JoinedAdministratorAsync();
        var (id, people) = (member.Actor.PersonId!.Value, administrator.Get<PeopleStore>());

        await people.BlockAsync(id, Token);
        Assert.Null(await member.Get<Passes>().OfAsync(id, Token));

        await people.UnblockAsync(id, Token);
        Assert.NotNull(await member.Get<Passes>().OfAsync(id, Token));
    }

    [Fact]
    public async Task A_blocked_person_gets_no_link_and_loses_the_open_one()
    {
        await using var administrator = await JoinedAdministratorAsync();
        var people = administrator.Get<PeopleStore>();
        var (id, secret) = await people.InviteAsync(Invitation(), Token);

        await people.BlockAsync(id, Token);

        Assert.Equal(nameof(RuleText.BlockedGetsNoLink), (await Assert.ThrowsAsync<RuleException>(() => people.NewLinkAsync(id, Token))).Rule);
        Assert.Null(await administrator.Get<LinkStore>().FindAsync(secret, Token));
    }

    [Fact]
    public async Task Administration_is_given_and_taken_at_once()
    {
        var person = Samples.Person();
        await studio.AddAsync(person);
        await using var administrator = await JoinedAdministratorAsync();
        var (people, passes) = (administrator.Get<PeopleStore>(), administrator.Get<Passes>());

        await people.MakeAdministratorAsync(person.Id, Token);
        Assert.True((await passes.OfAsync(person.Id, Token))!.IsAdministrator);

        await people.TakeAdministrationAsync(person.Id, Token);
        Assert.False((await passes.OfAsync(person.Id, Token))!.IsAdministrator);
    }

    private async Task<Acting> JoinedAdministratorAsync()
    {
        await using var first = await studio.AsAdministrator();
        var input = Invitation();
        input.IsAdministrator = true;
        var (id, secret) = await first.Get<PeopleStore>().InviteAsync(input, Token);
        await JoinAsync(secret);
        return await studio.As(id);
    }

    private async Task JoinAsync(string secret)
    {
        await using var nobody = studio.Nobody();
        await nobody.Get<LinkStore>().UseAsync(secret, new() { Name = "Joined", Password = WebFixture.Password, Again = WebFixture.Password }, Token);
    }

    private static InviteInput Invitation()
    {
        var somebody = Samples.Person();
        return new() { Name = somebody.Name, Email = somebody.Email };
    }
}
