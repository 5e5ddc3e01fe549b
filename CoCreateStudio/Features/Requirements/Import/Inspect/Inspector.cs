using CoCreateStudio.Features.Requirements.Import.Difference;
using CoCreateStudio.Kit.Excel.Reading;
using CoCreateStudio.Kit.Excel.Reading.Tables;

namespace CoCreateStudio.Features.Requirements.Import.Inspect;

/// <summary>Reads a file as the import page does when it is dropped there, without a project.</summary>
public sealed class Inspector(TimeProvider clock)
{
    public Inspection Inspect(Stream file, string fileName)
    {
        try
        {
            using var book = SourceBook.Open(file, fileName);
            return Read(book);
        }
        catch (FileRefusedException refusal)
        {
            return Inspection.OfRefused(refusal.Message);
        }
    }

    private Inspection Read(SourceBook book)
    {
        var tables = new TableFinder(RequirementWords.All).Find(book).Select(OwnSheet.Recognise).ToList();
        ImportChoices choices = new() { Dates = new DateChoice(clock.GetLocalNow().Year) };
        var taken = tables.Select((t, i) => new TakenTable(i, t)).Where(t => t.Table.Used).ToList();
        var preview = new ImportReader(ProjectFacts.None, clock.LocalTimeZone, choices).Read(taken);
        var rows = preview.Rows.ToLookup(r => r.Sheet);
        return new(null, preview.Rows.Count, book.PictureCount, [.. tables.Select((t, i) => Sheet(t, [.. rows[i]]))]);
    }

    private static InspectedSheet Sheet(FoundTable table, IReadOnlyList<ImportRow> rows) => new(
        table.Sheet.Name,
        table.HeaderRow == 0 ? null : table.HeaderRow,
        rows.Count,
        PicturesOf(table, rows),
        table.Used,
        table.Why,
        [.. table.Columns.Select(c => new InspectedColumn(c.Letter, c.Heading, c.Target?.Key, c.Confidence, c.Why, c.Samples))],
        table.Facts.GroupBy(f => f.Target?.Key ?? f.Label).ToDictionary(f => f.Key, f => Value(f.First())),
        [.. rows.SelectMany(r => r.Problems.Where(IsOfTheFile).Select(p => new InspectedProblem(r.Number, p.Cell.TrimEnd("0123456789".ToCharArray()), p.Problem.Text)))]);

    // Dates as days, as everywhere in the answer.
    private static string Value(FoundFact fact)
    {
        if (fact.Target?.Key is not (RequirementWords.ReportedAt or RequirementWords.TargetDate)) return fact.Value;
        var date = fact.Date ?? DateWords.Read(fact.Value, DateChoice.None).Date;
        return date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? fact.Value;
    }

    // Those that float over the sheet, and those in cells of its rows.
    private static int PicturesOf(FoundTable table, IReadOnlyList<ImportRow> rows)
    {
        var floating = table.Sheet.Layout.Pictures.Where(p => table.Holds(p.Row)).ToHashSet();
        return floating.Count + rows.Sum(r => r.Pictures.Count(p => !floating.Contains(p)));
    }

    // Which customers there are only a project knows.
    private static bool IsOfTheFile(CellProblem problem) => problem.Problem.Key != nameof(ImportText.CustomerUnknown);
}
