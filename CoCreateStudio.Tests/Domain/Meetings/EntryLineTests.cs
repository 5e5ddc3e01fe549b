using System.Globalization;
using System.Text.RegularExpressions;
using CoCreateStudio.Domain.Meetings;

namespace CoCreateStudio.Tests.Domain.Meetings;

public partial class EntryLineTests
{
    private static readonly DateOnly Today = new(2026, 11, 18); // a Wednesday
    private static readonly string[] People = ["Lin Yue", "Tom Reed", "Tom Baker", "Anna Berg", "Liu Fang", "李雷", "李雷雷", "韩梅梅", "Chen Wei", "Mary-Jane O'Neil"];

    [Theory]
    [InlineData("/action order terminals", NoteKind.Action, "order terminals")]
    [InlineData("/A order terminals", NoteKind.Action, "order terminals")]
    [InlineData("/decision: we go live", NoteKind.Decision, "we go live")]
    [InlineData("/d we go live", NoteKind.Decision, "we go live")]
    [InlineData("/issue who approves?", NoteKind.OpenIssue, "who approves?")]
    [InlineData("/i who approves?", NoteKind.OpenIssue, "who approves?")]
    [InlineData("/point nights matter", NoteKind.KeyPoint, "nights matter")]
    [InlineData("/p nights matter", NoteKind.KeyPoint, "nights matter")]
    [InlineData("/risk no camera", NoteKind.Risk, "no camera")]
    [InlineData("/r no camera", NoteKind.Risk, "no camera")]
    [InlineData("/requirement export", NoteKind.Requirement, "export")]
    [InlineData("/q export", NoteKind.Requirement, "export")]
    [InlineData("/行动 订购终端", NoteKind.Action, "订购终端")]
    [InlineData("/决策上线", NoteKind.Decision, "上线")]
    [InlineData("／问题：谁审批？", NoteKind.OpenIssue, "谁审批？")]
    [InlineData("、观点 夜班很重要", NoteKind.KeyPoint, "夜班很重要")]
    [InlineData("/风险 没有摄像头", NoteKind.Risk, "没有摄像头")]
    [InlineData("/需求 导出", NoteKind.Requirement, "导出")]
    [InlineData("Plant 2 runs nights", NoteKind.Note, "Plant 2 runs nights")]
    [InlineData("/actions are late", NoteKind.Note, "/actions are late")]
    [InlineData("/a/b/c is the path", NoteKind.Note, "/a/b/c is the path")]
    [InlineData("/plan something", NoteKind.Note, "/plan something")]
    [InlineData("We met on Friday", NoteKind.Note, "We met on Friday")]
    [InlineData("write to tom@example.com by Friday", NoteKind.Note, "write to tom@example.com by Friday")]
    [InlineData("meet @ noon", NoteKind.Note, "meet @ noon")]
    [InlineData("/decision go live on 27 Nov", NoteKind.Decision, "go live on 27 Nov")]
    [InlineData(": )", NoteKind.Note, ": )")]
    [InlineData("", NoteKind.Note, "")]
    public void The_slash_word_says_what_a_line_is(string line, NoteKind kind, string text) =>
        Assert.Equal(new EntryLine(kind, text), EntryLine.Parse(line, Today, People));

    [Theory]
    [InlineData("@Lin Yue send it", "Lin Yue", null, "send it")]
    [InlineData("@lin send it", "Lin Yue", null, "send it")]
    [InlineData("@yue send it", "Lin Yue", null, "send it")]
    [InlineData("@linyue: send it", "Lin Yue", null, "send it")]
    [InlineData("@lin.yue send it", "Lin Yue", null, "send it")]
    [InlineData("@an send it", "Anna Berg", null, "send it")]
    [InlineData("@tom reed send it", "Tom Reed", null, "send it")]
    [InlineData("@tom send it", null, "tom", "send it")]
    [InlineData("@li send it", null, "li", "send it")]
    [InlineData("@Peter send it", null, "Peter", "send it")]
    [InlineData("Please @wei send it", "Chen Wei", null, "Please send it")]
    [InlineData("send it @o'neil", "Mary-Jane O'Neil", null, "send it")]
    [InlineData("@Peter asks @wei to send it", "Chen Wei", null, "@Peter asks to send it")]
    [InlineData("@wei tells @anna", "Chen Wei", null, "tells @anna")]
    [InlineData("@李雷提交报告", "李雷", null, "提交报告")]
    [InlineData("＠李雷雷提交报告", "李雷雷", null, "提交报告")]
    [InlineData("请@李雷，提交报告", "李雷", null, "请提交报告")]
    [InlineData("@韩 提交报告", "韩梅梅", null, "提交报告")]
    [InlineData("@李 提交报告", null, "李", "提交报告")]
    [InlineData("@王五 提交报告", null, "王五", "提交报告")]
    [InlineData("@王五提交报告", null, null, "@王五提交报告")]
    [InlineData("@lin提交报告", "Lin Yue", null, "提交报告")]
    public void The_name_after_the_at_says_whose_it_is(string line, string? owner, string? unknown, string text) =>
        Assert.Equal(new EntryLine(NoteKind.Action, text, owner, unknown), EntryLine.Parse(line, Today, People));

    [Fact]
    public void Two_people_of_one_name_are_not_guessed_between() =>
        Assert.Equal((null, "Wang Wei"), (Owner("@Wang Wei x", "Wang Wei", "Wang Wei").Owner, Owner("@Wang Wei x", "Wang Wei", "Wang Wei").UnknownOwner));

    [Fact]
    public void A_whole_name_wins_over_a_part_of_another() => Assert.Equal("Lin", Owner("@lin x", "Lin Yue", "Lin").Owner);

    [Theory]
    [InlineData("today", "2026-11-18")]
    [InlineData("tomorrow", "2026-11-19")]
    [InlineData("by tomorrow.", "2026-11-19")]
    [InlineData("the day after tomorrow", "2026-11-20")]
    [InlineData("Friday", "2026-11-20")]
    [InlineData("by Friday", "2026-11-20")]
    [InlineData("this fri", "2026-11-20")]
    [InlineData("Wednesday", "2026-11-18")]
    [InlineData("Tuesday", "2026-11-24")]
    [InlineData("next Friday", "2026-11-27")]
    [InlineData("next Monday", "2026-11-23")]
    [InlineData("in 3 days", "2026-11-21")]
    [InlineData("in two weeks", "2026-12-02")]
    [InlineData("in a month", "2026-12-18")]
    [InlineData("by the end of the month", "2026-11-30")]
    [InlineData("27 Nov", "2026-11-27")]
    [InlineData("by Fri 27th November", "2026-11-27")]
    [InlineData("Nov 27, 2027", "2027-11-27")]
    [InlineData("27 November 2026", "2026-11-27")]
    [InlineData("2026-11-27", "2026-11-27")]
    [InlineData("2026/11/7", "2026-11-07")]
    [InlineData("11-27", "2026-11-27")]
    [InlineData("17 Nov", "2026-11-17")]
    [InlineData("19 May", "2026-05-19")]
    [InlineData("18 May", "2027-05-18")]
    [InlineData("29 Feb", null)]
    [InlineData("31 Nov", null)]
    [InlineData("13-13", null)]
    [InlineData("for Friday", null)]
    [InlineData("every Friday", null)]
    [InlineData("last Friday", null)]
    [InlineData("今天", "2026-11-18")]
    [InlineData("明天", "2026-11-19")]
    [InlineData("后天", "2026-11-20")]
    [InlineData("大后天", "2026-11-21")]
    [InlineData("周五", "2026-11-20")]
    [InlineData("周五前", "2026-11-20")]
    [InlineData("周五下班前。", "2026-11-20")]
    [InlineData("本周五", "2026-11-20")]
    [InlineData("本周一", "2026-11-16")]
    [InlineData("周一", "2026-11-23")]
    [InlineData("下周五", "2026-11-27")]
    [InlineData("下下周一", "2026-11-30")]
    [InlineData("星期三", "2026-11-18")]
    [InlineData("下个星期天", "2026-11-29")]
    [InlineData("三天后", "2026-11-21")]
    [InlineData("3天内", "2026-11-21")]
    [InlineData("十二天后", "2026-11-30")]
    [InlineData("两周内", "2026-12-02")]
    [InlineData("二十天后", "2026-12-08")]
    [InlineData("月底", "2026-11-30")]
    [InlineData("下个月底前", "2026-12-31")]
    [InlineData("11月27日", "2026-11-27")]
    [InlineData("11月27号前", "2026-11-27")]
    [InlineData("27日", "2026-11-27")]
    [InlineData("5号", "2026-12-05")]
    [InlineData("31日", "2026-12-31")]
    [InlineData("2026年11月27日", "2026-11-27")]
    [InlineData("2026-11-27前", "2026-11-27")]
    [InlineData("每周五", null)]
    [InlineData("上周五", null)]
    [InlineData("周五的", null)]
    [InlineData("2月30日", null)]
    public void A_day_in_words_is_understood_at_the_end_and_after_the_name(string words, string? day)
    {
        DateOnly? due = day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture);
        var left = due is null ? " " + words : "";

        Assert.Equal((due, "send the plan" + left), Due($"@lin send the plan {words}"));
        Assert.Equal((due, "提交" + left), Due($"@李雷提交 {words}"));
        if (due is null) return;
        Assert.Equal((due, "send the plan"), Due($"@lin {words.TrimEnd('.', '。')} send the plan"));
        Assert.Equal((due, "send the plan"), Due($"send the plan {words} @lin"));
        Assert.Equal((due, "send the plan"), Due($"/action send the plan {words}"));
        Assert.Equal((due, "send the plan"), Due($"send the plan @{words}"));
    }

    [Theory]
    [InlineData("@李雷周五前提交", "李雷", null, "提交", "周五前")]
    [InlineData("@李雷 周五前", "李雷", null, "", "周五前")]
    [InlineData("提交报告周五前 @李雷", "李雷", null, "提交报告", "周五前")]
    [InlineData("周五前 @李雷 提交报告", "李雷", null, "提交报告", "周五前")]
    [InlineData("@王五周五前提交", null, "王五", "提交", "周五前")]
    [InlineData("@李周五前提交", null, "李", "提交", "周五前")]
    [InlineData("Order two test terminals next Friday @wei", "Chen Wei", null, "Order two test terminals", "next Friday")]
    [InlineData("@wei send @Friday the plan", "Chen Wei", null, "send the plan", "Friday")]
    [InlineData("/risk 终端晚到 @wei, by Friday", "Chen Wei", null, "终端晚到", "by Friday")]
    public void Name_and_day_may_stand_in_any_order(string line, string? owner, string? unknown, string text, string words)
    {
        var read = EntryLine.Parse(line, Today, People);

        Assert.Equal((owner, unknown, text, (DateOnly?)Today.AddDays(words.StartsWith("next", StringComparison.Ordinal) ? 9 : 2)), (read.Owner, read.UnknownOwner, read.Text, read.Due));
    }

    [Theory]
    [InlineData("@wei Friday's notes")]
    [InlineData("@wei 周五的纪要")]
    [InlineData("@wei 周五会议纪要")]
    [InlineData("We agreed on Friday @wei goes on")]
    [InlineData("@wei call room 11-27-3")]
    public void A_day_that_only_belongs_to_something_is_no_due_date(string line) => Assert.Null(EntryLine.Parse(line, Today, People).Due);

    [Theory]
    [InlineData("2026-11-22", "Sunday", "2026-11-22")]
    [InlineData("2026-11-22", "next Friday", "2026-11-27")]
    [InlineData("2026-11-22", "本周五", "2026-11-20")]
    [InlineData("2026-11-22", "周五", "2026-11-27")]
    [InlineData("2026-11-20", "Friday", "2026-11-20")]
    [InlineData("2026-11-20", "next Friday", "2026-11-27")]
    [InlineData("2026-12-30", "5 Jan", "2027-01-05")]
    [InlineData("2027-01-05", "20 Dec", "2027-12-20")]
    [InlineData("2027-03-01", "29 Feb", "2028-02-29")]
    public void Days_are_counted_from_today(string today, string words, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), EntryLine.Parse("@lin x " + words, DateOnly.Parse(today, CultureInfo.InvariantCulture), People).Due);

    [Fact]
    public void No_word_is_lost_whatever_is_typed()
    {
        string[] pieces = ["/action", "/风险", "/plan", "@lin", "@李雷", "@李雷周五前提交", "@Tom", "@Nobody", "@王五", "@Friday", "send", "the", "plan", "提交报告", "by Friday", "next", "27 Nov", "11-27", "明天",
            "下下周一", "31 Feb", "for", "周五的", "in 3 days", ",", "。", "@", "/", "a@b.c", "Friday's", "-", "三天后", "月底", "2026年11月27日", "😀"];
        var random = new Random(4);
        for (var i = 0; i < 3_000; i++)
        {
            var line = string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => pieces[random.Next(pieces.Length)] + (random.Next(4) == 0 ? "" : " ")));

            var read = EntryLine.Parse(line, Today, People);

            var slash = line.StartsWith("/action", StringComparison.Ordinal) ? nameof(NoteKind.Action) : line.StartsWith("/风险", StringComparison.Ordinal) ? "风险" : "";
            var day = read.Due is null ? "" : " by next Friday 27 Nov 11-27 明天 下下周一 in 3 days 三天后 月底 2026年11月27日 周五前"; // one of these was taken for it
            var kept = read.Text + day + slash + read.UnknownOwner + read.Owner;
            Assert.True(Counts(line).All(c => Counts(kept).GetValueOrDefault(c.Key) >= c.Value), $"{line} → {read}");
        }
    }

    private static Dictionary<string, int> Counts(string text) =>
        Word().Matches(text).Select(m => m.Value.ToLowerInvariant()).SelectMany(w => w.Select(c => c.ToString())).GroupBy(c => c).ToDictionary(g => g.Key, g => g.Count());

    private static EntryLine Owner(string line, params string[] people) => EntryLine.Parse(line, Today, people);

    private static (DateOnly? Due, string Text) Due(string line) => (EntryLine.Parse(line, Today, People).Due, EntryLine.Parse(line, Today, People).Text);

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();

    [Theory]
    [InlineData(NoteKind.Decision)]
    [InlineData(NoteKind.Action)]
    [InlineData(NoteKind.OpenIssue)]
    [InlineData(NoteKind.KeyPoint)]
    [InlineData(NoteKind.Risk)]
    [InlineData(NoteKind.Requirement)]
    public void A_kind_is_read_from_its_word_in_both_languages(NoteKind kind)
    {
        foreach (var inChinese in new[] { false, true })
        {
            var line = EntryLine.Parse($"/{EntryLine.WordOf(kind, inChinese)} text", new(2026, 11, 20), []);

            Assert.Equal((kind, "text"), (line.Kind, line.Text));
        }
    }
}
