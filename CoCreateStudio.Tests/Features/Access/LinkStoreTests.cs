using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Features.Access.Accounts;
using CoCreateStudio.Features.Access.People;
using CoCreateStudio.Infrastructure.Identity;
using CoCreateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Features.Access;

public sealed class LinkStoreTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invitation_makes_a_login_and_takes_over_name_and_time_zone()
    {
        var (person, secret) = await InviteAsync();

        await UseAsync(secret, Typed(name: "Ning", timeZone: "Asia/Shanghai"));

        var joined = await studio.InDbAsync(db => db.Set<Person>().SingleAsync(p => p.Id == person, Token));
        Assert.Equal(("Ning", "Asia/Shanghai"), (joined.Name, joined.TimeZone));
    }

    [Fact]
    public async Task A_time_zone_that_is_none_is_left_out()
    {
        var (person, secret) = await InviteAsync();

        await UseAsync(secret, Typed(timeZone: "Mars/Olympus"));

        Assert.Equal("UTC", await studio.InDbAsync(db => db.Set<Person>().Where(p => p.Id == person).Select(p => p.TimeZone).SingleAsync(Token)));
    }

    [Fact]
    public async Task A_link_works_once()
    {
        var (_, secret) = await InviteAsync();
        await UseAsync(secret, Typed());

        await RefusedAsync(secret);
    }

    [Fact]
    public async Task Of_two_who_use_a_link_at_the_same_moment_one_gets_in()
    {
        var (_, secret) = await InviteAsync();

        var refusals = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => UseAsync(secret, Typed())), Token)));

        Assert.Single(refusals, r => r is null);
        Assert.All(refusals.OfType<Exception>(), r => Assert.Equal(nameof(RuleText.LinkNoLongerWorks), Assert.IsType<RuleException>(r).Rule));
    }

    [Fact]
    public async Task A_link_ends_with_its_time()
    {
        var (_, secret) = await InviteAsync();

        studio.Clock.Pass(PeopleStore.InvitationLasts);

        await RefusedAsync(secret);
    }

    [Fact]
    public async Task A_link_that_was_taken_back_works_no_longer()
    {
        var (person, secret) = await InviteAsync();
        await using (var administrator = await studio.AsAdministrator()) await administrator.Get<PeopleStore>().RevokeLinksAsync(person, Token);

        await RefusedAsync(secret);
    }

    [Fact]
    public async Task A_new_link_ends_the_older_one()
    {
        var (person, secret) = await InviteAsync();
        await using var administrator = await studio.AsAdministrator();

        var newer = await administrator.Get<PeopleStore>().NewLinkAsync(person, Token);

        await RefusedAsync(secret);
        await UseAsync(newer, Typed());
    }

    [Fact]
    public async Task A_secret_that_nobody_was_given_opens_nothing() => await RefusedAsync(LinkSecret.New());

    [Fact]
    public async Task A_weak_password_is_refused_and_the_link_still_works()
    {
        var (_, secret) = await InviteAsync();

        var refusal = await Assert.ThrowsAsync<RuleException>(() => UseAsync(secret, Typed(password: "short")));

        Assert.Equal(nameof(RuleText.PasswordTooWeak), refusal.Rule);
        await UseAsync(secret, Typed());
    }

    [Fact]
    public async Task The_database_keeps_no_secret()
    {
        var (_, secret) = await InviteAsync();

        var kept = await studio.InDbAsync(db => db.Set<PersonalLink>().Select(l => l.SecretHash).ToListAsync(Token));

        Assert.DoesNotContain(secret, kept);
        Assert.Contains(LinkSecret.Hash(secret), kept);
    }

    [Fact]
    public async Task A_reset_changes_the_password_and_ends_lock_out_and_sign_ins()
    {
        var (person, secret) = await InviteAsync();
        var before = await UseAsync(secret, Typed());
        await using var administrator = await studio.AsAdministrator();

        var after = await UseAsync(await administrator.Get<PeopleStore>().NewLinkAsync(person, Token), Typed(password: "quite another one"));

        Assert.NotEqual(before.SecurityStamp, after.SecurityStamp);
        Assert.NotEqual(before.PasswordHash, after.PasswordHash);
        Assert.Null(after.LockoutEnd);
    }

    private async Task<(Guid Person, string Secret)> InviteAsync()
    {
        var somebody = Samples.Person();
        await using var administrator = await studio.AsAdministrator();
        return await administrator.Get<PeopleStore>().InviteAsync(new() { Name = somebody.Name, Email = somebody.Email }, Token);
    }

    private async Task<Login> UseAsync(string secret, LinkInput input)
    {
        await using var nobody = studio.Nobody();
        return await nobody.Get<LinkStore>().UseAsync(secret, input, Token);
    }

    private async Task RefusedAsync(string secret)
    {
        await using var nobody = studio.Nobody();
        Assert.Null(await nobody.Get<LinkStore>().FindAsync(secret, Token));
        Assert.Equal(nameof(RuleText.LinkNoLongerWorks), (await Assert.ThrowsAsync<RuleException>(() => UseAsync(secret, Typed()))).Rule);
    }

    private static LinkInput Typed(string name = "Mei", string password = WebFixture.Password, string timeZone = "") =>
        new() { Name = name, Password = password, Again = password, TimeZone = timeZone };
}
