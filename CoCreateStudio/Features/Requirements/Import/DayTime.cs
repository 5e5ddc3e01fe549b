using System.Text.RegularExpressions;

namespace CoCreateStudio.Features.Requirements.Import;

/// <summary>The time behind a date: 1:01, 上午1时01分, 3:15 PM.</summary>
internal static partial class DayTime
{
    public static TimeSpan? Find(string text, out string rest)
    {
        var found = Pattern().Match(text);
        var time = found.Success ? Time(found) : null;
        rest = (time is null ? text : text[found.Length..]).Trim(' ', '-', ',', '，', ')', '）', '　');
        return time;
    }

    private static TimeSpan? Time(Match found)
    {
        var hour = int.Parse(found.Groups["h"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = Part(found, "m");
        var second = Part(found, "s");
        var half = (found.Groups["half"].Value + found.Groups["after"].Value).ToUpperInvariant();
        if (half is "下午" or "PM" or "晚上" && hour < 12) hour += 12;
        if (half is "上午" or "AM" && hour == 12) hour = 0;
        return hour < 24 && minute < 60 && second < 60 ? new TimeSpan(hour, minute, second) : null;
    }

    private static int Part(Match found, string group) => found.Groups[group].Success ? int.Parse(found.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^[T\s]*(星期.|周.)?\s*(?<half>上午|下午|晚上)?\s*(?<h>\d{1,2})\s*([:：]\s*(?<m>\d\d)([:：](?<s>\d\d)(\.\d+)?)?|[时時点點]\s*((?<m>\d{1,2})\s*分?)?((?<s>\d{1,2})\s*秒)?)\s*(?<after>AM|PM|上午|下午)?", RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
