using CoCreateStudio.Kit.Text;

namespace CoCreateStudio.Tests.Kit.Text;

public class NoteMergeTests
{
    [Theory]
    [InlineData("", "", "", "")]
    [InlineData("a", "a", "a", "a")]
    [InlineData("a", "b", "a", "b")]
    [InlineData("a", "a", "b", "b")]
    [InlineData("a", "b", "b", "b")]
    [InlineData("one\ntwo\nthree", "ONE\ntwo\nthree", "one\ntwo\nTHREE", "ONE\ntwo\nTHREE")]
    [InlineData("one\ntwo", "ONE\ntwo", "one\nTWO", "ONE\nTWO")]
    [InlineData("one\ntwo", "one", "one\ntwo\nthree", "one\nthree")]
    [InlineData("one\nthree", "one\ntwo\nthree", "one\nthree\nfour", "one\ntwo\nthree\nfour")]
    [InlineData("one", "zero\none", "one two", "zero\none two")]
    [InlineData("the plan is good", "the new plan is good", "the plan is very good", "the new plan is very good")]
    [InlineData("the plan is good", "The plan is good", "the plan is bad", "The plan is bad")]
    [InlineData("提交报告给客户", "提交周报告给客户", "提交报告给大客户", "提交周报告给大客户")]
    [InlineData("提交报告", "已提交报告", "提交报告。", "已提交报告。")]
    [InlineData("a😀b", "a😁b", "a😀bc d", "a😁bc d")]
    [InlineData("ab", "ab cd", "ab\n\nnew line", "ab cd\n\nnew line")]
    [InlineData("abc", "abcd", "abc\nother", "abcd\nother")]
    public void Changes_that_do_not_touch_are_all_there(string seen, string mine, string theirs, string merged)
    {
        Assert.Equal(new MergedNote(merged, false), NoteMerge.Merge(seen, mine, theirs));
        Assert.Equal(new MergedNote(merged, false), NoteMerge.Merge(seen, theirs, mine));
    }

    [Theory]
    [InlineData("", "mine", "theirs", "theirs\nmine")]
    [InlineData("x", "mine", "theirs", "theirs\nmine")]
    [InlineData("abc", "abc mine", "abc theirs", "abc theirs\nabc mine")]
    [InlineData("a\nb", "a\nmine\nb", "a\ntheirs\nb", "a\ntheirs\nmine\nb")]
    [InlineData("a\nx\nb", "a\nmine\nb", "a\ntheirs\nb", "a\ntheirs\nmine\nb")]
    [InlineData("good\nx", "good one\nmine", "good\ntheirs", "good one\ntheirs\nmine")]
    [InlineData("a\nx\nb", "a\nb", "a\ntheirs\nb", "a\ntheirs\nb")]
    [InlineData("提交", "提交周报告", "提交月总结", "提交月总结\n提交周报告")]
    public void Where_they_touch_both_are_kept_mine_below(string seen, string mine, string theirs, string merged) =>
        Assert.Equal(new MergedNote(merged, true), NoteMerge.Merge(seen, mine, theirs));

    [Theory]
    [InlineData("", "one", "one\ntwo")]
    [InlineData("a", "a b", "a bc d")]
    [InlineData("x\nabc", "x\nabc de", "x\nabc def")]
    [InlineData("会议", "会议开始", "会议开始了")]
    public void What_was_sent_and_typed_on_is_not_doubled(string seen, string sent, string typed)
    {
        Assert.Equal(new MergedNote(typed, false), NoteMerge.Merge(seen, typed, sent));
        Assert.Equal(new MergedNote(typed, false), NoteMerge.Merge(seen, sent, typed));
    }

    [Fact]
    public void Two_who_type_on_in_one_line_have_a_line_each_and_no_more()
    {
        var server = "note";
        var (anna, seenByAnna, ben, seenByBen) = ("note", "note", "note", "note");
        for (var i = 0; i < 40; i++)
        {
            anna = Type(anna, "note", 'a');
            server = seenByAnna = anna = NoteMerge.Merge(seenByAnna, anna, server).Text;
            ben = Type(ben, i == 0 ? "note" : "noteb", 'b');
            server = seenByBen = ben = NoteMerge.Merge(seenByBen, ben, server).Text;
        }

        Assert.Equal(["note" + new string('a', 40), "note" + new string('b', 40)], server.Split('\n'));
    }

    /// <summary>Types a letter at the end of the line that starts so.</summary>
    private static string Type(string text, string start, char letter)
    {
        var lines = text.Split('\n');
        var line = Array.FindIndex(lines, l => l.StartsWith(start, StringComparison.Ordinal));
        lines[line] += letter;
        return string.Join('\n', lines);
    }

    [Fact]
    public void Whatever_is_typed_neither_loses_a_character_and_nothing_is_doubled()
    {
        var random = new Random(3);
        for (var i = 0; i < 3_000; i++)
        {
            var seen = Seen(random);
            var mine = Edited(seen, random, 'A');
            var theirs = Edited(seen, random, 'N');

            var merged = NoteMerge.Merge(seen, mine, theirs).Text;

            var told = $"{seen} | {mine} | {theirs} → {merged}";
            Assert.True(Typed(merged, 'A') == Typed(mine, 'A') && Typed(merged, 'N') == Typed(theirs, 'N'), told);
            Assert.True(seen.Where(c => !char.IsWhiteSpace(c) && mine.Contains(c) && theirs.Contains(c)).All(merged.Contains), told);
            Assert.False(seen.Where(c => !char.IsWhiteSpace(c) && !mine.Contains(c) && !theirs.Contains(c)).Any(merged.Contains), told);
        }
    }

    [Fact]
    public void The_same_edit_of_both_is_there_once()
    {
        var random = new Random(5);
        for (var i = 0; i < 1_000; i++)
        {
            var seen = Seen(random);
            var edited = Edited(seen, random, 'A');

            Assert.Equal(new MergedNote(edited, false), NoteMerge.Merge(seen, edited, edited));
        }
    }

    // Each letter comes once, so that it can be followed.
    private static string Seen(Random random)
    {
        var letters = "abcdefghijklmnopqrstuvwxyz会议纪要行动决策问题风险需求客户".ToCharArray();
        random.Shuffle(letters);
        return string.Concat(letters.Take(random.Next(letters.Length)).Select(c => c + random.Next(6) switch { 0 => "\n", 1 => " ", 2 => "\n\n", _ => "" }));
    }

    private static string Edited(string seen, Random random, char first)
    {
        var text = seen;
        for (var (edit, letter) = (random.Next(6), first); edit > 0 && letter < first + 12; edit--)
        {
            var at = random.Next(text.Length + 1);
            if (random.Next(3) == 0) text = text.Remove(at, Math.Min(random.Next(4), text.Length - at));
            else
                for (var n = random.Next(1, 4); n > 0 && letter < first + 12; n--) text = text.Insert(Math.Min(at++, text.Length), (letter++).ToString());
            if (random.Next(5) == 0) text = text.Insert(random.Next(text.Length + 1), "\n");
        }
        return text;
    }

    private static string Typed(string text, char first) => string.Concat(text.Where(c => c >= first && c < first + 13).Order());
}
