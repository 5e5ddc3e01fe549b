using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements;
using CoCreateStudio.Features.Requirements.Reply;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Requirements.Reply;

public sealed class BulkReplyTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_preview_names_readers_and_whoever_is_left_out()
    {
        var (place, shared, hidden, nobodys) = await FilledAsync();
        await using var contact = await place.As(ProjectRole.Customer, "Liu Fang");
        await using var pm = await place.As(ProjectRole.Pm);

        var preview = await pm.Get<BulkReply>().PreviewAsync(place.Id, [shared.Id, hidden.Id, nobodys.Id], Token);

        Assert.Equal([(place.Ours.ShortName, 1, 0), (place.Theirs.ShortName, 0, 1)], preview.Readers.Select(r => (r.Customer, r.Seen.Count, r.Hidden.Count)).OrderByDescending(r => r.Item2));
        Assert.Equal("Liu Fang", Assert.Single(preview.Readers.Single(r => r.Seen.Count > 0).People));
        Assert.Equal([nobodys.Number], preview.WithoutCustomer.Select(r => r.Number));
        Assert.Equal([shared.Number], preview.Reached(share: false).Select(r => r.Number));
        Assert.Equal(2, preview.Reached(share: true).Count());
    }

    [Fact]
    public async Task Only_rows_that_their_customer_sees_are_answered_unless_the_others_are_shared()
    {
        var (place, shared, hidden, nobodys) = await FilledAsync();
        await using var pm = await place.As(ProjectRole.Pm);
        Guid[] all = [shared.Id, hidden.Id, nobodys.Id];

        Assert.Equal(1, (await pm.Get<BulkReply>().SendAsync(place.Id, all, new("Fixed in {number}.", ReplyMode.Replace, Share: false), Token)).Rows);
        Assert.Equal(($"Fixed in R-{shared.Number}.", null, null), (await ReplyAsync(place, shared), await ReplyAsync(place, hidden), await ReplyAsync(place, nobodys)));
        Assert.Equal(2, (await pm.Get<BulkReply>().SendAsync(place.Id, all, new("Done.", ReplyMode.Replace, Share: true), Token)).Rows);

        var opened = await place.ReadAsync<Requirement>(hidden.Id);
        Assert.Equal(("Done.", true, studio.Clock.Now.UtcDateTime), (opened.PublicReply, opened.Shared, opened.FirstAnsweredAt));
        Assert.Null(await ReplyAsync(place, nobodys));
    }

    [Fact]
    public async Task All_of_it_is_taken_back_at_once()
    {
        var (place, shared, hidden, _) = await FilledAsync();
        await using var pm = await place.As(ProjectRole.Pm);
        var store = pm.Get<RequirementStore>();
        await store.ChangeAsync(place.Id, shared.Id, RequirementField.PublicReply, null, "Before.", ct: Token);
        var sent = await pm.Get<BulkReply>().SendAsync(place.Id, [shared.Id, hidden.Id], new("More.", ReplyMode.Add, Share: true), Token);
        Assert.Equal("Before.\n\nMore.", await ReplyAsync(place, shared));

        Assert.Equal(2, await store.UndoAsync(place.Id, sent.ActId, Token));

        var closed = await place.ReadAsync<Requirement>(hidden.Id);
        Assert.Equal(("Before.", null, false, null), (await ReplyAsync(place, shared), closed.PublicReply, closed.Shared, closed.FirstAnsweredAt));
    }

    [Fact]
    public async Task An_answer_that_nobody_reads_that_says_nothing_or_that_does_not_fit_changes_no_row()
    {
        var (place, shared, hidden, nobodys) = await FilledAsync();
        await using var pm = await place.As(ProjectRole.Pm);
        var replies = pm.Get<BulkReply>();
        await pm.Get<RequirementStore>().ChangeAsync(place.Id, shared.Id, RequirementField.PublicReply, null, new string('x', Requirement.TextLength), ct: Token);
        var second = await place.AddSharedAsync();

        await Refused.ByAsync(nameof(RuleText.ReplyReachesNobody), () => replies.SendAsync(place.Id, [hidden.Id, nobodys.Id], new("Hello", ReplyMode.Add, Share: false), Token));
        await Refused.ByAsync(nameof(RuleText.NothingSaid), () => replies.SendAsync(place.Id, [shared.Id], new(" ", ReplyMode.Add, Share: false), Token));
        await Refused.ByAsync(nameof(RuleText.ReplyTooLong), () => replies.SendAsync(place.Id, [second.Id, shared.Id], new("More", ReplyMode.Add, Share: false), Token));

        Assert.Null(await ReplyAsync(place, second));
    }

    [Theory]
    [InlineData("{number}, {title}: {reporter}", "R-7, Export: Wang Li")]
    [InlineData("{编号}，{标题}：{反馈人}", "R-7，Export：Wang Li")]
    [InlineData("{Number} {other} {}", "R-7 {other} {}")]
    public void Marks_of_both_languages_become_each_rows_own_words(string text, string said) =>
        Assert.Equal(said, ReplyWords.Filled(text, 7, "Export", "Wang Li"));

    private async Task<(Place, Requirement Shared, Requirement Hidden, Requirement Nobodys)> FilledAsync()
    {
        var place = await Place.MakeAsync(studio);
        return (place, await place.AddSharedAsync(), await place.AddAsync((RequirementField.Customer, place.Theirs.Id.ToString())), await place.AddAsync());
    }

    private static async Task<string?> ReplyAsync(Place place, Requirement row) => (await place.ReadAsync<Requirement>(row.Id)).PublicReply;
}
