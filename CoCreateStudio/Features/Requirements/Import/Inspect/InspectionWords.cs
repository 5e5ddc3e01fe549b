using CoCreateStudio.Kit.Excel.Reading.Tables;
using CoCreateStudio.Kit.Text;

namespace CoCreateStudio.Features.Requirements.Import.Inspect;

/// <summary>An inspection as a person reads it.</summary>
internal static class InspectionWords
{
    private const int MostProblems = 20;
    private const int LongestSample = 40;

    public static void Write(Inspection inspection, string fileName, TextWriter output)
    {
        if (inspection.Refused is { } refused)
        {
            output.WriteLine(Say(InspectText.FileRefused, fileName, refused));
            return;
        }

        output.WriteLine(Say(InspectText.FileRead, fileName, Format.Count(inspection.Rows), Format.Count(inspection.Pictures)));
        foreach (var sheet in inspection.Sheets) Write(sheet, output);
    }

    private static void Write(InspectedSheet sheet, TextWriter output)
    {
        output.WriteLine();
        var heading = sheet.HeaderRow is { } row ? Say(InspectText.HeadingInRow, row) : InspectText.NoHeadingRow;
        output.WriteLine(sheet.Used ? Say(InspectText.SheetRead, sheet.Name, Format.Count(sheet.Rows), Format.Count(sheet.Pictures), heading) : Say(InspectText.SheetLeft, sheet.Name, sheet.Why));
        if (!sheet.Used) return;
        foreach (var column in sheet.Columns) Write(column, output);
        foreach (var (field, value) in sheet.Defaults) output.WriteLine("  " + Say(InspectText.ForAllRows, ImportTargets.Word(field), value));
        foreach (var problem in sheet.Problems.Take(MostProblems)) output.WriteLine("  " + Say(InspectText.ProblemAt, problem.Row, problem.Column, problem.Message));
        if (sheet.Problems.Count > MostProblems) output.WriteLine("  " + Say(InspectText.MoreProblems, Format.Count(sheet.Problems.Count - MostProblems)));
    }

    private static void Write(InspectedColumn column, TextWriter output)
    {
        var heading = column.Heading.Length > 0 ? column.Heading : ImportText.NoHeading;
        var target = column.Target is { } key ? $"{ImportTargets.Word(key)} ({Sureness(column.Confidence)})" : ImportText.Kept;
        output.WriteLine($"  {column.Letter}  {heading} → {target} {column.Why}");
        if (column.Samples.Count > 0) output.WriteLine($"     {string.Join(" · ", column.Samples.Select(OneLine))}");
    }

    private static string Sureness(MappingConfidence confidence) => confidence switch
    {
        MappingConfidence.Sure => ImportText.Sure,
        MappingConfidence.Likely => ImportText.Likely,
        MappingConfidence.Ask => ImportText.YourCall,
        _ => ImportText.Kept,
    };

    private static string OneLine(string sample)
    {
        var line = string.Join(' ', sample.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length > LongestSample ? line[..LongestSample] + "…" : line;
    }

    private static string Say(string text, params object[] args) => string.Format(CultureInfo.CurrentCulture, text, args);
}
