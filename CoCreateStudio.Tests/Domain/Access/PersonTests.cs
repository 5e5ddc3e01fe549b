using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Access;

public sealed class PersonTests
{
    [Fact]
    public void The_last_administrator_stays_one()
    {
        var person = Samples.Person(isAdministrator: true);

        Assert.Equal(nameof(RuleText.LastAdministrator), Assert.Throws<RuleException>(() => person.TakeAdministration(0)).Rule);
        Assert.Equal(nameof(RuleText.LastAdministrator), Assert.Throws<RuleException>(() => person.Block(Samples.Now, 0)).Rule);
        Assert.True(person.IsAdministrator && person.BlockedAt is null);
    }

    [Fact]
    public void With_another_one_left_administration_can_go()
    {
        var person = Samples.Person(isAdministrator: true);

        person.TakeAdministration(1);
        person.Block(Samples.Now, 0);

        Assert.False(person.IsAdministrator);
        Assert.Equal(Samples.Now, person.BlockedAt);
    }

    [Fact]
    public void A_link_is_used_once_before_it_expires()
    {
        PersonalLink link = new(LinkPurpose.Invitation, null, "hash", Samples.Now);

        Assert.Throws<RuleException>(() => link.Use(Samples.Now));
        link.Use(Samples.Now.AddSeconds(-1));
        Assert.Throws<RuleException>(() => link.Use(Samples.Now.AddSeconds(-1)));
    }
}
