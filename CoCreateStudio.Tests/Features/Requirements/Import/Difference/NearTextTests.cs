using CoCreateStudio.Features.Requirements.Import;
using CoCreateStudio.Features.Requirements.Import.Difference;

namespace CoCreateStudio.Tests.Features.Requirements.Import.Difference;

public sealed class NearTextTests
{
    [Theory]
    [InlineData("变更单驳回后附件丢失，请尽快处理", "变更单驳回以后附件丢失，请尽快处理！")]
    [InlineData("The label printer prints the wrong revision", "Label printer prints the wrong revision.")]
    [InlineData("Export of 5,000 rows stops", "Export of 5000 rows stops.")]
    public void Two_ways_to_say_one_thing_are_near(string there, string said) => Assert.InRange(Alike(there, said) ?? 0, NearText.Near, 1);

    [Theory]
    [InlineData("变更单驳回后附件丢失，请尽快处理", "物料编码含横线时搜索不到，请尽快处理")]
    [InlineData("The label printer prints the wrong revision", "The hand terminal cannot approve a change")]
    [InlineData("登录失败", "登录成功")]
    public void Two_things_are_not_near(string there, string said) => Assert.Null(Alike(there, said));

    [Fact]
    public void Of_several_the_nearest_is_found()
    {
        NearText texts = new([.. new[] { "变更单驳回后附件丢失，请尽快处理一下", "别的事情，完全不同的一句话", "变更单驳回后附件丢失，请尽快处理" }.Select(Words)]);

        Assert.Equal(2, texts.Find(Words("变更单被驳回后附件丢失，请尽快处理"))?.Place);
    }

    // What is found through the rarest pairs is what comparing each with each would find.
    [Fact]
    public void None_that_is_near_is_missed()
    {
        Random random = new(7);
        List<string> texts = [.. Enumerable.Range(0, 300).Select(_ => Sentence(random, 20))];
        NearText near = new(texts);
        foreach (var text in texts)
        {
            var said = text[..10] + Sentence(random, 1) + text[11..];

            Assert.True(near.Find(said)?.Alike >= NearText.Near, said);
        }
    }

    private static string Sentence(Random random, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)('一' + random.Next(40))));

    private static double? Alike(string there, string said) => new NearText([Words(there)]).Find(Words(said))?.Alike;

    private static string Words(string text) => SameText.Of(text, null);
}
