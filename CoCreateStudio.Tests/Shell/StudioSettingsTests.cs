using System.Diagnostics;
using CoCreateStudio.Shell;
using Microsoft.Extensions.Configuration;

namespace CoCreateStudio.Tests.Shell;

public sealed class StudioSettingsTests
{
    [Theory]
    [InlineData("Data:Provider", "Oracle", "Data:Provider is “Oracle”")]
    [InlineData("Data:Provider", "Postgres", "ConnectionStrings:Studio is empty")]
    [InlineData("Urls", "here", "Urls has “here”")]
    [InlineData("Limits:SignInsPerMinute", "0", "Limits:SignInsPerMinute is “0”")]
    [InlineData("Limits:AnonymousPerMinute", "-5", "a whole number from 1 up")]
    [InlineData("Limits:AnonymousPerMinute", "many", "a whole number from 1 up")]
    [InlineData("Proxy:Trusted", "10.0.0.0/99", "Proxy:Trusted has “10.0.0.0/99”")]
    [InlineData("Proxy:Trusted:0", "proxy.local", "Proxy:Trusted has “proxy.local”")]
    [InlineData("Data:Folder", "/proc/nowhere", "nothing can be written")]
    public void A_wrong_value_is_told_in_a_sentence(string key, string value, string sentence) =>
        Assert.Contains(sentence, StudioSettings.FirstProblem(With(key, value)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Data:Provider", "sqlite")]
    [InlineData("Urls", "http://*:8080;https://0.0.0.0:8443")]
    [InlineData("Limits:SignInsPerMinute", "1")]
    [InlineData("Proxy:Trusted", "10.0.0.0/24, ::1")]
    [InlineData("Proxy:Trusted:0", "10.0.0.5")]
    public void A_right_value_is_not_spoken_of(string key, string value) => Assert.Null(StudioSettings.FirstProblem(With(key, value)));

    [Fact]
    public async Task A_wrong_value_stops_the_start_with_one_sentence_and_code_2()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "--Data:Provider", "Oracle"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        var (error, said) = (await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken), await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, process.ExitCode);
        Assert.Equal("Data:Provider is “Oracle”, but only Sqlite and Postgres are known.", error.Trim());
        Assert.Empty(said);
    }

    private static IConfiguration With(string key, string value) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Data:Folder"] = Path.GetTempPath(), [key] = value }).Build();
}
