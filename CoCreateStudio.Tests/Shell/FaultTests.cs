using System.Net;
using CoCreateStudio.Infrastructure.Identity;
using CoCreateStudio.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CoCreateStudio.Tests.Shell;

/// <summary>In this house the lock of the door is broken: every page that has to do with it fails.</summary>
public sealed class FaultTests(FaultTests.Broken web) : IClassFixture<FaultTests.Broken>
{
    private const string Fault = "The lock is broken.";

    [Fact]
    public async Task A_fault_shows_a_number_that_is_in_the_log_once_and_nothing_else()
    {
        using var browser = web.Open();

        var page = await browser.TextAsync("/account/sign-in");

        var number = page.Split("Error ")[1][..9];
        var line = Assert.Single(web.Logged, line => line.Contains(Fault, StringComparison.Ordinal) && line.Contains("sign-in", StringComparison.Ordinal));
        Assert.StartsWith($"Error: Error {number} on GET /account/sign-in", line, StringComparison.Ordinal);
        Assert.DoesNotContain(Fault, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_error_page_is_an_error_and_carries_the_security_headers()
    {
        using var browser = web.Open("zh-CN");

        var answer = await browser.GetAsync($"/account/link/{Guid.NewGuid():N}");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("default-src 'none'", string.Concat(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Contains("页面无法显示", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secret_of_a_link_is_not_in_the_log_even_when_its_page_fails()
    {
        await using Broken other = new();
        using var browser = other.Open();
        var secret = Guid.NewGuid().ToString("N");

        await browser.GetAsync($"/account/link/{secret}");

        Assert.Contains(other.Logged, line => line.Contains(Fault, StringComparison.Ordinal));
        Assert.DoesNotContain(other.Logged, line => line.Contains(secret, StringComparison.Ordinal));
    }

    public sealed class Broken : WebFixture
    {
        protected override void Replace(IServiceCollection services) =>
            services.AddScoped<SignInManager<Login>>(_ => throw new InvalidOperationException(Fault));
    }
}
