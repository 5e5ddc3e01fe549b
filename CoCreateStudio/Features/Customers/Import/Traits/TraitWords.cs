using CoCreateStudio.Domain.Screenings;

namespace CoCreateStudio.Features.Customers.Import.Traits;

/// <summary>How people write in files whether a trait is met, and on which day something goes live.</summary>
internal static class TraitWords
{
    // "x" is a tick to some and a cross to others, so it is neither.
    private static readonly Dictionary<string, TraitState> States = ValueWords.Of(
        (TraitState.Met, "符合|是|满足|滿足|有|对|达到|达标|已满足|已达到|具备|通过|met|yes|y|true|1|ok|fulfilled|satisfied|passed|pass"),
        (TraitState.NotMet, "不符合|否|不满足|不滿足|不是|没有|沒有|无|無|不|未满足|未达到|未达标|不达标|不具备|未通过|不通过|notmet|unmet|no|n|false|0|notfulfilled|notsatisfied|failed|fail"),
        (TraitState.Unknown, "未知|不详|待定|待确认|待核实|待了解|不清楚|不确定|未了解|unknown|unclear|notknown|tbd|tbc|open|notsure|tobeconfirmed|dontknow"));

    private static readonly string[] Days =
    [
        "yyyy-M-d", "yyyy-M-d HH:mm:ss", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyy年M月d号", "yyyyMMdd", "d MMM yyyy", "d MMMM yyyy", "MMM d, yyyy", "MMMM d, yyyy", "MMM d yyyy", "MMMM d yyyy", "d.M.yyyy",
    ];

    public static TraitState? State(string text) => text.Trim().TrimEnd('\uFE0F') switch
    {
        "√" or "✓" or "✔" or "☑" or "✅" => TraitState.Met,
        "×" or "✗" or "✘" or "✕" or "✖" or "☒" or "❌" or "❎" => TraitState.NotMet,
        "?" or "？" => TraitState.Unknown,
        var word => States.TryGetValue(ValueWords.Normal(word), out var state) ? state : null,
    };

    /// <summary>A cell of states that is empty, or as good as: "-", "n/a". What is there and not understood is no such cell.</summary>
    public static bool SaysNothing(string text) => State(text) is null && (text.All(char.IsPunctuation) || (text.Any(char.IsLetterOrDigit) && ValueWords.SaysNothing(text)));

    /// <summary>Null for what is no day, and for 3/4/2027, which is one of two.</summary>
    public static DateTime? Moment(string text) =>
        DateTime.TryParseExact(string.Concat(text.Where(c => !char.IsWhiteSpace(c) || c == ' ')), Days, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var moment) ? moment : null;

    public static DateOnly? Day(string text) => Moment(text) is { } moment ? DateOnly.FromDateTime(moment) : null;
}
