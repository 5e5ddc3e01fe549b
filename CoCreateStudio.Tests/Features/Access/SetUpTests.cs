using CoCreateStudio.Domain;
using CoCreateStudio.Features.Access.Accounts;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Access;

/// <summary>Each test starts with an installation in which there is nobody.</summary>
public sealed class SetUpTests : IAsyncLifetime
{
    private readonly StudioFixture _studio = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static LinkInput Typed => new() { Name = "Lin", Email = "Lin@Example.com", Password = WebFixture.Password, Again = WebFixture.Password };

    [Fact]
    public async Task The_first_one_becomes_administrator_and_no_second_link_is_offered()
    {
        await using var nobody = _studio.Nobody();
        var login = await nobody.Get<LinkStore>().UseAsync(await OfferAsync() ?? "", Typed, Token);

        await using var lin = await _studio.As(login.Id);
        Assert.True(lin.Actor.IsAdministrator);
        Assert.Equal("lin@example.com", login.Email);
        Assert.Null(await OfferAsync());
    }

    [Fact]
    public async Task A_second_start_ends_the_link_of_the_first()
    {
        var first = await OfferAsync();
        var second = await OfferAsync();

        await using var nobody = _studio.Nobody();
        Assert.Null(await nobody.Get<LinkStore>().FindAsync(first ?? "", Token));
        Assert.NotNull(await nobody.Get<LinkStore>().FindAsync(second ?? "", Token));
    }

    [Fact]
    public async Task Of_two_who_set_up_at_the_same_moment_one_becomes_administrator()
    {
        var secret = await OfferAsync() ?? "";

        var refusals = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => Task.Run(async () => await Record.ExceptionAsync(() => SetUpAsync(secret, $"lin{i}@example.com")), Token)));

        Assert.Single(refusals, r => r is null);
        Assert.All(refusals.OfType<Exception>(), r => Assert.Equal(nameof(RuleText.LinkNoLongerWorks), Assert.IsType<RuleException>(r).Rule));
    }

    [Theory]
    [InlineData("", nameof(RuleText.EmailShape))]
    [InlineData("lin", nameof(RuleText.EmailShape))]
    [InlineData("lin @example.com", nameof(RuleText.EmailShape))]
    public async Task What_is_no_address_is_refused(string email, string rule)
    {
        var secret = await OfferAsync() ?? "";

        Assert.Equal(rule, (await Assert.ThrowsAsync<RuleException>(() => SetUpAsync(secret, email))).Rule);
    }

    private async Task SetUpAsync(string secret, string email)
    {
        await using var nobody = _studio.Nobody();
        var typed = Typed;
        typed.Email = email;
        await nobody.Get<LinkStore>().UseAsync(secret, typed, Token);
    }

    private async Task<string?> OfferAsync()
    {
        await using var start = _studio.Nobody();
        return await start.Get<LinkStore>().OfferSetUpAsync(Token);
    }

    public ValueTask InitializeAsync() => _studio.InitializeAsync();

    public ValueTask DisposeAsync() => _studio.DisposeAsync();
}
