using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CoCreateStudio.Domain.Meetings;

namespace CoCreateStudio.Tests.Domain.Meetings;

public class MinutesSealTests
{
    [Theory] // computed with: (printf '%s\n' "$PREVIOUS"; printf '%s' "$CONTENT") | sha256sum
    [InlineData("", "{}", "a062dd4952b935e430d409c4a5e5cd760e8781e3200d5c7e12a232dddba8a528")]
    [InlineData("abc", "{\"a\":\"决策\"}", "2b3784ed5228b5b573cceefd61f6ad261d273381652345fce7190eb92f44887e")]
    public void The_hash_is_what_sha256sum_says(string previous, string content, string hash) => Assert.Equal(hash, MinutesSeal.Hash(previous, content));

    [Fact]
    public void The_bytes_and_the_text_of_a_content_have_one_hash() =>
        Assert.Equal(MinutesSeal.Hash("x", "会议"), MinutesSeal.Hash("x", Encoding.UTF8.GetBytes("会议")));

    [Fact]
    public void Keys_are_ordered_at_every_depth_and_nothing_stands_between()
    {
        var content = JsonNode.Parse("""{ "b": [ { "z": 1, "A": null } , true ], "a": "x", "B": {}, "ä": [] }""")!;

        Assert.Equal("""{"B":{},"a":"x","b":[{"A":null,"z":"1"},true],"ä":[]}""", MinutesSeal.Canonical(content));
    }

    [Fact]
    public void Keys_are_ordered_by_their_bytes() => Assert.Equal("{\"\uFF5E\":\"\",\"😀\":\"\"}", MinutesSeal.Canonical(new JsonObject { ["😀"] = "", ["\uFF5E"] = "" }));

    [Fact]
    public void Numbers_and_dates_are_strings()
    {
        var content = new JsonObject { ["n"] = 12.50m, ["d"] = JsonValue.Create(new DateTime(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc)), ["o"] = "2026-11-20" };

        Assert.Equal("""{"d":"2026-11-20T09:00:00Z","n":"12.50","o":"2026-11-20"}""", MinutesSeal.Canonical(content));
    }

    [Fact]
    public void Only_what_must_be_is_escaped() =>
        Assert.Equal("[\"\\\"\\\\/<é\u0065\u0301>\\n\\r\\t\\b\\f\\u0001\u007f\u2028决😀\"]", MinutesSeal.Canonical(new JsonArray("\"\\/<é\u0065\u0301>\n\r\t\b\f\u0001\u007f\u2028决😀")));

    [Fact]
    public void What_is_canonical_stays_as_it_is_and_reads_back_the_same()
    {
        var once = MinutesSeal.Canonical(JsonNode.Parse("""{"t":"a\u0000 \u4f1a\n","l":["1",{"k":false}]}""")!);

        Assert.Equal(once, MinutesSeal.Canonical(JsonNode.Parse(once)!));
        Assert.Equal("a\0 会\n", JsonNode.Parse(once)!["t"]!.GetValue<string>());
    }

    [Fact]
    public void Half_of_a_surrogate_pair_becomes_a_replacement_character() => Assert.Equal("[\"a\uFFFD\"]", MinutesSeal.Canonical(new JsonArray("a\ud83d")));

    [Fact]
    public void A_content_that_has_no_UTF8_does_not_fit() => Assert.Equal("v1", MinutesSeal.Verify([("v1", "", "a\ud83d", "")]));

    [Fact]
    public void A_chain_that_was_not_touched_fits() => Assert.Null(MinutesSeal.Verify(Chain("one", "two", "three")));

    [Fact]
    public void An_empty_chain_fits() => Assert.Null(MinutesSeal.Verify([]));

    [Fact]
    public void A_changed_content_is_named()
    {
        var chain = Chain("one", "two", "three");
        chain[1] = chain[1] with { Content = "twO" };

        Assert.Equal("v2", MinutesSeal.Verify(chain));
    }

    [Fact]
    public void Who_changes_a_content_and_its_hash_breaks_the_next_one()
    {
        var chain = Chain("one", "two", "three");
        chain[1] = ("v2", chain[1].Previous, "twO", MinutesSeal.Hash(chain[1].Previous, "twO"));

        Assert.Equal("v3", MinutesSeal.Verify(chain));
    }

    [Theory]
    [InlineData(0, "v2")]
    [InlineData(1, "v3")]
    public void A_version_that_is_gone_is_noticed_at_the_next_one(int gone, string name)
    {
        var chain = Chain("one", "two", "three");
        chain.RemoveAt(gone);

        Assert.Equal(name, MinutesSeal.Verify(chain));
    }

    [Fact]
    public void Versions_in_another_order_do_not_fit()
    {
        var chain = Chain("one", "two", "three");
        chain.Reverse();

        Assert.Equal("v3", MinutesSeal.Verify(chain));
    }

    [Fact]
    public void A_hash_in_capitals_does_not_fit()
    {
        var chain = Chain("one");
        chain[0] = chain[0] with { Hash = chain[0].Hash.ToUpperInvariant() };

        Assert.Equal("v1", MinutesSeal.Verify(chain));
    }

    [Fact]
    public void The_hash_is_over_the_one_before_a_line_feed_and_the_content() =>
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("p\nc"u8)), MinutesSeal.Hash("p", "c"));

    private static List<(string Name, string Previous, string Content, string Hash)> Chain(params string[] contents)
    {
        List<(string Name, string Previous, string Content, string Hash)> chain = [];
        foreach (var content in contents)
        {
            var previous = chain.Count == 0 ? "" : chain[^1].Hash;
            chain.Add(($"v{chain.Count + 1}", previous, content, MinutesSeal.Hash(previous, content)));
        }
        return chain;
    }
}
