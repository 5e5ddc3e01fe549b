using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CoCreateStudio.Domain.Sealing;

namespace CoCreateStudio.Tests.Domain.Sealing;

public class SealTests
{
    [Theory] // computed with: (printf '%s\n' "$PREVIOUS"; printf '%s' "$CONTENT") | sha256sum
    [InlineData("", "{}", "a062dd4952b935e430d409c4a5e5cd760e8781e3200d5c7e12a232dddba8a528")]
    [InlineData("abc", "{\"a\":\"决策\"}", "2b3784ed5228b5b573cceefd61f6ad261d273381652345fce7190eb92f44887e")]
    public void The_hash_is_what_sha256sum_says(string previous, string content, string hash) => Assert.Equal(hash, Seal.Hash(previous, content));

    [Fact]
    public void The_bytes_and_the_text_of_a_content_have_one_hash() =>
        Assert.Equal(Seal.Hash("x", "会议"), Seal.Hash("x", Encoding.UTF8.GetBytes("会议")));

    [Fact]
    public void Keys_are_ordered_at_every_depth_and_nothing_stands_between()
    {
        var content = JsonNode.Parse("""{ "b": [ { "z": 1, "A": null } , true ], "a": "x", "B": {}, "ä": [] }""")!;

        Assert.Equal("""{"B":{},"a":"x","b":[{"A":null,"z":"1"},true],"ä":[]}""", Seal.Canonical(content));
    }

    [Fact]
    public void Keys_are_ordered_by_their_bytes() => Assert.Equal("{\"\uFF5E\":\"\",\"😀\":\"\"}", Seal.Canonical(new JsonObject { ["😀"] = "", ["\uFF5E"] = "" }));

    [Fact]
    public void Numbers_and_dates_are_strings()
    {
        var content = new JsonObject { ["n"] = 12.50m, ["d"] = JsonValue.Create(new DateTime(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc)), ["o"] = "2026-11-20" };

        Assert.Equal("""{"d":"2026-11-20T09:00:00Z","n":"12.50","o":"2026-11-20"}""", Seal.Canonical(content));
    }

    [Fact]
    public void Only_what_must_be_is_escaped() =>
        Assert.Equal("[\"\\\"\\\\/<é\u0065\u0301>\\n\\r\\t\\b\\f\\u0001\u007f\u2028决😀\"]", Seal.Canonical(new JsonArray("\"\\/<é\u0065\u0301>\n\r\t\b\f\u0001\u007f\u2028决😀")));

    [Fact]
    public void What_is_canonical_stays_as_it_is_and_reads_back_the_same()
    {
        var once = Seal.Canonical(JsonNode.Parse("""{"t":"a\u0000 \u4f1a\n","l":["1",{"k":false}]}""")!);

        Assert.Equal(once, Seal.Canonical(JsonNode.Parse(once)!));
        Assert.Equal("a\0 会\n", JsonNode.Parse(once)!["t"]!.GetValue<string>());
    }

    [Fact]
    public void Half_of_a_surrogate_pair_becomes_a_replacement_character() => Assert.Equal("[\"a\uFFFD\"]", Seal.Canonical(new JsonArray("a\ud83d")));

    [Fact]
    public void What_was_sealed_fits() => Assert.True(Seal.Fits(Seal.Hash("p", "c"), "p", "c"));

    [Theory]
    [InlineData("p", "C")]
    [InlineData("q", "c")]
    [InlineData("p", "a\ud83d")] // has no UTF-8
    public void Another_content_or_another_one_before_does_not(string previous, string content) => Assert.False(Seal.Fits(Seal.Hash("p", "c"), previous, content));

    [Fact]
    public void A_hash_in_capitals_does_not_fit() => Assert.False(Seal.Fits(Seal.Hash("p", "c").ToUpperInvariant(), "p", "c"));

    [Fact]
    public void The_hash_is_over_the_one_before_a_line_feed_and_the_content() =>
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("p\nc"u8)), Seal.Hash("p", "c"));
}
