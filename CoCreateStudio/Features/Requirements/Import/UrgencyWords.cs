namespace CoCreateStudio.Features.Requirements.Import;

/// <summary>Reads how urgent something is: 高, High, P1, 2-High, ☆☆☆☆, 🔴高, or 1 for the highest as in ZenTao.</summary>
public static class UrgencyWords
{
    public const string Low = "Low";
    public const string Medium = "Medium";
    public const string High = "High";
    public const string Critical = "Critical";

    private static readonly WordTable Words = new(
        (Critical, "超高|最高|极高|特高|紧急|非常紧急|特急|致命|严重|緊急|嚴重|Critical|Very High|Highest|Urgent|Blocker|P0|1|1-Critical|1-Urgent"),
        (High, "高|较高|重要|急|高优先级|主要|較高|High|Major|Important|P1|2|2-High"),
        (Medium, "中|中等|一般|普通|正常|中优先级|Medium|Moderate|Normal|P2|3|3-Medium|3-Normal"),
        (Low, "低|较低|不紧急|不急|缓|次要|轻微|低优先级|較低|不緊急|Low|Lowest|Minor|Very Low|Trivial|P3|P4|4|5|4-Low"));

    /// <summary>Null when the text says nothing known; it is never guessed.</summary>
    public static string? Read(string text) => Words.Find(text) ?? Words.Find(text.Split('-', '.', '、', ' ')[^1]) ?? Stars(text);

    private static string? Stars(string text) => text.Count(c => c is '☆' or '★' or '⭐') switch
    {
        0 => null,
        <= 2 => Low,
        <= 4 => Medium,
        5 => High,
        _ => Critical,
    };
}
