using System.Diagnostics;
using System.IO.Compression;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Features.Meetings;
using CoCreateStudio.Features.Meetings.Live;
using CoCreateStudio.Features.Meetings.Minutes;
using CoCreateStudio.Features.Meetings.Minutes.Confirming;
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
        Assert.Empty((await other.Get<MinutesRecord>().ExportAsync(held.Place.Id, Ct)).Links);
    }

    [Fact]
    public async Task What_is_closed_while_it_is_checked_is_no_fault()
    {
        await using var held = await Held.MakeAsync(studio);
        Queue<Guid> running = new([await RunningAsync(held), await RunningAsync(held), await RunningAsync(held), await RunningAsync(held)]);
        await using var db = HookedDb.Open(held.Lead, held.Place.Id, async () =>
        {
            if (running.TryDequeue(out var next)) await held.Lead.Get<RoomStore>().CloseAsync(held.Place.Id, next, "Done.", Ct);
        });

        var check = await MinutesRecord.CheckAsync(db, held.Place.Id, Ct);

        Assert.Empty(check.Faults);
        Assert.Equal((0, 5), (running.Count, check.Lines.Count));
    }

    [Fact]
    public async Task A_confirmation_of_other_words_is_named()
    {
        await using var held = await CorrectedAsync();
        await held.Lead.Get<ConfirmationStore>().AnswerAsync(held.Place.Id, held.Id, 2, ConfirmationAnswer.Confirmed, null, Ct);
        Assert.True((await held.Lead.Get<MinutesRecord>().CheckAsync(held.Place.Id, Ct)).Fits);
        await studio.InDbAsync(db => db.Set<Confirmation>().IgnoreQueryFilters().Where(c => c.MeetingId == held.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Hash, "abc"), Ct));
        using var english = Language.Use("en");

        var fault = Assert.Single((await held.Lead.Get<MinutesRecord>().CheckAsync(held.Place.Id, Ct)).Faults);

        Assert.Equal($"Minutes of #1, version 2: {held.Lead.Actor.Name} answered to another content than the one that is there.", fault.Said());
    }

    [Theory]
    [InlineData("", 0, "All fit.")]
    [InlineData("content", 1, "0002_meeting-1_version-2.json: not what was sealed")]
    [InlineData("gap", 1, "place 2: something is missing or out of order")]
    [InlineData("end", 1, "cut off at the end: 3 versions were made")]
    [InlineData("answer", 1, "place 2: confirmed was something else: {\"answer\":\"Objected\"")]
    public async Task The_record_is_checked_outside_by_the_recipe_that_comes_with_it(string tampered, int exit, string said)
    {
        await using var held = await CorrectedAsync();
        await held.Lead.Get<ConfirmationStore>().AnswerAsync(held.Place.Id, held.Id, 2, ConfirmationAnswer.Objected, "Not \"all\"\nof it", Ct);
        await held.Lead.Get<MinutesStore>().CorrectAsync(held.Place.Id, held.Id, 2, await held.CorrectionAsync("We rent it"), "Heard wrong", Ct);
        var folder = await UnpackAsync(held.Lead, held.Place.Id);
        if (tampered == "content") await EditAsync(folder, "minutes/0002_meeting-1_version-2.json", text => text.Replace("We buy it", "We rob it", StringComparison.Ordinal));
        if (tampered == "gap") await EditAsync(folder, "chain.txt", text => WithoutLine(text, 2));
        if (tampered == "end") await EditAsync(folder, "chain.txt", text => WithoutLine(text, 3));
        if (tampered == "answer") await EditAsync(folder, "confirmations.txt", text => $"\n{text}".Replace("\n2 ", "\n2 0", StringComparison.Ordinal)[1..]);

        var (code, output) = await CheckAsync(folder);

        Assert.Equal(exit, code);
        Assert.Contains(said, output, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_record_of_ones_own_meetings_alone_has_gaps_and_fits()
    {
        var place = await Place.MakeAsync(studio);
        await using var inside = await Held.MakeAsync(studio, place, withCustomer: false);
        await using var held = await Held.MakeAsync(studio, place);
        await using var customer = await place.As(ProjectRole.Customer);
        var folder = await UnpackAsync(customer, place.Id);

        var (code, output) = await CheckAsync(folder);

        Assert.Equal((0, "part"), (code, (await File.ReadAllLinesAsync(Path.Combine(folder.FullName, "chain.txt"), Ct))[0]));
        Assert.StartsWith("All fit.", output, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    private static async Task<DirectoryInfo> UnpackAsync(Acting acting, Guid project)
    {
        var folder = Directory.CreateTempSubdirectory("studio-record-");
        using MemoryStream zip = new();
        await RecordFile.WriteAsync(zip, await acting.Get<MinutesRecord>().ExportAsync(project, Ct), Ct);
        await ZipFile.ExtractToDirectoryAsync(zip, folder.FullName, Ct);
        return folder;
    }

    private static async Task EditAsync(DirectoryInfo folder, string name, Func<string, string> edit)
    {
        var file = Path.Combine(folder.FullName, name);
        await File.WriteAllTextAsync(file, edit(await File.ReadAllTextAsync(file, Ct)), Ct);
    }

    private static string WithoutLine(string text, int place) => string.Join('\n', text.Split('\n').Where(l => !l.StartsWith($"{place} ", StringComparison.Ordinal)));

    private static async Task<(int Code, string Output)> CheckAsync(DirectoryInfo folder)
    {
        using var check = Process.Start(new ProcessStartInfo("sh", [Path.Combine(folder.FullName, "check.sh")]) { RedirectStandardOutput = true })!;
        var output = await check.StandardOutput.ReadToEndAsync(Ct);
        await check.WaitForExitAsync(Ct);
        return (check.ExitCode, output);
    }

    private static async Task<Guid> RunningAsync(Held held)
    {
        var number = await held.Lead.Get<MeetingStore>().PlanAsync(held.Place.Id, Samples.Meeting(held.Place.Ours.Id), Ct);
        var room = await held.Lead.Get<RoomReader>().ReadAsync(held.Place.Id, number, Ct);
        await held.Lead.Get<RoomStore>().StartAsync(held.Place.Id, room!.Meeting.Id, Ct);
        return room.Meeting.Id;
    }

    private async Task<Held> CorrectedAsync()
    {
        var held = await Held.MakeAsync(studio);
        await held.Lead.Get<MinutesStore>().CorrectAsync(held.Place.Id, held.Id, 1, await held.CorrectionAsync("We buy it"), "Heard wrong", Ct);
        return held;
    }

    private Task<int> DeleteAsync(Guid meeting, int version) => studio.InDbAsync(db => db.Set<MinutesVersion>().IgnoreQueryFilters().Where(v => v.MeetingId == meeting && v.Number == version).ExecuteDeleteAsync(Ct));
}
