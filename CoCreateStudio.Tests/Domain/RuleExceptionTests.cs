using CoCreateStudio.Domain;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain;

public class RuleExceptionTests
{
    [Theory]
    [InlineData("en", "This is not there, or you may not see it.")]
    [InlineData("zh-CN", "没有找到，或者您无权查看。")]
    public void A_refusal_speaks_the_readers_language(string language, string expected)
    {
        var refusal = new RuleException(nameof(RuleText.NotThere));

        using var _ = Language.Use(language);
        Assert.Equal(expected, refusal.Message);
    }
}
