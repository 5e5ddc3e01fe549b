using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Import.Difference;
using CoCreateStudio.Kit.Excel.Reading.Tables;

namespace CoCreateStudio.Features.Requirements.Import;

/// <summary>What a column of a file can be taken for, and the field it then fills.</summary>
public static class ImportTargets
{
    /// <summary>A column that a person leaves out on purpose; one without a target is kept under its heading.</summary>
    public static readonly ImportTarget LeftOut = new("-", TargetRole.Plain, []);

    /// <summary>In the order people look for them.</summary>
    public static readonly IReadOnlyList<ImportTarget> Offered = [.. RequirementWords.All.Targets];

    public static RequirementField? Field(string? key) => Enum.TryParse<RequirementField>(key, out var field) ? field : null;

    public static string Word(string key) => key switch
    {
        RequirementWords.No => ImportText.TargetNo,
        RequirementWords.Screenshot => ImportText.TargetScreenshot,
        nameof(OwnSheet.Id) => ImportText.TargetKey,
        _ => Field(key)?.Word() ?? key,
    };

    /// <summary>The heading says that the column was meant to stay with those who wrote it.</summary>
    public static bool SaysInternal(string heading) =>
        heading.Contains("内部", StringComparison.Ordinal) || heading.Contains("內部", StringComparison.Ordinal) || heading.Contains("internal", StringComparison.OrdinalIgnoreCase);

    /// <summary>Texts of several columns stand one below the other in these; of any other field only the first is taken.</summary>
    public static bool Joins(this RequirementField field) =>
        field is RequirementField.Description or RequirementField.Notes or RequirementField.Resolution or RequirementField.StatusReason;
}
