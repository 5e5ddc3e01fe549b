using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements;
using CoCreateStudio.Features.Requirements.Import;
using CoCreateStudio.Features.Requirements.Import.Difference;
using CoCreateStudio.Infrastructure.Files;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Requirements.Import.Difference;

public sealed class ImportFileTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_kept_with_its_import_and_goes_out_as_it_came()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        var sent = new byte[ImportFile.PieceBytes * 2 + 7];
        Random.Shared.NextBytes(sent);
        var kept = await ImportFileStore.ReadAsync(ImportFileKind.Sent, new MemoryStream(sent), Token);

        var run = await lead.Get<ImportStore>().WriteAsync(place.Id, ImportSheets.Order(ImportSheets.Row()) with { Files = [kept], Same = 4, Wrong = 2 }, Token);

        var files = lead.Get<ImportFileStore>();
        Assert.Equal(("list.xlsx", null), (await files.NameAsync(place.Id, run.Id, ImportFileKind.Sent, Token), await files.NameAsync(place.Id, run.Id, ImportFileKind.Wrong, Token)));
        using MemoryStream output = new();
        await files.WriteAsync(place.Id, run.Id, ImportFileKind.Sent, output, Token);
        Assert.Equal(sent, output.ToArray());
        Assert.Equal((1, 0, 4, 2, true), (run.Rows, run.Changed, run.Same, run.Wrong, run.HasFile));
    }

    [Fact]
    public async Task A_picture_that_is_there_is_not_added_again_and_one_of_the_same_size_is()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        var there = await place.AddAsync((RequirementField.Title, "附件丢失"));
        byte[] other = [.. ImportSheets.Png[..^1], 1];
        await lead.Get<AttachmentStore>().AddAsync<Requirement>(place.Id, there.Id, Right.EditRequirements, "a.png", ImportSheets.Png, Token);
        var row = ImportSheets.Row("附件丢失");
        row.Pictures = [ImportSheets.Picture(ImportSheets.Png), ImportSheets.Picture(other)];
        var known = await lead.Get<ImportStore>().KnownAsync(place.Id, Token);

        await new ImportDifference(known, new(ProjectFacts.None, new())).FindAsync([row], Token);

        Assert.Equal([row.Pictures[1]], row.NewPictures);
    }
}
