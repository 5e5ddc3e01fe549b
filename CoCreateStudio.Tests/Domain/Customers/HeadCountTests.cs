using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Customers;

public class HeadCountTests
{
    [Theory]
    [InlineData("1200", 1200)]
    [InlineData(" 1,200 ", 1200)]
    [InlineData("１２００人", 1200)]
    [InlineData("约 500 人", 500)]
    [InlineData("1.2万", 12000)]
    [InlineData("3千人以上", 3000)]
    [InlineData("about 80 people", 80)]
    [InlineData("10 000 000", 10_000_000)]
    public void It_is_read_as_people_write_it(string text, int count) => Assert.Equal(count, HeadCount.Parse(text));

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("1.5")]
    [InlineData("500-999")]
    [InlineData("10000001")]
    [InlineData("large")]
    [InlineData("99999999999999999999999999999")]
    [InlineData("万")]
    public void What_is_no_number_of_people_is_refused(string text) => Refused.By(nameof(RuleText.HeadCountRange), () => HeadCount.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Nothing_is_nothing(string? text) => Assert.Null(HeadCount.Parse(text));
}
