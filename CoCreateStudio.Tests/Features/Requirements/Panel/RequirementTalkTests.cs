using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Panel;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Requirements.Panel;

public sealed class RequirementTalkTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_sides_talk_and_each_comment_tells_its_side()
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddSharedAsync();
        await using var member = await place.As(ProjectRole.Member);
        await using var customer = await place.As(ProjectRole.Customer);

        await member.Get<RequirementTalk>().SayAsync(place.Id, row.Id, "Which line?", isInternal: false, Token);
        studio.Clock.Pass(TimeSpan.FromSeconds(1));
        await customer.Get<RequirementTalk>().SayAsync(place.Id, row.Id, "Line 4", isInternal: false, Token);

        var comments = (await member.Get<RequirementDetails>().ReadAsync(place.Id, row.Number, Token))!.Comments;
        Assert.Equal([("Which line?", false), ("Line 4", true)], comments.Select(c => (c.Text, c.ByCustomer)));
        Assert.Equal([member.Actor.PersonId, customer.Actor.PersonId], comments.Select(c => c.AuthorId));
    }

    [Fact]
    public async Task A_customers_person_says_nothing_internal()
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddSharedAsync();
        await using var customer = await place.As(ProjectRole.Customer);

        await Refused.ByAsync(nameof(RuleText.NotAllowed), () => customer.Get<RequirementTalk>().SayAsync(place.Id, row.Id, "psst", isInternal: true, Token));
    }

    [Theory]
    [InlineData("R-{0}")]
    [InlineData("#{0}")]
    [InlineData(" {0} ")]
    public async Task A_number_links_to_that_requirement(string typed)
    {
        var place = await Place.MakeAsync(studio);
        var (row, other) = (await place.AddAsync(), await place.AddAsync((RequirementField.Title, "The other")));
        await using var member = await place.As(ProjectRole.Member);

        await LinkAsync(member, row, string.Format(System.Globalization.CultureInfo.InvariantCulture, typed, other.Number));

        var link = Assert.Single((await member.Get<RequirementDetails>().ReadAsync(place.Id, row.Number, Token))!.Links);
        Assert.Equal((other.Number, "The other", null), (link.OtherNumber, link.Title, link.Url));
    }

    [Fact]
    public async Task A_link_is_a_web_address_or_a_requirement_of_this_project_or_refused()
    {
        var (here, there) = (await Place.MakeAsync(studio), await Place.MakeAsync(studio));
        var (row, stranger) = (await here.AddAsync(), await there.AddAsync());
        await using var member = await here.As(ProjectRole.Member);

        await Refused.ByAsync(nameof(RuleText.NotThere), () => LinkAsync(member, row, $"R-{stranger.Number}"));
        await Refused.ByAsync(nameof(RuleText.NotItsOwnLink), () => LinkAsync(member, row, $"R-{row.Number}"));
        await Refused.ByAsync(nameof(RuleText.NotAnAddress), () => LinkAsync(member, row, "javascript:alert(1)"));
        await LinkAsync(member, row, "https://example.com/spec");

        Assert.Equal("https://example.com/spec", Assert.Single((await member.Get<RequirementDetails>().ReadAsync(here.Id, row.Number, Token))!.Links).Url);
    }

    [Fact]
    public async Task A_link_is_taken_away_again_and_the_customer_sees_only_web_addresses()
    {
        var place = await Place.MakeAsync(studio);
        var (row, other) = (await place.AddSharedAsync(), await place.AddAsync());
        await using var member = await place.As(ProjectRole.Member);
        await using var customer = await place.As(ProjectRole.Customer);
        await LinkAsync(member, row, $"{other.Number}");
        await LinkAsync(member, row, "https://example.com");

        var seen = Assert.Single((await customer.Get<RequirementDetails>().ReadAsync(place.Id, row.Number, Token))!.Links);
        await member.Get<RequirementTalk>().UnlinkAsync(place.Id, seen.Id, Token);

        Assert.Empty((await customer.Get<RequirementDetails>().ReadAsync(place.Id, row.Number, Token))!.Links);
        await Refused.ByAsync(nameof(RuleText.NotThere), () => member.Get<RequirementTalk>().UnlinkAsync(place.Id, seen.Id, Token));
    }

    private static Task LinkAsync(Acting acting, Requirement row, string target) => acting.Get<RequirementTalk>().LinkAsync(row.ProjectId, row.Id, target, Token);
}
