using System.Globalization;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Features;
using CoCreateStudio.Shell;
using CoCreateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Features.Meetings.Minutes;

public sealed class VerifyCommandTests(StudioFixture studio) : IClassFixture<StudioFixture>, IDisposable
{
    private readonly (CultureInfo Words, CultureInfo Formats) _before = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = _before;
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task A_project_that_fits_ends_with_0_and_its_last_fingerprint()
    {
        await using var held = await Held.MakeAsync(studio);

        Assert.Equal(0, await RunAsync(held.Place.Project.Key.ToLowerInvariant(), "--lang", "en"));

        Assert.Contains($"{held.Place.Project.Key}: All fit. Versions: 1, meetings: 1.", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains((await held.RoomAsync()).Minutes[0].Hash, _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_fit_ends_with_1_and_its_name_and_only_in_the_project_that_it_is_in()
    {
        await using var held = await Held.MakeAsync(studio);
        await using var fine = await Held.MakeAsync(studio);
        await studio.InDbAsync(db => db.Set<MinutesVersion>().IgnoreQueryFilters().Where(v => v.MeetingId == held.Id).ExecuteUpdateAsync(v => v.SetProperty(x => x.Content, "{}"), Ct));

        Assert.Equal((1, 1, 0), (await RunAsync(held.Place.Project.Key, "--lang=en"), await RunAsync("--lang", "en"), await RunAsync(fine.Place.Project.Key)));

        Assert.Contains("Minutes of #1, version 1: the content is not what was sealed.", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no project with the key “NOWHERE”", "NOWHERE", "--lang", "en")]
    [InlineData("One project at a time", "--lang", "en", "A", "B")]
    [InlineData("“--all” is no option known here", "--lang", "en", "--all")]
    [InlineData("“tlh” is no language known here", "--lang", "tlh")]
    public async Task A_wrong_call_is_one_sentence_and_2(string sentence, params string[] arguments)
    {
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

        Assert.Equal(2, await RunAsync(arguments));

        Assert.StartsWith(sentence, Assert.Single(_error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Empty(_output.ToString());
    }

    [Fact]
    public async Task Without_a_database_it_says_so_and_makes_none()
    {
        var folder = Directory.CreateTempSubdirectory("studio-verify-");

        var exit = await DataCommandHost.RunAsync(StudioFeatures.DataCommand("verify")!, ["--Data:Folder", folder.FullName, "--Data:Provider=Sqlite"], _output, _error);

        Assert.Equal(2, exit);
        Assert.StartsWith("There is no database to be reached.", _error.ToString(), StringComparison.Ordinal);
        Assert.Empty(folder.GetFiles("studio.db*"));
        folder.Delete(recursive: true);
    }

    private Task<int> RunAsync(params string[] arguments) =>
        DataCommandHost.RunAsync(StudioFeatures.DataCommand("verify")!, [.. arguments, .. studio.Settings.Select(s => $"--{s.Key}={s.Value}")], _output, _error);
}
