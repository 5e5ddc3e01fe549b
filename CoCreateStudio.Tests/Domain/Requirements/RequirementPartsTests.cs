using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Requirements;

public class RequirementPartsTests
{
    private static readonly Requirement One = Samples.Requirement(Guid.NewGuid(), title: "One");

    [Fact]
    public void A_comment_says_something_of_up_to_8000_characters()
    {
        Refused.By(nameof(RuleText.NothingSaid), () => Said(" \n "));
        Refused.By(nameof(RuleText.TooLong), () => Said(new string('x', 8001)));
        Assert.Equal("well", Said(" well ").Text);
    }

    [Fact]
    public void A_comment_is_where_its_requirement_is() => Assert.Equal((One.ProjectId, One.Id), (Said("x").ProjectId, Said("x").RequirementId));

    [Theory]
    [InlineData("https://example.com/a/", "example.com/a")]
    [InlineData(" http://example.com ", "example.com")]
    [InlineData("mailto:mei@example.com", "example.com")]
    public void A_link_shows_its_address_without_the_scheme(string url, string shown) => Assert.Equal(shown, Linked(url).Title);

    [Theory]
    [InlineData("example.com")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:text/html,x")]
    [InlineData("")]
    public void Only_web_and_mail_addresses_are_linked(string url) => Refused.By(nameof(RuleText.NotAnAddress), () => Linked(url));

    [Fact]
    public void An_address_of_more_than_2000_characters_is_refused() =>
        Refused.By(nameof(RuleText.TooLong), () => Linked("https://example.com/" + new string('x', 2000)));

    [Fact]
    public void A_requirement_is_linked_by_its_title_and_never_to_itself()
    {
        var other = Samples.Requirement(One.ProjectId, title: "Other");

        Assert.Equal((other.Id, "Other", null), (Linked(other).OtherId, Linked(other).Title, Linked(other).Url));
        Refused.By(nameof(RuleText.NotItsOwnLink), () => Linked(One));
    }

    [Fact]
    public void An_import_is_undone_once_and_within_thirty_days()
    {
        var run = Run();

        run.Undo(Samples.Now.AddDays(30));

        Assert.Equal(Samples.Now.AddDays(30), run.UndoneAt);
        Refused.By(nameof(RuleText.ImportNoLongerUndone), () => run.Undo(Samples.Now));
        Refused.By(nameof(RuleText.ImportNoLongerUndone), () => Run().Undo(Samples.Now.AddDays(30).AddTicks(1)));
    }

    private static RequirementLink Linked(string url) => new(One, url, null);

    private static RequirementLink Linked(Requirement other) => new(One, other);

    private static RequirementComment Said(string text) => new(One, text, isInternal: false, authorId: null, "Mei", Samples.Now);

    private static ImportRun Run() => new(One.ProjectId, "list.xlsx", null, "Mei", Samples.Now, 1, 0, 0);
}
