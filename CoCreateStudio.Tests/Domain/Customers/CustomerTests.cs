using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Customers;

public class CustomerTests
{
    [Fact]
    public void A_customer_without_a_short_name_is_called_by_its_name() => Assert.Equal("Helian Electronics", new Customer(" Helian Electronics ", " ").ShortName);

    [Fact]
    public void A_short_name_is_kept() => Assert.Equal("Helian", new Customer("Helian Electronics", " Helian ").ShortName);

    [Fact]
    public void A_customer_needs_a_name_of_up_to_120_characters()
    {
        Refused.By(nameof(RuleText.NameNeeded), () => Samples.Customer(" "));
        Refused.By(nameof(RuleText.NameNeeded), () => Samples.Customer(new string('x', 121)));
    }
}
