using System.Text;
using CoCreateStudio.Domain.Customers;

namespace CoCreateStudio.Features.Customers.Import;

/// <summary>Values of fixed sets as people write them in files, whatever the case, blanks and width.</summary>
internal static class ValueWords
{
    private static readonly Dictionary<string, SizeTier> Sizes = Of((SizeTier.Large, "大型|大|大型企业|大客户|特大型|large|big|enterprise|l"), (SizeTier.Medium, "中型|中|中型企业|中等|medium|mid|midsize|midmarket|m"), (SizeTier.Small, "小型|小|小型企业|微型|小微|小微企业|small|smb|micro|s"));

    private static readonly Dictionary<string, bool> Answers = Of((true, "是|有|对|决策人|最终决策人|有话事权|有话语权|yes|y|true|x|1|decisionmaker|authority"), (false, "否|无|没有|不是|no|n|false|0|none"));

    private static readonly HashSet<string> Nothing = ["", "无", "none", "na", "nil", "空", "没有", "不详", "未知", "unknown"];

    /// <summary>"-", "N/A", "无": a cell that says there is nothing to say.</summary>
    public static bool SaysNothing(string text) => text.All(c => c is not ('√' or '✓' or '✔')) && Nothing.Contains(Normal(text));

    public static SizeTier? Size(string text) => Sizes.TryGetValue(Normal(text), out var size) ? size : null;

    public static bool? YesNo(string text) => text.Trim() is "√" or "✓" or "✔" ? true : Answers.TryGetValue(Normal(text), out var yes) ? yes : null;

    public static Dictionary<string, T> Of<T>(params (T Value, string Words)[] rows) =>
        rows.SelectMany(r => r.Words.Split('|').Select(w => (w, r.Value))).ToDictionary(w => w.w, w => w.Value);

    public static string Normal(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsLetterOrDigit));
}
