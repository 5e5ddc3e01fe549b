using System.Text;
using System.Text.RegularExpressions;
using CoCreateStudio.Domain.Meetings;

namespace CoCreateStudio.Domain.Acceptance;

/// <summary>A value of a metric, as invariant text: a number ("48000", "1.6"), a day ("2027-03-15"), "yes" or "no".</summary>
public static partial class CriterionValue
{
    public const string Yes = "yes";
    public const string No = "no";
    public const int Length = 40;

    private static readonly string[] YesWords = ["yes", "y", "true", "是", "有", "已", "达到", "符合"];
    private static readonly string[] NoWords = ["no", "n", "false", "否", "无", "没有", "未", "未达到", "不符合"];

    /// <summary>Reads what was typed: "48,000", "1,5", "95 %", "15 Mar", "3月15日", "yes", "否". Null where nothing was typed.</summary>
    /// <exception cref="RuleException">It is none of these.</exception>
    public static string? Read(string? typed, DateOnly today) =>
        string.IsNullOrWhiteSpace(typed) ? null : TryRead(typed, today) ?? throw new RuleException(nameof(RuleText.ValueNotRead), typed.Trim());

    public static string? TryRead(string typed, DateOnly today)
    {
        var text = typed.Normalize(NormalizationForm.FormKC).Trim();
        if (YesWords.Contains(text, StringComparer.OrdinalIgnoreCase)) return Yes;
        if (NoWords.Contains(text, StringComparer.OrdinalIgnoreCase)) return No;
        if (ReadNumber(text.TrimEnd('%', ' ')) is { } number) return number;
        return DueWords.AtStart(text, today) is { } day && day.Start == 0 && day.End == text.Length ? OfDay(day.Day) : null;
    }

    public static string OfDay(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? Day(string? value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static bool IsAnswer(string? value) => value is Yes or No;

    /// <summary>For comparing and drawing: days are counted, yes is one.</summary>
    public static decimal? Number(string? value) => value switch
    {
        null => null,
        Yes => 1,
        No => 0,
        _ when Day(value) is { } day => day.DayNumber,
        _ => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null,
    };

    // A comma before three figures parts thousands, before one or two it is the decimal sign.
    private static string? ReadNumber(string text)
    {
        text = text.Replace(" ", "", StringComparison.Ordinal).Replace("−", "-", StringComparison.Ordinal);
        if (Thousands().IsMatch(text)) text = text.Replace(",", "", StringComparison.Ordinal);
        else if (DecimalComma().IsMatch(text)) text = text.Replace(',', '.');
        if (text.Length > 24 || !Plain().IsMatch(text)) return null;
        return decimal.Parse(text, CultureInfo.InvariantCulture).ToString("0.##########", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$")]
    private static partial Regex Thousands();

    [GeneratedRegex("^-?[0-9]+,[0-9]{1,2}$")]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"^-?[0-9]+(\.[0-9]+)?$")]
    private static partial Regex Plain();
}
