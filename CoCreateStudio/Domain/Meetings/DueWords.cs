using System.Text.RegularExpressions;

namespace CoCreateStudio.Domain.Meetings;

/// <summary>
/// A day in words, English or Chinese. A weekday alone is the next one, today counts; "next Friday" and 下周五 are the Friday of the
/// week after this one, 下下周 of the one after that, 本周五 of this week even when it is gone; weeks begin on Monday. A day and month without
/// year lie in this year, also when they are gone, unless that was more than half a year (183 days) ago: then in the next. A day alone
/// (27日) is the next one, today counts. A day that does not exist is not one. "By", "before" and 前 include the day itself.
/// What was or repeats (last Friday, 上周五, every Friday, 每周五), and what a day only belongs to (for Friday, Friday's, 周五的), is no due date.
/// </summary>
public sealed partial record DueWords(DateOnly Day, int Start, int End)
{
    private const int HalfAYear = 183;

    private const string Number = @"[0-9]{1,3}|[一二两三四五六七八九十]{1,3}";
    private const string Weekdays = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";
    private const string ShortWeekdays = "mon|tues?|wed|thu(?:rs?)?|fri";
    private const string Month = @"(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?";

    private const string English = @"(?<![\p{L}0-9_\-/.'’])(?<!\b(?:for|from|since|of|after|every|each|last|past)\s+(?:the\s+)?)(?:(?:by|on|until|till|before|due)\s+)?(?:"
        + "(?<today>today)|(?<tomorrow>tomorrow)|(?<after>the\\s+day\\s+after\\s+tomorrow)"
        + $@"|in\s+(?<in>[0-9]{{1,3}}|an?|one|two|three|four|five|six)\s+(?<unit>day|week|month)s?"
        + @"|(?:the\s+)?end\s+of\s+(?:the\s+|this\s+)?month(?<end>)"
        + $@"|(?:(?:{Weekdays}|{ShortWeekdays}),?\s+)?(?<d>[0-9]{{1,2}})(?:st|nd|rd|th|\.)?\s+{Month}(?:,?\s+(?<y>20[0-9]{{2}}))?"
        + $@"|{Month}\s+(?<d>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?<y>20[0-9]{{2}}))?"
        + $@"|(?:this\s+|(?<next>next\s+))?(?<weekday>{Weekdays}|{ShortWeekdays})"
        + @"|(?<y>20[0-9]{2})-(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})|(?<y>20[0-9]{2})/(?<m>[0-9]{1,2})/(?<d>[0-9]{1,2})|(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})"
        + @")(?![A-Za-z0-9_'’/]|-\w)(?:之前|以前|前)?";

    private const string Han = @"(?<![每上去从自第0-9])(?>(?:"
        + @"(?<third>大后天)|(?<after>后天)|(?<today>今[天日])|(?<tomorrow>明[天日])"
        + $@"|(?<in>{Number})(?<unit>天|日|周|个?星期|个月)(?:之后|以后|后|之内|以内|内)"
        + @"|(?<which>本|这个?|下个?)?月[底末](?<end>)"
        + @"|(?:(?<y>20[0-9]{2})年)?(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})[日号]|(?<d>[0-9]{1,2})[日号]"
        + @"|(?<which>本|这个?|下下个?|下个?)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])"
        + @")(?:下班前|之前|以前|前)?)(?!的|会议|例会)";

    private const string AnyDay = $"(?:{English}|{Han})";
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly string[] WeekdayBegins = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    private static readonly string[] MonthBegins = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] EnglishNumbers = ["a", "one", "two", "three", "four", "five", "six"];

    /// <summary>The day that ends the text.</summary>
    public static DueWords? AtEnd(string text, DateOnly today) => Of(EndsWithDay().Match(text), today);

    /// <summary>The day that begins the text.</summary>
    public static DueWords? AtStart(string text, DateOnly today) => Of(BeginsWithDay().Match(text), today);

    /// <summary>The day that stands right after an @.</summary>
    public static DueWords? AfterAt(string text, DateOnly today) => Of(MarkedDay().Match(text), today);

    private static DueWords? Of(Match found, DateOnly today)
    {
        if (!found.Success || DayOf(found.Groups, today) is not { } day) return null;
        var all = found.Groups["all"];
        return new(day, all.Index, all.Index + all.Length);
    }

    private static DateOnly? DayOf(GroupCollection g, DateOnly today)
    {
        if (g["today"].Success) return today;
        if (g["tomorrow"].Success) return today.AddDays(1);
        if (g["after"].Success) return today.AddDays(2);
        if (g["third"].Success) return today.AddDays(3);
        if (g["in"].Success) return In(NumberOf(g["in"].Value), g["unit"].Value, today);
        if (g["end"].Success) return EndOfMonth(today.AddMonths(g["which"].Value.StartsWith('下') ? 1 : 0));
        if (g["weekday"].Success) return Weekday(WeekdayOf(g["weekday"].Value), g["next"].Success ? "下" : g["which"].Value, today);
        var day = NumberOf(g["d"].Value);
        if (g["month"].Success) return InYear(g["y"].Value, 1 + Array.IndexOf(MonthBegins, g["month"].Value[..3].ToLowerInvariant()), day, today);
        if (g["m"].Success) return InYear(g["y"].Value, NumberOf(g["m"].Value), day, today);
        return Enumerable.Range(0, 3).Select(i => OnDay(today.AddMonths(i).Year, today.AddMonths(i).Month, day)).FirstOrDefault(d => d >= today);
    }

    private static DateOnly In(int count, string unit, DateOnly today) => unit.ToLowerInvariant() switch
    {
        "month" or "个月" => today.AddMonths(count),
        "day" or "天" or "日" => today.AddDays(count),
        _ => today.AddDays(7 * count),
    };

    private static DateOnly Weekday(int weekday, string which, DateOnly today)
    {
        var now = ((int)today.DayOfWeek + 6) % 7;
        if (which.Length == 0) return today.AddDays((weekday - now + 7) % 7);
        return today.AddDays(weekday - now + 7 * which.Count(c => c == '下'));
    }

    private static DateOnly? InYear(string year, int month, int day, DateOnly today)
    {
        if (year.Length > 0) return OnDay(NumberOf(year), month, day);
        return OnDay(today.Year, month, day) is { } thisYear && thisYear >= today.AddDays(-HalfAYear) ? thisYear : OnDay(today.Year + 1, month, day);
    }

    private static DateOnly? OnDay(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static DateOnly EndOfMonth(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    private static int WeekdayOf(string word) => word.Length == 1
        ? "一二三四五六日".IndexOf(word == "天" ? "日" : word, StringComparison.Ordinal)
        : Array.IndexOf(WeekdayBegins, word[..3].ToLowerInvariant());

    private static int NumberOf(string word)
    {
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        if (char.IsAsciiLetter(word[0])) return Math.Max(1, Array.IndexOf(EnglishNumbers, word.ToLowerInvariant()));
        var ten = word.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0) return Digit(word[^1]);
        return (ten == 0 ? 1 : Digit(word[ten - 1])) * 10 + (ten == word.Length - 1 ? 0 : Digit(word[^1]));
    }

    private static int Digit(char c) => c == '两' ? 2 : 1 + "一二三四五六七八九".IndexOf(c, StringComparison.Ordinal);

    [GeneratedRegex($@"(?<all>{AnyDay})[\s.。!！;；,，]*$", Options)]
    private static partial Regex EndsWithDay();

    [GeneratedRegex($@"^[\s,，:：]*(?<all>{AnyDay})", Options)]
    private static partial Regex BeginsWithDay();

    [GeneratedRegex($@"(?<![\p{{L}}0-9_])(?<all>[@＠]{AnyDay})", Options)]
    private static partial Regex MarkedDay();
}
