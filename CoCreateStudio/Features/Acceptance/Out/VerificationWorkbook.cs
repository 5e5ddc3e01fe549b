using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Kit.Excel.Writing;
using CoCreateStudio.Kit.Excel.Writing.Charts;

namespace CoCreateStudio.Features.Acceptance.Out;

/// <summary>The verification report: what was agreed and measured, what became of it and what proves it, every value, and the way of each criterion to its target as a chart.</summary>
internal static class VerificationWorkbook
{
    private const string Reached = "0B6873";
    private const string Aimed = "B0261C";

    public static async Task WriteAsync(Stream output, AcceptancePaper paper, string madeBy, DateTime now, CancellationToken ct)
    {
        var lines = paper.View.Binding.OrderBy(c => c.Dimension).ThenBy(c => c.Number).ToList();
        var values = lines.SelectMany(c => paper.View.ValuesOf(c.Id).Where(m => m.Counts && m.Measures(c)).Select(m => new ValueLine(c, m))).ToList();
        WorkbookCover cover = new(paper.Say(() => PaperText.Report, " · "), paper.Project, madeBy, now, paper.Zone)
        {
            Filter = paper.View.Room.LastSigned is { } signed ? paper.Say(() => AcceptanceWords.Said(AcceptanceText.VersionNumber, signed.Number), " · ") : paper.Title,
            More = [.. Cover(paper, lines)],
        };
        await WorkbookWriter.WriteAsync(output, cover,
        [
            new ListSheet<CriterionContent>(paper.Say(() => AcceptanceText.Verified, " "), VerificationSheets.Results(paper), lines) { FrozenColumns = 2 },
            new ListSheet<CriterionContent>(paper.Say(() => PaperText.EvidenceSheet, " "), VerificationSheets.Judgements(paper), lines) { FrozenColumns = 2 },
            new ListSheet<Dimension>(paper.Say(() => PaperText.ByDimension, " "), VerificationSheets.ByDimension(paper, lines), [.. lines.Select(c => c.Dimension).Distinct()]) { FrozenColumns = 1 },
            new ListSheet<ValueLine>(paper.Say(() => PaperText.Values, " "), VerificationSheets.Values(paper), values) { FrozenColumns = 2 },
        ], ct: ct);
        ChartSheet.Add(output, paper.Say(() => PaperText.Charts, " "), [.. Charts(paper, values)]);
    }

    private static IEnumerable<CoverLine> Cover(AcceptancePaper paper, List<CriterionContent> criteria)
    {
        var view = paper.View;
        int Of(VerificationResult result) => criteria.Count(c => (view.ResultOf(c.Id)?.Result ?? VerificationResult.Open) == result);
        yield return new(paper.Say(() => AcceptanceText.Customer, " / "), paper.Customer);
        yield return new(paper.Say(() => PaperText.Outcome, " / "), paper.Say(() => view.Outcome.Word(), " / "));
        if (view.Room.Outcomes.Count > 1) yield return new(paper.Say(() => PaperText.ProjectOutcome, " / "), paper.Say(() => view.Room.ProjectOutcome.Word(), " / "));
        yield return new(paper.Say(() => AcceptanceText.Verified, " / "),
            paper.Say(() => AcceptanceWords.Said(PaperText.Counts, criteria.Count, Of(VerificationResult.Passed), Of(VerificationResult.Failed), Of(VerificationResult.Waived), Of(VerificationResult.Open)), " / "));
    }

    // A line needs two days, and a number to go for.
    private static IEnumerable<LineChart> Charts(AcceptancePaper paper, List<ValueLine> values)
    {
        foreach (var rows in values.Select((row, i) => (Row: row, At: i)).GroupBy(r => r.Row.Criterion.Id).Select(g => g.ToList()))
        {
            var (criterion, first) = (rows[0].Row.Criterion, rows[0].At + ListSheet.FirstRow);
            if (rows.Select(r => r.Row.Value.On).Distinct().Count() < 2 || rows[0].Row.Target is not { } target) continue;
            yield return new($"{criterion.Code} {criterion.Statement}", paper.Say(() => PaperText.Values, " "), first, [.. rows.Select(r => r.Row.Value.On)], "C",
            [
                new(criterion.Metric ?? paper.Say(() => PaperText.Value, " / "), "D", [.. rows.Select(r => CriterionValue.Number(r.Row.Value.Value) ?? 0)], Reached),
                new(paper.Say(() => AcceptanceText.FieldTarget, " / "), "E", [.. rows.Select(_ => target)], Aimed, Dashed: true),
            ]);
        }
    }
}
