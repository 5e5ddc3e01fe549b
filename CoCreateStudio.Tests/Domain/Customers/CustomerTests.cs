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

    [Fact]
    public void A_new_name_is_the_short_name_too_unless_it_has_one()
    {
        Customer plain = new("Helian"), named = new("Helian Electronics", "Helian");

        plain.Write(CustomerField.Name, "Helian Group");
        named.Write(CustomerField.Name, "Helian Group");

        Assert.Equal(("Helian Group", "Helian"), (plain.ShortName, named.ShortName));
    }

    [Theory]
    [InlineData(CustomerField.ShortName, " HL ", "HL")]
    [InlineData(CustomerField.Industry, " Lighting ", "Lighting")]
    [InlineData(CustomerField.Size, "Medium", "Medium")]
    [InlineData(CustomerField.HeadCount, "1,200", "1200")]
    [InlineData(CustomerField.Region, "苏州", "苏州")]
    [InlineData(CustomerField.Standing, "Second by\nmarket share", "Second by\nmarket share")]
    [InlineData(CustomerField.StandingSource, " ", null)]
    [InlineData(CustomerField.Notes, "", null)]
    public void A_fact_is_written_and_read_as_text(CustomerField field, string text, string? read)
    {
        var customer = Samples.Customer();

        customer.Write(field, text);

        Assert.Equal(read, customer.Read(field));
    }

    [Theory]
    [InlineData(CustomerField.Size, "Huge", nameof(RuleText.NotAValue))]
    [InlineData(CustomerField.Size, "7", nameof(RuleText.NotAValue))]
    [InlineData(CustomerField.HeadCount, "many", nameof(RuleText.HeadCountRange))]
    [InlineData(CustomerField.Industry, "Light\ning", nameof(RuleText.OneLineOnly))]
    [InlineData(CustomerField.Name, "Light\ning", nameof(RuleText.OneLineOnly))]
    [InlineData(CustomerField.Name, null, nameof(RuleText.NameNeeded))]
    public void What_is_no_such_fact_is_refused(CustomerField field, string? text, string rule) => Refused.By(rule, () => Samples.Customer().Write(field, text));

    [Fact]
    public void A_long_text_is_refused_and_not_cut()
    {
        Refused.By(nameof(RuleText.TooLong), () => Samples.Customer().Write(CustomerField.Region, new('x', Customer.LineLength + 1)));
        Refused.By(nameof(RuleText.TooLong), () => Samples.Customer().Write(CustomerField.Notes, new('x', Customer.NotesLength + 1)));
    }

    [Fact]
    public void Only_a_company_without_a_project_is_put_away()
    {
        var customer = Samples.Customer();

        Refused.By(nameof(RuleText.CustomerTakesPart), () => customer.Archive(Samples.Now, takesPart: 1));
        customer.Archive(Samples.Now, takesPart: 0);
        Assert.Equal(Samples.Now, customer.ArchivedAt);
        customer.Restore();
        Assert.Null(customer.ArchivedAt);
    }
}
