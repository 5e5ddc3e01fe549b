using CoCreateStudio.Kit.Excel.Reading.Tables;

namespace CoCreateStudio.Features.Requirements.Import.Inspect;

/// <summary>What an import would understand of a file. The shape is what "inspect --json" prints; tools of others read it.</summary>
/// <param name="Refused">Why the file is not read; null when it is.</param>
/// <param name="Rows">Rows of all sheets that are used, those with problems too.</param>
/// <param name="Pictures">Pictures in the whole file, logos and previews of attachments too.</param>
/// <param name="Sheets">In the order of the file; a sheet with several tables stands here once for each.</param>
public sealed record Inspection(string? Refused, int Rows, int Pictures, IReadOnlyList<InspectedSheet> Sheets)
{
    public static Inspection OfRefused(string why) => new(why, 0, 0, []);
}

/// <param name="HeaderRow">The last row of the heading; null when there is none.</param>
/// <param name="Why">Why the sheet is used or left out.</param>
/// <param name="Defaults">Facts above the table, offered for every row: by field, or by label where no field fits.</param>
public sealed record InspectedSheet(
    string Name, int? HeaderRow, int Rows, int Pictures, bool Used, string Why,
    IReadOnlyList<InspectedColumn> Columns, IReadOnlyDictionary<string, string> Defaults, IReadOnlyList<InspectedProblem> Problems);

/// <param name="Target">The field it is taken for; null when it is kept beside the row under its heading.</param>
public sealed record InspectedColumn(string Letter, string Heading, string? Target, MappingConfidence Confidence, string Why, IReadOnlyList<string> Samples);

public sealed record InspectedProblem(int Row, string Column, string Message);
