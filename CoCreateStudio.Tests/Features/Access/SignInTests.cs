using System.Net;
using CoCreateStudio.Features.Access.People;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Access;

public sealed class SignInTests(WebFixture web) : IClassFixture<WebFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_right_password_leads_back_to_where_one_came_from()
    {
        var person = await web.AddPersonAsync();
        using var browser = web.Open();

        var answer = await browser.SignInAsync(person.Email, back: "/account/me?x=1");

        Assert.Equal("/account/me?x=1", Target(answer));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/me")).StatusCode);
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    public async Task An_address_elsewhere_is_never_followed(string back)
    {
        var person = await web.AddPersonAsync();
        using var browser = web.Open();

        Assert.Equal("/", Target(await browser.SignInAsync(person.Email, back: back)));
    }

    [Fact]
    public async Task The_address_is_the_same_however_it_is_typed()
    {
        var person = await web.AddPersonAsync();
        using var browser = web.Open();

        Assert.Equal(HttpStatusCode.Found, (await browser.SignInAsync($" {person.Email.ToUpperInvariant()} ")).StatusCode);
    }

    [Fact]
    public async Task A_wrong_password_says_how_many_tries_are_left_and_keeps_the_address()
    {
        var person = await web.AddPersonAsync();
        using var browser = web.Open();

        var page = await BodyAsync(await browser.SignInAsync(person.Email, "wrong"));

        Assert.Contains("4 tries are left", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{person.Email}\"", page, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\" aria-describedby=\"Password-refusal\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_tries_lock_even_the_right_password_out()
    {
        var person = await web.AddPersonAsync();
        using var browser = web.Open();

        for (var i = 0; i < 5; i++) await browser.SignInAsync(person.Email, "wrong");

        Assert.Contains("Wait five minutes", await BodyAsync(await browser.SignInAsync(person.Email)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_nobody_has_is_answered_word_for_word_like_a_wrong_password()
    {
        var person = await web.AddPersonAsync();
        using var browser = web.Open();

        for (var i = 0; i < 6; i++)
        {
            var known = await BodyAsync(await browser.SignInAsync(person.Email, "wrong"));
            var unknown = await BodyAsync(await browser.SignInAsync("nobody@example.com", "wrong"));
            Assert.Equal(Refusal(known), Refusal(unknown));
        }
    }

    [Fact]
    public async Task A_blocked_persons_cookie_stops_working_at_once()
    {
        var (administrator, person) = (await web.AddPersonAsync(isAdministrator: true), await web.AddPersonAsync());
        using var browser = web.Open();
        await browser.SignInAsync(person.Email);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/me")).StatusCode);

        await web.ActAsync<PeopleStore>(administrator.Id, people => people.BlockAsync(person.Id));

        Assert.StartsWith("/account/sign-in", Target(await browser.GetAsync("/account/me")), StringComparison.Ordinal);
        Assert.Contains("access was taken away", await BodyAsync(await browser.SignInAsync(person.Email)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_the_other_browser_too()
    {
        var person = await web.AddPersonAsync();
        using var here = web.Open();
        using var there = web.Open();
        await here.SignInAsync(person.Email);
        await there.SignInAsync(person.Email);

        await here.SubmitAsync("/account/me", "sign-out-everywhere");

        Assert.Equal(HttpStatusCode.Found, (await here.GetAsync("/account/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await there.GetAsync("/account/me")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_only_this_browser()
    {
        var person = await web.AddPersonAsync();
        using var here = web.Open();
        using var there = web.Open();
        await here.SignInAsync(person.Email);
        await there.SignInAsync(person.Email);

        await here.SubmitAsync("/account/me", "sign-out");

        Assert.Equal(HttpStatusCode.Found, (await here.GetAsync("/account/me")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/account/me")).StatusCode);
    }

    [Fact]
    public async Task A_changed_password_keeps_this_browser_signed_in_and_ends_the_others()
    {
        var person = await web.AddPersonAsync();
        using var here = web.Open();
        using var there = web.Open();
        await here.SignInAsync(person.Email);
        await there.SignInAsync(person.Email);

        await here.SubmitAsync("/account/me", "password", ("Present", WebFixture.Password), ("Next", "another long one"), ("Again", "another long one"));

        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await there.GetAsync("/account/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await there.SignInAsync(person.Email, "another long one")).StatusCode);
    }

    [Fact]
    public async Task A_password_is_not_changed_without_the_present_one()
    {
        var person = await web.AddPersonAsync();
        using var browser = web.Open();
        await browser.SignInAsync(person.Email);

        var answer = await browser.SubmitAsync("/account/me", "password", ("Present", "wrong"), ("Next", "another long one"), ("Again", "another long one"));

        Assert.Contains("not your present password", await BodyAsync(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account/sign-in", "sign-in")]
    public async Task A_form_without_its_token_is_refused(string address, string form)
    {
        using var browser = web.Open();

        var answer = await browser.PostAsync(address, [KeyValuePair.Create("_handler", form), KeyValuePair.Create("Input.Email", "a@b"), KeyValuePair.Create("Input.Password", "x")]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("This could not be sent", await BodyAsync(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sign-out")]
    [InlineData("sign-out-everywhere")]
    [InlineData("me")]
    [InlineData("password")]
    public async Task A_form_of_ones_account_without_its_token_is_refused(string form)
    {
        var person = await web.AddPersonAsync();
        using var browser = web.Open();
        await browser.SignInAsync(person.Email);

        var answer = await browser.PostAsync("/account/me", [KeyValuePair.Create("_handler", form)]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/me")).StatusCode);
    }

    private static string Target(HttpResponseMessage answer)
    {
        var target = answer.Headers.Location ?? throw new InvalidOperationException($"{answer.StatusCode} leads nowhere.");
        return target.IsAbsoluteUri ? target.PathAndQuery : target.OriginalString;
    }

    private static Task<string> BodyAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(Token);

    private static string Refusal(string page) => page[page.IndexOf("Password-refusal\">", StringComparison.Ordinal)..page.IndexOf("<label class=\"row\"", StringComparison.Ordinal)];
}
