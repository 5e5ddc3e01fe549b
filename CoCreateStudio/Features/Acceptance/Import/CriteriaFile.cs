using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Kit.Excel.Reading;
using CoCreateStudio.Kit.Excel.Reading.Tables;

namespace CoCreateStudio.Features.Acceptance.Import;

/// <summary>Reads the criteria of a file somebody sent. Knows no database.</summary>
public static class CriteriaFile
{
    /// <summary>An agreement is read by people: a file with more rows is another list.</summary>
    public const int Most = 1000;

    /// <param name="known">What the draft says already.</param>
    /// <param name="usual">The dimension of rows that do not say theirs.</param>
    /// <exception cref="FileRefusedException">The file cannot be read.</exception>
    public static Task<IReadOnlyList<PlannedCriterion>> ReadAsync(Stream file, string name, IReadOnlyCollection<string> known, Dimension? usual, DateOnly today, CancellationToken ct = default) =>
        Task.Run<IReadOnlyList<PlannedCriterion>>(() => Read(file, name, known, usual, today, ct), ct);

    private static List<PlannedCriterion> Read(Stream file, string name, IReadOnlyCollection<string> known, Dimension? usual, DateOnly today, CancellationToken ct)
    {
        using var book = SourceBook.Open(file, name);
        FoundTable[] tables = [.. new TableFinder(CriteriaVocabulary.All).Find(book).Where(t => t.Used)];
        var said = known.Select(Key).ToHashSet();
        List<PlannedCriterion> rows = [];
        foreach (var table in tables)
            foreach (var read in new TableReader(table).Read())
            {
                ct.ThrowIfCancellationRequested();
                if (rows.Count == Most) throw new FileRefusedException(nameof(ReadingText.TooManyAtOnce), null, Most);
                if (Cell(read, nameof(CriterionField.Statement)) is { Length: > 0 } statement) rows.Add(Plan(table, read, statement, tables.Length > 1, said, usual, today));
            }

        return rows;
    }

    private static PlannedCriterion Plan(FoundTable table, TableRow read, string statement, bool saysSheet, HashSet<string> said, Dimension? usual, DateOnly today)
    {
        var dimension = CriteriaVocabulary.DimensionOf(Cell(read, CriteriaVocabulary.Dimension)) ?? CriteriaVocabulary.DimensionOfCode(Cell(read, CriteriaVocabulary.Code))
            ?? CriteriaVocabulary.DimensionOf(read.Section ?? "") ?? CriteriaVocabulary.DimensionOf(table.Sheet.Name) ?? usual;
        var fields = Enum.GetValues<CriterionField>().Where(f => f != CriterionField.Statement).Select(f => (Field: f, Text: f == CriterionField.Target ? Target(read, today) : Cell(read, f.ToString())))
            .Where(f => f.Text.Length > 0).ToDictionary(f => f.Field, f => CriteriaVocabulary.Value(f.Field, f.Text));
        PlannedCriterion plan = new(saysSheet ? $"{table.Sheet.Name} {read.RowNumber}" : $"{read.RowNumber}", dimension, statement, fields, null, !said.Add(Key(statement)));
        return plan with { Problem = Problem(plan, today) };
    }

    // The rules themselves say what is wrong, on an agreement that is thrown away.
    private static string? Problem(PlannedCriterion plan, DateOnly today)
    {
        try
        {
            plan.Make(new(Guid.Empty, Guid.Empty), today);
            return null;
        }
        catch (RuleException refusal)
        {
            return refusal.Message;
        }
    }

    // "≥" in a column of its own belongs to the number beside it.
    private static string Target(TableRow row, DateOnly today)
    {
        var (sign, target) = (CriteriaVocabulary.SignOf(Cell(row, CriteriaVocabulary.Sign)), Cell(row, nameof(CriterionField.Target)));
        return sign is not null && CriterionValue.TryRead(target, today) is { } value && !CriterionValue.IsAnswer(value) ? $"{sign} {target}" : target;
    }

    private static string Cell(TableRow row, string key) => row[key].Text.Trim();

    /// <summary>What two statements have in common that say the same.</summary>
    internal static string Key(string statement) => string.Concat(statement.ToUpperInvariant().Where(c => !char.IsWhiteSpace(c)));
}
