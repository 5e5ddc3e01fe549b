using System.Net;
using CoCreateStudio.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CoCreateStudio.Tests.Shell;

public sealed class HostTests(WebFixture web) : IClassFixture<WebFixture>
{
    /// <summary>Everything that answers without a sign-in. Whoever adds to it has thought about it.</summary>
    private static readonly string[] Open =
    [
        "/account/sign-in", "/account/link/{Secret}", "/error", "/not-there", "/status/{Code:int}", "/language", "/health/live", "/health/ready",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/me")]
    [InlineData("/nowhere")]
    [InlineData("/health/live")]
    [InlineData("/assets/css/studio.css")]
    public async Task Every_answer_carries_the_security_headers(string address)
    {
        using var browser = web.Open();

        var answer = await browser.GetAsync(address);

        Assert.Contains("default-src 'none'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/people")]
    [InlineData("/account/me")]
    public async Task A_page_without_a_sign_in_leads_to_sign_in_and_back(string address)
    {
        using var browser = web.Open();

        var answer = await browser.GetAsync(address);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.EndsWith($"/account/sign-in?back={Uri.EscapeDataString(address)}", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_is_known_answers_without_a_sign_in()
    {
        await web.Open().GetAsync("/health/live");
        var open = web.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null && !e.Metadata.Any(m => m.GetType().Name == "StaticAssetDescriptor"))
            .Select(e => "/" + e.RoutePattern.RawText?.TrimStart('/')).Distinct();

        Assert.Equal(Open.Order(), open.Order());
    }

    [Fact]
    public async Task No_package_brings_start_scripts_since_the_page_does_not_ask_for_them()
    {
        var person = await web.AddPersonAsync();
        using var browser = web.Open();
        await browser.SignInAsync(person.Email);

        Assert.Equal("[]", await (await browser.GetAsync("/_blazor/initializers")).Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task People_are_not_there_for_those_who_do_not_administer()
    {
        var (person, administrator) = (await web.AddPersonAsync(), await web.AddPersonAsync(isAdministrator: true));
        using var his = web.Open();
        using var hers = web.Open();
        await his.SignInAsync(person.Email);
        await hers.SignInAsync(administrator.Email);

        Assert.Equal(HttpStatusCode.NotFound, (await his.GetAsync("/people")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await hers.GetAsync("/people")).StatusCode);
    }

    [Theory]
    [InlineData("en", "This is not there")]
    [InlineData("zh-CN", "没有找到")]
    public async Task An_address_that_leads_nowhere_says_so_in_the_readers_language(string language, string text)
    {
        var person = await web.AddPersonAsync();
        using var browser = web.Open(language);
        await browser.SignInAsync(person.Email);

        var answer = await browser.GetAsync("/nowhere");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(text, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_is_told_without_a_sign_in(string address)
    {
        using var browser = web.Open();

        Assert.Equal("Healthy", await browser.TextAsync(address));
    }

    private static string Header(HttpResponseMessage answer, string name) => string.Join(' ', answer.Headers.GetValues(name));
}
