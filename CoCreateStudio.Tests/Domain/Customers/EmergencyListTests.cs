using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Customers;

public class EmergencyListTests
{
    private static readonly Guid Company = Guid.NewGuid();
    private readonly Contact _ann = new(Company, new("Ann")), _bo = new(Company, new("Bo")), _chen = new(Company, new("Chen"));

    private Contact[] People => [_ann, _bo, _chen];

    private string Order => string.Join(' ', EmergencyList.Of(People).Select(c => $"{c.EmergencyOrder}{c.Name}"));

    [Fact]
    public void Whoever_takes_a_place_moves_the_others_down()
    {
        EmergencyList.Place(People, _ann, 1);
        EmergencyList.Place(People, _bo, 1);
        EmergencyList.Place(People, _chen, 2);

        Assert.Equal("1Bo 2Chen 3Ann", Order);
    }

    [Fact]
    public void Nobody_is_left_out_of_the_count()
    {
        EmergencyList.Place(People, _ann, 7);
        EmergencyList.Place(People, _bo, 7);
        EmergencyList.Place(People, _ann, null);

        Assert.Equal("1Bo", Order);
        Assert.Null(_ann.EmergencyOrder);
    }

    [Fact]
    public void Somebody_who_is_taken_away_leaves_no_gap_and_comes_back_to_the_same_place()
    {
        foreach (var (contact, i) in People.Select((c, i) => (c, i))) EmergencyList.Place(People, contact, i + 1);

        _ann.Archive(Samples.Now);
        EmergencyList.Leave(People, _ann);
        var without = Order;
        _ann.Restore();
        EmergencyList.Place(People, _ann, _ann.EmergencyOrder);

        Assert.Equal("1Bo 2Chen", without);
        Assert.Equal("1Ann 2Bo 3Chen", Order);
    }

    [Theory]
    [InlineData("2", 2)]
    [InlineData(" 10 ", 10)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_place_is_typed_as_a_number(string? text, int? place) => Assert.Equal(place, EmergencyList.Parse(text));

    [Theory]
    [InlineData("0")]
    [InlineData("first")]
    [InlineData("1.5")]
    [InlineData("100")]
    public void What_is_no_place_is_refused(string text) => Refused.By(nameof(RuleText.EmergencyPlace), () => EmergencyList.Parse(text));

    [Fact]
    public void There_is_no_place_before_the_first() => Refused.By(nameof(RuleText.EmergencyPlace), () => EmergencyList.Place(People, _ann, 0));
}
