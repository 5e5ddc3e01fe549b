using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Kit.Excel.Reading;
using CoCreateStudio.Kit.Excel.Reading.Tables;

namespace CoCreateStudio.Features.Requirements.Import;

/// <summary>A sheet that is taken, by its place in the file.</summary>
public sealed record TakenTable(int Sheet, FoundTable Table);

/// <summary>Reads the rows of the taken sheets as requirements that could be written. Knows no database.</summary>
public sealed class ImportReader(ProjectFacts facts, TimeZoneInfo zone, ImportChoices choices, ImportLimits? limits = null)
{
    private const int TellEvery = 500;

    private readonly ImportLimits _limits = limits ?? ImportLimits.Default;
    private readonly FieldReader _fields = new(facts, zone, choices.Dates);
    private readonly List<ImportRow> _rows = [];
    private readonly List<SourcePicture> _strays = [];
    private readonly List<SkippedRow> _skipped = [];
    private long _letters;

    public ImportPreview Read(IReadOnlyList<TakenTable> tables, IProgress<int>? progress = null, CancellationToken ct = default)
    {
        var several = tables.Select(t => t.Table.Sheet).Distinct().Count() > 1;
        foreach (var table in tables) Read(table, several, progress, ct);
        return new ImportPreview
        {
            Rows = _rows,
            Strays = _strays,
            Skipped = _skipped.GroupBy(s => s.Why).ToDictionary(s => s.Key, s => s.Count()),
            RowsBySheet = _rows.GroupBy(r => r.Sheet).ToDictionary(s => s.Key, s => s.Count()),
            NeedsYear = _fields.NeedsYear,
            NeedsOrder = _fields.NeedsOrder,
        };
    }

    /// <summary>Takes a value that a person typed for a cell that was wrong.</summary>
    public void Mend(ImportRow row, CellProblem problem, string text)
    {
        choices.Mended[new(row.Sheet, row.Number, problem.Field)] = text;
        row.Settle(problem);
        row.Refused = null;
        var value = _fields.Read(problem.Field, SourceCell.OfText(1, text));
        if (value.Problem is { } again) row.Refuse(new(problem.Cell, problem.Field, text, again));
        else if (value.Text is null && problem.Field == RequirementField.Description && row.Title is null && row.Today is null) row.Refuse(problem);
        else row[problem.Field] = value.Text;
    }

    private void Read(TakenTable taken, bool several, IProgress<int>? progress, CancellationToken ct)
    {
        if (taken.Table.Columns.Count >= SheetHead.Width) throw new FileRefusedException(nameof(ReadingText.TooManyColumns), null, SheetHead.Width);
        var reader = new TableReader(taken.Table);
        var reading = new RowReading(taken, _fields, choices, several);
        foreach (var row in reader.Read())
        {
            if (_rows.Count % TellEvery == 0)
            {
                ct.ThrowIfCancellationRequested();
                progress?.Report(_rows.Count);
            }

            Keep(reading.Read(row));
        }

        _skipped.AddRange(reader.Skipped);
        _strays.AddRange(reader.StrayPictures);
    }

    private void Keep(ImportRow row)
    {
        _rows.Add(row);
        _letters += row.Letters;
        if (_rows.Count > _limits.Rows) throw new FileRefusedException(nameof(ReadingText.TooManyAtOnce), null, _limits.Rows);
        if (_letters > _limits.Letters) throw new FileRefusedException(nameof(ReadingText.TooMuchAtOnce), null, _limits.Letters / 1_000_000);
    }
}
