using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Access;

public class PersonTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890123456789012345678901")]
    public void A_name_is_neither_empty_nor_endless(string name) => Refused.By(nameof(RuleText.NameNeeded), () => Samples.Person(name));

    [Fact]
    public void A_name_is_kept_without_blanks_around_it() => Assert.Equal("Mei Lin", Samples.Person(" Mei Lin ").Name);

    [Theory]
    [InlineData("mei")]
    [InlineData("@example.com")]
    [InlineData("mei lin@example.com")]
    [InlineData("mei@")]
    public void An_address_has_a_name_and_a_place(string email) => Refused.By(nameof(RuleText.EmailShape), () => Samples.Person(email: email));

    [Fact]
    public void One_address_is_one_person_however_it_is_typed() => Assert.Equal("mei@example.com", Samples.Person(email: " Mei@Example.COM ").Email);

    [Fact]
    public void An_address_of_255_characters_is_too_long() =>
        Refused.By(nameof(RuleText.EmailShape), () => Person.Address(new string('m', 255 - "@example.com".Length) + "@example.com"));

    [Fact]
    public void A_person_lives_in_a_time_zone_that_exists()
    {
        var person = Samples.Person();

        person.LiveIn("Asia/Shanghai");

        Assert.Equal("Asia/Shanghai", person.TimeZone);
        Refused.By(nameof(RuleText.NoSuchTimeZone), () => person.LiveIn("Mars/Olympus"));
    }

    [Fact]
    public void The_last_administrator_is_not_blocked()
    {
        var last = Samples.Person(isAdministrator: true);

        Refused.By(nameof(RuleText.LastAdministrator), () => last.Block(Samples.Now, otherAdministrators: 0));
        Assert.Null(last.BlockedAt);
    }

    [Fact]
    public void A_blocked_person_stays_blocked_since_the_first_time_until_unblocked()
    {
        var person = Samples.Person();
        person.Block(Samples.Now, otherAdministrators: 0);
        person.Block(Samples.Now.AddDays(1), otherAdministrators: 0);
        Assert.Equal(Samples.Now, person.BlockedAt);

        person.Unblock();

        Assert.Null(person.BlockedAt);
    }

    [Fact]
    public void Administration_is_given_and_taken_but_never_from_the_last()
    {
        var person = Samples.Person();

        person.MakeAdministrator();
        Refused.By(nameof(RuleText.LastAdministrator), () => person.TakeAdministration(otherAdministrators: 0));
        Assert.True(person.IsAdministrator);

        person.TakeAdministration(otherAdministrators: 1);
        Assert.False(person.IsAdministrator);
    }
}
