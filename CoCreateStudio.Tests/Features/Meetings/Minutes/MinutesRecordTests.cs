using System.Diagnostics;
using System.IO.Compression;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Features.Meetings.Minutes;
using CoCreateStudio.Features.Meetings.Minutes.Record;
using CoCreateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Features.Meetings.Minutes;

public sealed class MinutesRecordTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_somebody_changes_in_the_database_is_named()
    {
        await using var held = await CorrectedAsync();
        await studio.InDbAsync(db => db.Set<MinutesVersion>().IgnoreQueryFilters().Where(v => v.MeetingId == held.Id && v.Number == 2)
            .ExecuteUpdateAsync(v => v.SetProperty(x => x.Content, x => x.Content.Replace("We buy it", "We rob it")), Ct));

        var check = await held.Lead.Get<MinutesRecord>().CheckAsync(held.Place.Id, Ct);

        Assert.Equal([new(ChainFaultKind.Changed, 2, held.Number, 2)], check.Faults);
    }

    [Fact]
    public async Task Closing_and_correcting_take_one_moment_however_long_they_take()
    {
        studio.Clock.Step = TimeSpan.FromMilliseconds(600);
        await using var held = await CorrectedAsync();
        studio.Clock.Step = TimeSpan.Zero;

        Assert.Empty((await held.Lead.Get<MinutesRecord>().CheckAsync(held.Place.Id, Ct)).Faults);
    }

    [Fact]
    public async Task What_somebody_takes_out_of_the_middle_or_cuts_off_at_the_end_is_noticed()
    {
        await using var held = await CorrectedAsync();
        await using var next = await Held.MakeAsync(studio, held.Place);
        Assert.True((await held.Lead.Get<MinutesRecord>().CheckAsync(held.Place.Id, Ct)).Fits);
        await DeleteAsync(held.Id, 2);
        var middle = await held.Lead.Get<MinutesRecord>().CheckAsync(held.Place.Id, Ct);
        await DeleteAsync(next.Id, 1);

        var end = await held.Lead.Get<MinutesRecord>().CheckAsync(held.Place.Id, Ct);

        Assert.Equal([new(ChainFaultKind.PlaceGone, 2)], middle.Faults);
        Assert.Equal([new(ChainFaultKind.NoMinutes, 0, next.Number), new(ChainFaultKind.CutOff, 3)], end.Faults);
    }

    [Fact]
    public async Task A_customers_person_checks_the_minutes_of_their_company_alone()
    {
        await using var held = await CorrectedAsync();
        await using var customer = await held.Place.As(ProjectRole.Customer);
        await using var other = await studio.AsRole(held.Place.Id, ProjectRole.Customer, held.Place.Theirs.Id);

        var (theirs, nobodys) = (await customer.Get<MinutesRecord>().CheckAsync(held.Place.Id, Ct), await other.Get<MinutesRecord>().CheckAsync(held.Place.Id, Ct));

        Assert.Equal((2, true, false), (theirs.Lines.Count, theirs.Fits, theirs.IsWhole));
        Assert.Empty(nobodys.Lines);
        Assert.Empty(await other.Get<MinutesRecord>().LinksAsync(held.Place.Id, Ct));
    }

    [Theory]
    [InlineData(false, 0, "All fit.")]
    [InlineData(true, 1, "0002_meeting-1_version-2.json: not what was sealed")]
    public async Task The_record_is_checked_outside_by_the_recipe_that_comes_with_it(bool isTamperedWith, int exit, string said)
    {
        await using var held = await CorrectedAsync();
        var folder = Directory.CreateTempSubdirectory("studio-record-");
        using (MemoryStream zip = new())
        {
            await RecordFile.WriteAsync(zip, await held.Lead.Get<MinutesRecord>().LinksAsync(held.Place.Id, Ct), Ct);
            await ZipFile.ExtractToDirectoryAsync(zip, folder.FullName, Ct);
        }

        if (isTamperedWith)
        {
            var file = Path.Combine(folder.FullName, "minutes/0002_meeting-1_version-2.json");
            await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, Ct)).Replace("We buy it", "We rob it", StringComparison.Ordinal), Ct);
        }

        using var check = Process.Start(new ProcessStartInfo("sh", [Path.Combine(folder.FullName, "check.sh")]) { RedirectStandardOutput = true })!;
        var output = await check.StandardOutput.ReadToEndAsync(Ct);
        await check.WaitForExitAsync(Ct);

        Assert.Equal(exit, check.ExitCode);
        Assert.Contains(said, output, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    private async Task<Held> CorrectedAsync()
    {
        var held = await Held.MakeAsync(studio);
        await held.Lead.Get<MinutesStore>().CorrectAsync(held.Place.Id, held.Id, 1, await held.CorrectionAsync("We buy it"), "Heard wrong", Ct);
        return held;
    }

    private Task<int> DeleteAsync(Guid meeting, int version) => studio.InDbAsync(db => db.Set<MinutesVersion>().IgnoreQueryFilters().Where(v => v.MeetingId == meeting && v.Number == version).ExecuteDeleteAsync(Ct));
}
