using System.Globalization;
using System.Text;
using CoCreateStudio.Kit.Text;

namespace CoCreateStudio.Tests.Kit.Text;

public class CalendarFileTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly DateTime Stamp = new(2026, 11, 18, 7, 5, 9, DateTimeKind.Utc);
    private static readonly CalendarEntry Weekly = new("m-12@studio", 3, Stamp, new DateTime(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc), 60, "Weekly meeting 12");

    [Fact]
    public void An_invitation_says_when_in_the_zone_of_the_meeting()
    {
        var lines = Read(CalendarFile.Write(CalendarMethod.Request, Berlin, [Weekly]));

        Assert.Equal(["BEGIN:VCALENDAR", "VERSION:2.0"], lines.Take(2));
        Assert.Equal("END:VCALENDAR", lines[^1]);
        string[] expected = ["METHOD:REQUEST", "UID:m-12@studio", "SEQUENCE:3", "DTSTAMP:20261118T070509Z", "DTSTART;TZID=Europe/Berlin:20261120T100000", "DTEND;TZID=Europe/Berlin:20261120T110000", "SUMMARY:Weekly meeting 12", "STATUS:CONFIRMED"];
        Assert.All(expected, line => Assert.Single(lines, line));
        Assert.DoesNotContain(lines, l => l.StartsWith("ORGANIZER", StringComparison.Ordinal) || l.StartsWith("ATTENDEE", StringComparison.Ordinal) || l.StartsWith("LOCATION", StringComparison.Ordinal));
    }

    [Fact]
    public void Calling_off_keeps_the_uid()
    {
        var lines = Read(CalendarFile.Write(CalendarMethod.Cancel, Berlin, [Weekly with { Sequence = 4 }]));

        Assert.All(["METHOD:CANCEL", "UID:m-12@studio", "SEQUENCE:4", "STATUS:CANCELLED"], line => Assert.Single(lines, line));
    }

    [Fact]
    public void Text_is_escaped_and_cannot_begin_a_line_of_its_own()
    {
        var lines = Read(CalendarFile.Write(CalendarMethod.Request, Berlin,
            [Weekly with { Title = "a, b; c\\d", Description = "one\r\ntwo\nEND:VEVENT\u0007", Place = "Room 3,\nfloor 2" }]));

        Assert.Equal("a, b; c\\d", Value(lines, "SUMMARY"));
        Assert.Equal("one\ntwo\nEND:VEVENT", Value(lines, "DESCRIPTION"));
        Assert.Equal("Room 3,\nfloor 2", Value(lines, "LOCATION"));
        Assert.Single(lines, "END:VEVENT");
    }

    [Fact]
    public void People_are_named_with_their_address()
    {
        var lines = Read(CalendarFile.Write(CalendarMethod.Request, Berlin, [Weekly with { Organizer = new("Lin Yue", "lin@example.com"), Attendees = [new("Liu \"Fang\"; IT\r\nX:", "fang@example.com\r\nX:y"), new("李雷", "li@example.com")] }]));

        Assert.Single(lines, "ORGANIZER;CN=\"Lin Yue\":mailto:lin@example.com");
        Assert.Single(lines, "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=\"Liu 'Fang'; ITX:\":mailto:fang@example.comX:y");
        Assert.Single(lines, "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=\"李雷\":mailto:li@example.com");
    }

    [Theory]
    [InlineData("每周例会：产品目录共创项目第十二次会议，讨论车间变更审批、夜班代理人与物料清单样例，请提前阅读资料")]
    [InlineData("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")]
    [InlineData("A long English title that goes on and on, with commas, so that it has to be folded more than once, on the way to its end")]
    public void Long_lines_are_folded_at_75_octets_and_no_letter_is_cut(string title)
    {
        for (var shift = 0; shift < 4; shift++)
        {
            var shifted = new string('x', shift) + title;

            var file = CalendarFile.Write(CalendarMethod.Request, Berlin, [Weekly with { Title = shifted }]);

            Assert.All(file.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
            Assert.DoesNotContain("\uFFFD", Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(file)), StringComparison.Ordinal);
            Assert.Equal(shifted, Value(Read(file), "SUMMARY"));
        }
    }

    [Fact]
    public void Every_line_ends_with_carriage_return_and_line_feed()
    {
        var file = CalendarFile.Write(CalendarMethod.Request, Berlin, [Weekly with { Description = "a\nb" }]);

        Assert.EndsWith("\r\n", file, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', file.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Berlin_changes_its_clocks_twice_a_year()
    {
        var zone = Zone("Europe/Berlin");

        Assert.Contains("DAYLIGHT 20260329T020000 +0100 +0200", zone);
        Assert.Contains("STANDARD 20261025T030000 +0200 +0100", zone);
        Assert.Equal(5, zone.Count);
    }

    [Fact]
    public void New_York_changes_its_clocks_twice_a_year()
    {
        var zone = Zone("America/New_York");

        Assert.Contains("DAYLIGHT 20260308T020000 -0500 -0400", zone);
        Assert.Contains("STANDARD 20261101T020000 -0400 -0500", zone);
        Assert.Equal(5, zone.Count);
    }

    [Fact]
    public void Shanghai_does_not_change_its_clocks() => Assert.Equal(["STANDARD 20250101T080000 +0800 +0800"], Zone("Asia/Shanghai"));

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    [InlineData("Asia/Shanghai")]
    [InlineData("Europe/Dublin")]
    [InlineData("Australia/Sydney")]
    [InlineData("Africa/Casablanca")]
    [InlineData("Asia/Kolkata")]
    public void Who_knows_only_the_file_comes_to_the_same_hour(string id)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        for (var begins = new DateTime(2026, 1, 1, 0, 30, 0, DateTimeKind.Utc); begins.Year < 2028; begins = begins.AddHours(23))
        {
            var lines = Read(CalendarFile.Write(CalendarMethod.Request, zone, [Weekly with { Begins = begins }]));
            var local = Time(lines.Single(l => l.StartsWith("DTSTART;", StringComparison.Ordinal)).Split(':')[1]);

            var offset = Parts(lines).Select(p => p.Split(' ')).Where(p => Time(p[1]) <= local).MaxBy(p => Time(p[1]))![3];

            if (!zone.IsAmbiguousTime(local)) Assert.Equal(begins, local - Offset(offset));
        }
    }

    [Fact]
    public void Several_meetings_share_one_zone_that_holds_for_all_their_years()
    {
        var lines = Read(CalendarFile.Write(CalendarMethod.Request, Berlin, [Weekly, Weekly with { Uid = "m-80@studio", Begins = Weekly.Begins.AddYears(2) }]));

        Assert.Equal(2, lines.Count(l => l == "BEGIN:VEVENT"));
        Assert.Single(lines, "BEGIN:VTIMEZONE");
        Assert.Contains("STANDARD 20281029T030000 +0200 +0100", Parts(lines));
    }

    [Fact]
    public void A_file_without_a_meeting_is_refused() => Assert.Throws<ArgumentException>(() => CalendarFile.Write(CalendarMethod.Request, Berlin, []));

    private static List<string> Zone(string id) => Parts(Read(CalendarFile.Write(CalendarMethod.Request, TimeZoneInfo.FindSystemTimeZoneById(id), [Weekly])));

    /// <summary>Each change as "kind begins from to".</summary>
    private static List<string> Parts(List<string> lines) => [.. lines
        .Select((line, i) => (line, i)).Where(l => l.line is "BEGIN:STANDARD" or "BEGIN:DAYLIGHT")
        .Select(l => string.Join(' ', lines.Skip(l.i).Take(4).Select(x => x.Split(':')[1])))];

    private static List<string> Read(string file) => [.. file.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];

    private static string Value(List<string> lines, string name)
    {
        var raw = lines.Single(l => l.StartsWith(name + ":", StringComparison.Ordinal))[(name.Length + 1)..];
        var text = new StringBuilder();
        for (var i = 0; i < raw.Length; i++) text.Append(raw[i] != '\\' ? raw[i] : raw[++i] == 'n' ? '\n' : raw[i]);
        return text.ToString();
    }

    private static DateTime Time(string text) => DateTime.ParseExact(text, "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static TimeSpan Offset(string text) => TimeSpan.ParseExact(text[1..], "hhmm", CultureInfo.InvariantCulture) * (text[0] == '-' ? -1 : 1);
}
