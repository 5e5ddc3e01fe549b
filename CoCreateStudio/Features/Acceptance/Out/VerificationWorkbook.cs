using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Kit.Excel.Writing;
using CoCreateStudio.Kit.Excel.Writing.Charts;

namespace CoCreateStudio.Features.Acceptance.Out;

/// <summary>The verification report: what was agreed and measured, what became of it, every value, and the way of each criterion to its target as a chart.</summary>
internal static class VerificationWorkbook
{
    private const string Reached = "0B6873";
    private const string Aimed = "B0261C";

    public static async Task WriteAsync(Stream output, AcceptancePaper paper, string madeBy, DateTime now, CancellationToken ct)
    {
        var lines = paper.View.Binding.OrderBy(c => c.Dimension).ThenBy(c => c.Number).ToList();
        var values = lines.SelectMany(c => paper.View.ValuesOf(c.Id).Where(m => m.Counts).Select(m => new Row(c, m))).ToList();
        WorkbookCover cover = new(paper.Say(() => PaperText.Report, " · "), paper.Project, madeBy, now, paper.Zone)
        {
            Filter = paper.View.Room.LastSigned is { } signed ? AcceptanceWords.Said(AcceptanceText.VersionNumber, signed.Number) : paper.Title,
            More = [new(AcceptanceText.Customer, paper.Customer), new(PaperText.Outcome, paper.View.Outcome.Word()), new(AcceptanceText.Verified, Counts(paper, lines))],
        };
        await WorkbookWriter.WriteAsync(output, cover,
        [
            new ListSheet<CriterionContent>(AcceptanceText.Verified, Results(paper), lines) { FrozenColumns = 2 },
            new ListSheet<Row>(PaperText.Values, Values(), values) { FrozenColumns = 2 },
        ], ct: ct);
        ChartSheet.Add(output, PaperText.Charts, [.. Charts(values)]);
    }

    private static string Counts(AcceptancePaper paper, List<CriterionContent> criteria)
    {
        int Of(VerificationResult result) => criteria.Count(c => (paper.View.ResultOf(c.Id)?.Result ?? VerificationResult.Open) == result);
        return AcceptanceWords.Said(PaperText.Counts, criteria.Count, Of(VerificationResult.Passed), Of(VerificationResult.Failed), Of(VerificationResult.Waived), Of(VerificationResult.Open));
    }

    private static SheetColumns<CriterionContent> Results(AcceptancePaper paper) => new SheetColumns<CriterionContent>()
        .Text("no", () => AcceptanceText.ColumnNo, 7, c => c.Code)
        .WrappedText("statement", () => AcceptanceText.FieldStatement, 40, c => c.Statement)
        .Text("dimension", () => PaperText.Dimension, 12, c => c.Dimension.Word())
        .WrappedText("metric", () => AcceptanceText.FieldMetric, 24, paper.Metric)
        .Text("baseline", () => AcceptanceText.FieldBaseline, 11, paper.Baseline)
        .Text("target", () => AcceptanceText.FieldTarget, 14, paper.Target)
        .Date("due", () => AcceptanceText.FieldDueOn, c => c.DueOn)
        .Text("value", () => PaperText.LastValue, 14, c => AcceptanceWords.Value(paper.View.LastOf(c.Id)?.Value, DateOnly.MinValue))
        .Date("measured", () => PaperText.MeasuredOn, c => paper.View.LastOf(c.Id)?.On)
        .Text("result", () => PaperText.Result, 12, c => Result(paper.View.ResultOf(c.Id)))
        .Text("by", () => PaperText.JudgedBy, 16, c => paper.View.ResultOf(c.Id)?.JudgedBy)
        .DateTime("at", () => PaperText.JudgedAt, c => paper.View.ResultOf(c.Id)?.JudgedAt)
        .WrappedText("reason", () => PaperText.Reason, 36, c => paper.View.ResultOf(c.Id)?.Reason)
        .WrappedText("waived", () => PaperText.WaivedFor, 24, c => paper.View.ResultOf(c.Id) is { WaivedForUs: { } us } waived ? $"{us}, {waived.WaivedForThem}" : null)
        .Text("action", () => PaperText.Action, 10, c => paper.View.ResultOf(c.Id)?.ActionId is { } id && paper.View.Room.Actions.TryGetValue(id, out var number) ? $"A-{number}" : null);

    private static string Result(Verification? verification) => verification?.Result switch
    {
        VerificationResult.Passed => AcceptanceText.Passed,
        VerificationResult.Failed => AcceptanceText.Failed,
        VerificationResult.Waived => AcceptanceText.Waived,
        _ => PaperText.Open,
    };

    private static SheetColumns<Row> Values() => new SheetColumns<Row>()
        .Text("no", () => AcceptanceText.ColumnNo, 7, r => r.Criterion.Code)
        .WrappedText("statement", () => PaperText.Criterion, 36, r => r.Criterion.Statement)
        .Date("on", () => PaperText.MeasuredOn, r => r.Value.On)
        .Number("value", () => PaperText.Value, 14, r => CriterionValue.IsAnswer(r.Value.Value) || CriterionValue.Day(r.Value.Value) is not null ? null : CriterionValue.Number(r.Value.Value))
        .Number("target", () => AcceptanceText.FieldTarget, 14, r => r.Target)
        .Text("words", () => AcceptanceText.Measured, 14, r => AcceptanceWords.Value(r.Value.Value, DateOnly.MinValue))
        .WrappedText("source", () => PaperText.Source, 28, r => r.Value.Source)
        .WrappedText("note", () => PaperText.Note, 30, r => r.Value.Note)
        .Text("by", () => PaperText.EnteredBy, 16, r => r.Value.By)
        .Text("confirmed", () => PaperText.ConfirmedBy, 16, r => r.Value.ConfirmedBy);

    // A line needs two days, and a number to go for.
    private static IEnumerable<LineChart> Charts(List<Row> values)
    {
        foreach (var rows in values.Select((row, i) => (Row: row, At: i)).GroupBy(r => r.Row.Criterion.Id).Select(g => g.ToList()))
        {
            var (criterion, first) = (rows[0].Row.Criterion, rows[0].At + ListSheet.FirstRow);
            if (rows.Select(r => r.Row.Value.On).Distinct().Count() < 2 || rows[0].Row.Target is not { } target) continue;
            yield return new($"{criterion.Code} {criterion.Statement}", PaperText.Values, first, [.. rows.Select(r => r.Row.Value.On)], "C",
            [
                new(criterion.Metric ?? PaperText.Value, "D", [.. rows.Select(r => CriterionValue.Number(r.Row.Value.Value) ?? 0)], Reached),
                new(AcceptanceText.FieldTarget, "E", [.. rows.Select(_ => target)], Aimed, Dashed: true),
            ]);
        }
    }

    private sealed record Row(CriterionContent Criterion, Measurement Value)
    {
        public decimal? Target => CriterionValue.IsAnswer(Criterion.Target) || CriterionValue.Day(Criterion.Target) is not null ? null : CriterionValue.Number(Criterion.Target);
    }
}
