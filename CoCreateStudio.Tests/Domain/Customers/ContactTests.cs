using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Customers;

public sealed class ContactTests
{
    [Fact]
    public void It_is_tidied_and_needs_nothing_but_a_name()
    {
        Contact contact = new(Guid.NewGuid(), new(" 陈伟 ", Department: " ", Email: " Chen.Wei@Example.com "));

        Assert.Equal(new ContactCard("陈伟", Email: "chen.wei@example.com"), contact.Card);
    }

    [Theory]
    [InlineData("", null, nameof(RuleText.NameNeeded))]
    [InlineData("Chen\r\nBcc: all@example.com", null, nameof(RuleText.OneLineOnly))]
    [InlineData("Chen", "nobody", nameof(RuleText.EmailShape))]
    [InlineData("Chen", "a@b.com\r\nBcc: c@d.com", nameof(RuleText.EmailShape))]
    public void What_would_not_fit_a_mail_is_refused(string name, string? email, string rule) =>
        Refused.By(rule, () => _ = new Contact(Guid.NewGuid(), new(name, Email: email)));

    [Fact]
    public void A_line_has_eighty_characters_at_most()
    {
        Assert.Equal(80, new Contact(Guid.NewGuid(), new("Chen", Title: new('x', 80))).Title!.Length);

        Refused.By(nameof(RuleText.TooLong), () => _ = new Contact(Guid.NewGuid(), new("Chen", Title: new('x', 81))));
    }
}
