using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Kit.Excel.Reading;
using CoCreateStudio.Kit.Excel.Reading.Tables;

namespace CoCreateStudio.Features.Requirements.Import;

/// <summary>What a file would bring, before anything is written.</summary>
public sealed class ImportPreview
{
    public static readonly ImportPreview Empty = new();

    public IReadOnlyList<ImportRow> Rows { get; init; } = [];

    /// <summary>Pictures that lie over no row.</summary>
    public IReadOnlyList<SourcePicture> Strays { get; init; } = [];

    /// <summary>Lines of the file that are no rows, by what they are.</summary>
    public IReadOnlyDictionary<RowVerdict, int> Skipped { get; init; } = new Dictionary<RowVerdict, int>();

    public IReadOnlyDictionary<int, int> RowsBySheet { get; init; } = new Dictionary<int, int>();

    /// <summary>Some dates name no year.</summary>
    public bool NeedsYear { get; init; }

    /// <summary>Some dates can be read in two ways.</summary>
    public bool NeedsOrder { get; init; }

    public int Count(RowKind kind) => Rows.Count(r => r.Kind == kind);

    public int Taken => Rows.Count(r => r.IsTaken);

    /// <summary>Names that rows bring and the project's list does not have.</summary>
    public IReadOnlyList<string> NewNames(RequirementField field, IReadOnlyCollection<string> known) =>
        [.. Rows.Where(r => r.IsTaken).Select(r => r[field]).OfType<string>().Distinct().Except(known)];
}
