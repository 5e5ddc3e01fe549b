using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Features;
using CoCreateStudio.Features.Acceptance;
using CoCreateStudio.Features.Acceptance.Agreement;
using CoCreateStudio.Features.Acceptance.Record;
using CoCreateStudio.Shell;
using CoCreateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Features.Acceptance;

public sealed class AgreementRecordTests(StudioFixture studio) : IClassFixture<StudioFixture>, IDisposable
{
    private readonly (CultureInfo Words, CultureInfo Formats) _before = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
    private readonly StringWriter _output = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = _before;
        _output.Dispose();
    }

    [Fact]
    public async Task Verify_names_an_agreement_that_fits_with_its_fingerprints_one_from_before_and_one_that_does_not()
    {
        var (place, sample) = await SignedByUsAsync();
        var signature = Assert.Single(await studio.InDbAsync(db => db.Set<SignOff>().IgnoreQueryFilters().Where(s => s.VersionId == sample.Version.Id).ToListAsync(Ct)));

        Assert.Equal(0, await VerifyAsync(place.Project.Key));
        Assert.Contains("all fits. Versions: 1, signatures: 1.", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains(sample.Version.Hash, _output.ToString(), StringComparison.Ordinal);
        Assert.Contains(signature.OwnHash!, _output.ToString(), StringComparison.Ordinal);

        await studio.InDbAsync(db => db.Set<SignOff>().IgnoreQueryFilters().Where(s => s.Id == signature.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Title, "owner of the company").SetProperty(x => x.OwnHash, (string?)null), Ct));
        Assert.Equal(0, await VerifyAsync(place.Project.Key));
        Assert.Contains($"Signature of {signature.Name}, version 1: without a fingerprint of its own", _output.ToString(), StringComparison.Ordinal);

        await studio.InDbAsync(db => db.Set<SignOff>().IgnoreQueryFilters().Where(s => s.Id == signature.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.OwnHash, signature.OwnHash), Ct));
        Assert.Equal(1, await VerifyAsync(place.Project.Key));
        Assert.Contains($"Version 1: the signature of {signature.Name} is not as it was given.", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_touched_version_shows_on_the_page_and_can_only_be_recalled()
    {
        var (place, sample) = await SignedByUsAsync();
        await using var lead = await place.As(ProjectRole.Lead);
        await studio.InDbAsync(db => db.Set<AgreementVersion>().IgnoreQueryFilters().Where(v => v.Id == sample.Version.Id).ExecuteUpdateAsync(v => v.SetProperty(x => x.Content, "no agreement at all"), Ct));

        var view = (await lead.Get<AcceptanceReader>().ReadAsync(place.Id, null, Ct)).View(null, isInside: true);
        Assert.Equal([AgreementFaultKind.Changed], view.Faults.Select(f => f.Kind));
        await Refused.ByAsync(nameof(RuleText.SealIsBroken), () => lead.Get<SigningStore>().AcceptRestAsync(place.Id, sample.Version.Id, Ct));
        await Refused.ByAsync(nameof(RuleText.SealIsBroken), () => lead.Get<SigningStore>().SignAsync(place.Id, sample.Version.Id, "lead", Ct));
        Assert.Empty(await lead.Get<MyAgreementsReader>().ReadAsync(Ct));
        await lead.Get<AgreementStore>().RecallAsync(place.Id, sample.Version.Id, "Touched", Ct);
    }

    [Fact]
    public async Task The_download_is_checked_without_the_program_and_finds_what_was_touched()
    {
        var (place, _) = await SignedByUsAsync();
        await using var lead = await place.As(ProjectRole.Lead);
        using MemoryStream file = new();
        await AgreementRecordFile.WriteAsync(file, await lead.Get<AcceptanceReader>().ReadAsync(place.Id, null, Ct), isWhole: true, Ct);
        var folder = Directory.CreateTempSubdirectory("agreement-record-");
        await ZipFile.ExtractToDirectoryAsync(file, folder.FullName, Ct);

        Assert.Equal((0, true), await CheckAsync(folder.FullName, "All fit."));

        var signature = Directory.GetFiles(Path.Combine(folder.FullName, "signatures")).Single();
        await File.WriteAllTextAsync(signature, (await File.ReadAllTextAsync(signature, Ct)).Replace("project lead", "somebody", StringComparison.Ordinal), Ct);
        Assert.Equal((1, true), await CheckAsync(folder.FullName, "not what was signed"));
        folder.Delete(recursive: true);
    }

    private async Task<(Place Place, SampleAgreement Sample)> SignedByUsAsync()
    {
        var place = await Place.MakeAsync(studio);
        var sample = SampleAgreement.Of(place.Id, place.Ours.Id);
        await studio.AddAsync(sample.Agreement, sample.Criterion, sample.Version);
        await using var lead = await place.As(ProjectRole.Lead);
        await lead.Get<SigningStore>().AcceptRestAsync(place.Id, sample.Version.Id, Ct);
        await lead.Get<SigningStore>().SignAsync(place.Id, sample.Version.Id, "project lead", Ct);
        return (place, sample);
    }

    private async Task<int> VerifyAsync(string key)
    {
        using StringWriter error = new();
        return await DataCommandHost.RunAsync(StudioFeatures.DataCommand("verify")!, [key, "--lang", "en", .. studio.Settings.Select(s => $"--{s.Key}={s.Value}")], _output, error);
    }

    private static async Task<(int Exit, bool Said)> CheckAsync(string folder, string words)
    {
        using var check = Process.Start(new ProcessStartInfo("sh", "check.sh") { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var said = await check.StandardOutput.ReadToEndAsync(Ct);
        await check.WaitForExitAsync(Ct);
        return (check.ExitCode, said.Contains(words, StringComparison.Ordinal));
    }
}
