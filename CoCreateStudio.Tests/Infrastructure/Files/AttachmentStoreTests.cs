using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Files;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Infrastructure.Files;

public sealed class AttachmentStoreTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static readonly byte[] Gif = "GIF89a and more"u8.ToArray();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picture_comes_back_byte_by_byte_and_is_what_its_bytes_are()
    {
        var place = await Place.MakeAsync(studio);
        await using var member = await place.As(ProjectRole.Member);

        var id = await AddAsync(member, await place.AddAsync(), "../../etc/photo.png");
        var (picture, bytes) = (await member.Get<AttachmentStore>().OpenAsync(place.Id, id, Token))!.Value;

        Assert.Equal(Gif, bytes);
        Assert.Equal((PictureKind.Gif, "photo.png", Gif.Length), (picture.Kind, picture.FileName, picture.Size));
    }

    [Fact]
    public async Task What_is_no_picture_or_belongs_to_nothing_here_is_refused()
    {
        var (here, there) = (await Place.MakeAsync(studio), await Place.MakeAsync(studio));
        var (mine, theirs) = (await here.AddAsync(), await there.AddAsync());
        await using var member = await here.As(ProjectRole.Member);
        var store = member.Get<AttachmentStore>();

        await Refused.ByAsync(nameof(RuleText.NotAPicture), () => store.AddAsync<Requirement>(here.Id, mine.Id, Right.EditRequirements, "x.png", [1, 2, 3], Token));
        await Refused.ByAsync(nameof(RuleText.NotThere), () => store.AddAsync<Requirement>(here.Id, theirs.Id, Right.EditRequirements, "x.png", Gif, Token));
    }

    [Fact]
    public async Task A_removed_picture_is_gone_for_everybody_until_it_is_restored()
    {
        var place = await Place.MakeAsync(studio);
        await using var member = await place.As(ProjectRole.Member);
        var store = member.Get<AttachmentStore>();
        var id = await AddAsync(member, await place.AddAsync(), "x.gif");

        await store.RemoveAsync(place.Id, id, Right.EditRequirements, Token);
        Assert.Null(await store.OpenAsync(place.Id, id, Token));

        await store.RestoreAsync(place.Id, id, Right.EditRequirements, Token);
        Assert.NotNull(await store.OpenAsync(place.Id, id, Token));
    }

    [Fact]
    public async Task A_customers_person_opens_only_pictures_of_what_is_shared_with_them()
    {
        var place = await Place.MakeAsync(studio);
        var others = await place.AddAsync((RequirementField.Customer, place.Theirs.Id.ToString()), (RequirementField.Shared, bool.TrueString));
        await using var member = await place.As(ProjectRole.Member);
        await using var customer = await place.As(ProjectRole.Customer);
        Guid[] pictures = [await AddAsync(member, await place.AddSharedAsync(), "1.gif"), await AddAsync(member, await place.AddAsync(), "2.gif"), await AddAsync(member, others, "3.gif")];
        var store = customer.Get<AttachmentStore>();

        Assert.NotNull(await store.OpenAsync(place.Id, pictures[0], Token));
        Assert.Null(await store.OpenAsync(place.Id, pictures[1], Token));
        Assert.Null(await store.OpenAsync(place.Id, pictures[2], Token));
        Assert.Single(await store.ByOwnerAsync(place.Id, Token));
    }

    private static Task<Guid> AddAsync(Acting acting, Requirement owner, string name) =>
        acting.Get<AttachmentStore>().AddAsync<Requirement>(owner.ProjectId, owner.Id, Right.EditRequirements, name, Gif, Token);
}
