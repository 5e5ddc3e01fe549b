using System.Text;
using System.Text.RegularExpressions;
using CoCreateStudio.Kit.Text;

namespace CoCreateStudio.Tests.Kit.Text;

public sealed partial class MailDraftTests
{
    private static readonly CalendarPerson Lin = new("林越", "lin.yue@example.com");

    [Fact]
    public void It_opens_as_a_draft_with_the_calendar_file_in_it()
    {
        var file = new MailDraft("Weekly, 周会", "When: Tue\nWhere: Room 2", [Lin, new("Tom Reed", "tom@example.com")]).File(CalendarMethod.Request, "BEGIN:VCALENDAR\r\n");

        var head = Head(file);
        Assert.Contains("X-Unsent: 1", head);
        Assert.Equal("林越 <lin.yue@example.com>, Tom Reed <tom@example.com>", Decoded(head, "To"));
        Assert.Equal("Weekly, 周会", Decoded(head, "Subject"));
        var parts = Parts(file);
        Assert.Equal("When: Tue\r\nWhere: Room 2", parts[0]);
        Assert.Equal("BEGIN:VCALENDAR\r\n", parts[1]);
        Assert.Contains("Content-Type: text/calendar; charset=utf-8; method=REQUEST; name=\"invitation.ics\"", file, StringComparison.Ordinal);
        Assert.All(file.Split("\r\n"), line => Assert.True(line.Length <= 120 && line.All(char.IsAscii)));
    }

    [Theory]
    [InlineData("Weekly\r\nBcc: all@example.com")]
    [InlineData("Weekly\nBcc: all@example.com\n\n<script>")]
    [InlineData("=?UTF-8?Q?=0D=0ABcc:_all@example.com?=")]
    [InlineData("\u2028Bcc: all@example.com\u0085Bcc: b@example.com")]
    public void No_text_can_be_a_head_of_its_own(string nasty)
    {
        var file = new MailDraft(nasty, nasty, [new(nasty, "mei@example.com"), new("Mei", "mei@example.com\r\nBcc: all@example.com")]).File(CalendarMethod.Request, nasty);

        Assert.Equal(["X-Unsent", "MIME-Version", "To", "Subject", "Content-Type"], Head(file).Select(l => l.Split(':')[0]));
        Assert.DoesNotContain("Bcc", file, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Words_alone_are_a_draft_of_one_part_and_no_text_in_it_is_a_head()
    {
        const string nasty = "Minutes\r\nBcc: all@example.com\r\n\r\n<script>";

        var file = new MailDraft(nasty, nasty, [new(nasty, "mei@example.com"), new("Mei", "mei@example.com\r\nBcc: all@example.com")]).File();

        Assert.Equal(["X-Unsent", "MIME-Version", "To", "Subject", "Content-Type", "Content-Transfer-Encoding"], Head(file).Select(l => l.Split(':')[0]));
        Assert.DoesNotContain("Bcc", file, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(nasty, Encoding.UTF8.GetString(Convert.FromBase64String(file.Split("\r\n\r\n", 2)[1])));
    }

    [Theory]
    [InlineData("mei@example.com", true)]
    [InlineData("mei+x.y@sub.example-1.cn", true)]
    [InlineData("mei@example.com\n", false)]
    [InlineData("mei@example.com,all@example.com", false)]
    [InlineData("\"mei\"@example.com", false)]
    [InlineData("mei@example.com?bcc=all@example.com", false)]
    [InlineData("<mei@example.com>", false)]
    [InlineData("梅@example.com", false)]
    [InlineData(null, false)]
    public void An_address_is_taken_only_where_it_can_end_nothing(string? email, bool usable) => Assert.Equal(usable, MailDraft.IsUsable(email));

    [Fact]
    public void A_link_says_to_whom_what_and_nothing_else()
    {
        var address = new MailDraft("A&B?\r\nBcc: x", "one\ntwo & three", [Lin, new("X", "x@example.com,y@example.com")]).Address();

        Assert.Equal("mailto:lin.yue%40example.com?subject=A%26B%3FBcc%3A%20x&body=one%0D%0Atwo%20%26%20three", address);
    }

    [Fact]
    public void A_link_ends_its_body_early_and_is_none_where_the_addresses_are_too_many()
    {
        var body = string.Join('\n', Enumerable.Repeat("一个很长的议程条目，需要讨论很久", 100));
        var many = Enumerable.Range(0, 200).Select(i => new CalendarPerson("X", $"somebody.{i}@example.com")).ToList();

        var cut = new MailDraft("Weekly", body, [Lin]).Address();

        Assert.InRange(cut!.Length, 1000, 1900);
        Assert.EndsWith(Uri.EscapeDataString("久"), cut, StringComparison.Ordinal);
        Assert.Null(new MailDraft("Weekly", "", many).Address());
        Assert.Contains("somebody.199@example.com", new MailDraft("Weekly", "", many).File(CalendarMethod.Request, ""), StringComparison.Ordinal);
    }

    [Fact]
    public void Long_words_are_cut_between_letters()
    {
        var subject = string.Concat(Enumerable.Repeat("议程😀x", 40));

        var head = Head(new MailDraft(subject, "", []).File(CalendarMethod.Request, ""));

        Assert.Equal(subject, Decoded(head, "Subject"));
        Assert.All(Word().Matches(string.Join("\r\n", head)), w => Assert.InRange(w.Length, 1, 75));
        Assert.DoesNotContain(head, l => l.StartsWith("To:", StringComparison.Ordinal));
    }

    private static List<string> Head(string file) => [.. Regex.Split(file.Split("\r\n\r\n")[0], @"\r\n(?![ \t])")];

    private static string Decoded(List<string> head, string name) => Word().Replace(
        Regex.Replace(head.Single(l => l.StartsWith(name + ":", StringComparison.Ordinal))[(name.Length + 2)..].Replace("\r\n ", " ", StringComparison.Ordinal), @"\?= =\?", "?==?"),
        w => Encoding.UTF8.GetString(Convert.FromBase64String(w.Groups[1].Value)));

    private static List<string> Parts(string file) =>
        [.. file.Split("--=_studio_part").Skip(1).SkipLast(1).Select(p => Encoding.UTF8.GetString(Convert.FromBase64String(p.Split("\r\n\r\n")[1].Trim())))];

    [GeneratedRegex(@"=\?UTF-8\?B\?([A-Za-z0-9+/=]*)\?=")]
    private static partial Regex Word();
}
