using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Access;

public class PersonalLinkTests
{
    private static readonly DateTime Expires = Samples.Now.AddDays(7);

    [Fact]
    public void A_link_works_once()
    {
        var link = Link();

        link.Use(Samples.Now);

        Assert.Equal(Samples.Now, link.UsedAt);
        Refused.By(nameof(RuleText.LinkNoLongerWorks), () => link.Use(Samples.Now));
    }

    [Fact]
    public void A_link_works_until_it_expires()
    {
        Assert.True(Link().WorksAt(Expires.AddTicks(-1)));
        Assert.False(Link().WorksAt(Expires));
        Refused.By(nameof(RuleText.LinkNoLongerWorks), () => Link().Use(Expires));
    }

    [Fact]
    public void A_link_that_was_taken_back_works_no_more()
    {
        var link = Link();

        link.Revoke(Samples.Now);
        link.Revoke(Samples.Now.AddHours(1));

        Assert.Equal(Samples.Now, link.RevokedAt);
        Refused.By(nameof(RuleText.LinkNoLongerWorks), () => link.Use(Samples.Now));
    }

    private static PersonalLink Link() => new(LinkPurpose.Invitation, Guid.NewGuid(), "hash", Expires);
}
