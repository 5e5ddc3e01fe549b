using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Views;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Requirements.Views;

public sealed class ViewStoreTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static readonly ViewState Open = new("?cols=title", default);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mine_is_only_mine_and_the_projects_is_everybodys()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        await using var member = await place.As(ProjectRole.Member);
        var mine = await lead.Get<ViewStore>().AddMineAsync(place.Id, "Late", Open, Token);
        await lead.Get<ViewStore>().AddSharedAsync(place.Id, "Triage", Open, Token);

        Assert.Equal([("Triage", false), ("Late", true)], (await NamesAsync(lead, place)));
        Assert.Equal([("Triage", false)], await NamesAsync(member, place));
        await Refused.ByAsync(nameof(RuleText.NotThere), () => member.Get<ViewStore>().RenameAsync(place.Id, mine, "Taken", Token));
    }

    [Theory]
    [InlineData(ProjectRole.Member)]
    [InlineData(ProjectRole.Viewer)]
    [InlineData(ProjectRole.Customer)]
    public async Task Whoever_may_not_make_views_of_the_project_may_have_their_own(ProjectRole role)
    {
        var place = await Place.MakeAsync(studio);
        await using var acting = await place.As(role);
        var store = acting.Get<ViewStore>();

        await Refused.ByAsync(nameof(RuleText.NotAllowed), () => store.AddSharedAsync(place.Id, "Triage", Open, Token));
        var id = await store.AddMineAsync(place.Id, "Late", Open, Token);
        await store.RenameAsync(place.Id, id, "Later", Token);

        Assert.Equal([("Later", true)], await NamesAsync(acting, place));
    }

    [Fact]
    public async Task A_deleted_view_comes_back_as_it_was()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        var store = lead.Get<ViewStore>();
        var id = await store.AddSharedAsync(place.Id, "Triage", Open, Token);
        await store.UpdateAsync(place.Id, id, new("?late=1", default), Token);

        await store.RemoveAsync(place.Id, id, Token);
        Assert.Empty(await store.ListAsync(place.Id, Token));
        await store.RestoreAsync(place.Id, id, Token);

        Assert.Equal(("Triage", "?late=1"), Assert.Single(await store.ListAsync(place.Id, Token)) is var view ? (view.Name, view.Query) : default);
    }

    [Fact]
    public async Task No_two_views_of_one_owner_have_the_same_address()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        var store = lead.Get<ViewStore>();
        var first = await store.AddSharedAsync(place.Id, "Monday triage", Open, Token);

        await Refused.ByAsync(nameof(RuleText.ViewNameTaken), () => store.AddSharedAsync(place.Id, "monday TRIAGE!", Open, Token));
        await store.AddMineAsync(place.Id, "Monday triage", Open, Token);
        await store.RenameAsync(place.Id, first, "Monday Triage", Token);
        await store.RemoveAsync(place.Id, first, Token);
        await store.AddSharedAsync(place.Id, "Monday triage", Open, Token);
        await Refused.ByAsync(nameof(RuleText.ViewNameTaken), () => store.RestoreAsync(place.Id, first, Token));
    }

    [Fact]
    public async Task A_customers_people_have_the_projects_views_that_hold_nothing_internal()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        foreach (var (name, scope) in new[] { ("All", default(ViewScope)), ("Ours", new(false, place.Ours.Id)), ("Theirs", new(false, place.Theirs.Id)), ("Inside", new(true)) })
            await lead.Get<ViewStore>().AddSharedAsync(place.Id, name, new("?cols=title", scope), Token);
        await using var customer = await place.As(ProjectRole.Customer);

        Assert.Equal([("All", false), ("Ours", false)], await NamesAsync(customer, place));
        Assert.Equal(4, (await NamesAsync(lead, place)).Count);
    }

    private static async Task<List<(string, bool)>> NamesAsync(Acting acting, Place place) =>
        [.. (await acting.Get<ViewStore>().ListAsync(place.Id, Token)).Select(v => (v.Name, v.IsMine))];
}
