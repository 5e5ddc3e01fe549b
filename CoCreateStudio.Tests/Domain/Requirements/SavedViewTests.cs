using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Tests.Domain.Requirements;

public class SavedViewTests
{
    [Theory]
    [InlineData("Monday triage", "monday-triage")]
    [InlineData("  R&D / 20 % ", "r-d-20")]
    [InlineData("周一 分诊！", "周一-分诊")]
    [InlineData("ＡＢＣ", "abc")]
    public void The_name_can_be_read_in_the_address(string name, string slug) => Assert.Equal(slug, View(name).Slug);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("?!")]
    public void A_view_needs_a_name(string name) =>
        Assert.Equal(nameof(RuleText.NameNeeded), Assert.Throws<RuleException>(() => View(name)).Rule);

    [Fact]
    public void A_name_has_its_length()
    {
        Assert.Equal(SavedView.NameLength, View(new string('x', SavedView.NameLength)).Name.Length);
        Assert.Equal(nameof(RuleText.NameNeeded), Assert.Throws<RuleException>(() => View(new string('x', SavedView.NameLength + 1))).Rule);
    }

    [Fact]
    public void A_filter_that_no_address_takes_is_refused() =>
        Assert.Equal(nameof(RuleText.ViewTooLong), Assert.Throws<RuleException>(() => View("x").Show(new string('x', SavedView.QueryLength + 1), default)).Rule);

    private static SavedView View(string name) => new(Guid.NewGuid(), null, name, "", default);
}
