namespace CoCreateStudio.Kit.Excel.Writing;

public sealed record CoverLine(string Label, string Value);

/// <summary>What the first sheet says about the file. Moments in all sheets are shown in <paramref name="Zone"/>.</summary>
public sealed record WorkbookCover(string Title, string Project, string MadeBy, DateTime MadeAtUtc, TimeZoneInfo Zone)
{
    /// <summary>The filter in words; empty says that nothing was left out.</summary>
    public string Filter { get; init; } = "";

    public IReadOnlyList<CoverLine> More { get; init; } = [];

    internal DateTime MadeAt => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(MadeAtUtc, DateTimeKind.Utc), Zone);
}
