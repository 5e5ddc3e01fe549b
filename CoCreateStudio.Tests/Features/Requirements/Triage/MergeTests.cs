using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements;
using CoCreateStudio.Features.Requirements.Panel;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Requirements.Triage;

public sealed class MergeTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_one_that_goes_on_shows_reporters_and_pictures_of_all_that_were_merged_into_it()
    {
        var place = await Place.MakeAsync(studio);
        var (first, second, third) = (await place.AddAsync((RequirementField.Reporter, "Wang Li")), await place.AddAsync((RequirementField.Reporter, "Emily")), await place.AddAsync());
        await studio.AddAsync(new Attachment(place.Id, first.Id, "x.gif", PictureKind.Gif, "GIF89a"u8.ToArray(), "Mei", Samples.Now));
        await using var pm = await place.As(ProjectRole.Pm);
        var store = pm.Get<RequirementStore>();
        await store.MergeAsync(place.Id, first.Id, second.Id, Token);

        await store.MergeAsync(place.Id, second.Id, third.Id, Token);

        var shown = await pm.Get<RequirementDetails>().ReadAsync(place.Id, third.Number, Token);
        Assert.Equal([("Wang Li", 1), ("Emily", 0)], shown!.Duplicates.Select(d => (d.Reporter, d.Pictures.Count)));
        var merged = await pm.Get<RequirementDetails>().ReadAsync(place.Id, first.Number, Token);
        Assert.Equal((third.Number, RequirementStatus.Duplicate), (merged!.Original?.Number, merged.Status));
        Assert.Contains(merged.History, h => h.Steps.Any(s => s.Field == RequirementField.DuplicateOf && s.New == $"R-{third.Number}"));
    }

    [Fact]
    public async Task A_merge_is_taken_back_as_one_act_with_all_that_moved_along()
    {
        var place = await Place.MakeAsync(studio);
        var (first, second, third) = (await place.AddAsync(), await place.AddAsync((RequirementField.SnoozedUntil, "2026-05-01")), await place.AddAsync());
        await using var pm = await place.As(ProjectRole.Pm);
        var store = pm.Get<RequirementStore>();
        await store.MergeAsync(place.Id, first.Id, second.Id, Token);
        var act = await store.MergeAsync(place.Id, second.Id, third.Id, Token);

        Assert.Equal(2, await store.UndoAsync(place.Id, act, Token));

        Assert.Equal(second.Id, (await place.ReadAsync<Requirement>(first.Id)).DuplicateOfId);
        var back = await place.ReadAsync<Requirement>(second.Id);
        Assert.Equal((RequirementStatus.New, null, null, new DateOnly(2026, 5, 1)), (back.Status, back.DuplicateOfId, back.FirstAnsweredAt, back.SnoozedUntil));
    }

    [Fact]
    public async Task Nothing_is_merged_into_what_is_not_there_or_lives_elsewhere()
    {
        var (place, other) = (await Place.MakeAsync(studio), await Place.MakeAsync(studio));
        var (row, stranger) = (await place.AddAsync(), await other.AddAsync());
        await using var pm = await place.As(ProjectRole.Pm);

        await Refused.ByAsync(nameof(RuleText.NotThere), () => pm.Get<RequirementStore>().MergeAsync(place.Id, row.Id, stranger.Id, Token));
        await Refused.ByAsync(nameof(RuleText.NotThere), () => pm.Get<RequirementStore>().MergeAsync(place.Id, Guid.NewGuid(), row.Id, Token));
    }

    [Fact]
    public async Task A_customer_sees_of_a_merge_only_the_rows_that_are_theirs()
    {
        var place = await Place.MakeAsync(studio);
        var (theirs, inside) = (await place.AddSharedAsync(), await place.AddAsync((RequirementField.Title, "Not for them")));
        var alsoTheirs = await place.AddSharedAsync();
        await using var pm = await place.As(ProjectRole.Pm);
        await pm.Get<RequirementStore>().MergeAsync(place.Id, theirs.Id, inside.Id, Token);
        await using var customer = await place.As(ProjectRole.Customer);
        var details = customer.Get<RequirementDetails>();

        var seen = await details.ReadAsync(place.Id, theirs.Number, Token);
        Assert.Equal((RequirementStatus.Duplicate, null), (seen!.Status, seen.Original));

        await pm.Get<RequirementStore>().MergeAsync(place.Id, inside.Id, alsoTheirs.Id, Token);
        Assert.Equal([theirs.Number], (await details.ReadAsync(place.Id, alsoTheirs.Number, Token))!.Duplicates.Select(d => d.Number));
    }
}
