using System.Net;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Shell;

public sealed class LimitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "Wait a minute")]
    [InlineData("zh-CN", "请等待一分钟")]
    public async Task Too_many_tries_to_sign_in_are_told_to_wait(string language, string text)
    {
        await using var web = new Narrow(("Limits:SignInsPerMinute", "2"));
        using var browser = web.Open(language);

        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.OK, (await browser.SignInAsync("a@example.com")).StatusCode);
        var answer = await browser.SignInAsync("a@example.com");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(1), answer.Headers.RetryAfter?.Delta);
        Assert.Contains(text, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_limited_everywhere_and_others_are_not()
    {
        await using var web = new Narrow(("Limits:AnonymousPerMinute", "4"));
        var person = await web.AddPersonAsync();
        using var member = web.Open();
        using var stranger = web.Open();
        await member.SignInAsync(person.Email);

        for (var i = 0; i < 4; i++) await stranger.GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.TooManyRequests, (await stranger.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync("/account/me")).StatusCode);
    }

    [Fact]
    public async Task A_stranger_cannot_speak_for_another_address()
    {
        await using var web = new Narrow(("Limits:AnonymousPerMinute", "3"), ("Proxy:Trusted", "10.9.9.9"));
        using var browser = web.Open();

        for (var i = 0; i < 3; i++) await AsFromAsync(browser, $"203.0.113.{i}");

        Assert.Equal(HttpStatusCode.TooManyRequests, (await AsFromAsync(browser, "203.0.113.99")).StatusCode);
    }

    [Fact]
    public async Task Behind_a_trusted_proxy_each_caller_has_an_own_limit()
    {
        await using var web = new Narrow(("Limits:AnonymousPerMinute", "3"));
        using var browser = web.Open();

        for (var i = 0; i < 8; i++) Assert.Equal(HttpStatusCode.OK, (await AsFromAsync(browser, $"203.0.113.{i}")).StatusCode);
    }

    private static Task<HttpResponseMessage> AsFromAsync(Browser browser, string caller)
    {
        HttpRequestMessage request = new(HttpMethod.Get, "/health/live");
        request.Headers.Add("X-Forwarded-For", caller);
        return browser.SendAsync(request);
    }

    private sealed class Narrow(params (string Key, string Value)[] settings) : WebFixture
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => settings.Select(s => KeyValuePair.Create(s.Key, s.Value));
    }
}
