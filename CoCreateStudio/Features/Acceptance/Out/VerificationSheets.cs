using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Kit.Excel.Writing;
using CoCreateStudio.Kit.Text;

namespace CoCreateStudio.Features.Acceptance.Out;

/// <summary>A value that counts, with the criterion that it measures.</summary>
internal sealed record ValueLine(CriterionContent Criterion, Measurement Value)
{
    public decimal? Target => Number(Criterion.Target);

    public decimal? Measured => Number(Value.Value);

    private static decimal? Number(string? value) => CriterionValue.IsAnswer(value) || CriterionValue.Day(value) is not null ? null : CriterionValue.Number(value);
}

/// <summary>The columns of the verification report.</summary>
internal static class VerificationSheets
{
    public static SheetColumns<CriterionContent> Results(AcceptancePaper paper)
    {
        Verification? Of(CriterionContent c) => paper.View.ResultOf(c.Id);
        return new SheetColumns<CriterionContent>()
            .Text("no", () => paper.Say(() => AcceptanceText.ColumnNo), 7, c => c.Code)
            .WrappedText("statement", () => paper.Say(() => AcceptanceText.FieldStatement), 40, c => c.Statement)
            .WrappedText("dimension", () => paper.Say(() => PaperText.Dimension), 12, c => paper.Say(() => c.Dimension.Word()))
            .WrappedText("metric", () => paper.Say(() => AcceptanceText.FieldMetric), 24, paper.Metric)
            .WrappedText("baseline", () => paper.Say(() => AcceptanceText.FieldBaseline), 11, paper.Baseline)
            .WrappedText("target", () => paper.Say(() => AcceptanceText.FieldTarget), 14, paper.Target)
            .Date("due", () => paper.Say(() => AcceptanceText.FieldDueOn), c => c.DueOn)
            .WrappedText("value", () => paper.Say(() => PaperText.LastValue), 14, c => Value(paper, c) is { } value ? paper.Say(() => AcceptanceWords.Value(value, DateOnly.MinValue), " / ") : null)
            .Date("measured", () => paper.Say(() => PaperText.MeasuredOn), c => Of(c)?.ValueOn ?? paper.View.LastOf(c.Id)?.On)
            .WrappedText("result", () => paper.Say(() => PaperText.Result), 14, c => Result(paper, c))
            .Number("progress", () => paper.Say(() => PaperText.Progress), 10, c => c.Progress(Value(paper, c)) / 100m, "0%")
            .WrappedText("forecast", () => paper.Say(() => PaperText.Forecast), 26, c => Of(c) is null && Forecast.Of(c, paper.View.ValuesOf(c.Id)) is { } forecast ? paper.Say(() => AcceptanceWords.Word(forecast, c, DateOnly.MinValue)) : null);
    }

    /// <summary>Why each result is what it is.</summary>
    public static SheetColumns<CriterionContent> Judgements(AcceptancePaper paper)
    {
        Verification? Of(CriterionContent c) => paper.View.ResultOf(c.Id);
        return new SheetColumns<CriterionContent>()
            .Text("no", () => paper.Say(() => AcceptanceText.ColumnNo), 7, c => c.Code)
            .WrappedText("statement", () => paper.Say(() => AcceptanceText.FieldStatement), 36, c => c.Statement)
            .WrappedText("result", () => paper.Say(() => PaperText.Result), 14, c => Result(paper, c))
            .WrappedText("evidence", () => paper.Say(() => PaperText.Evidence), 40, c => Evidence(paper, Of(c)?.WaivedScanId, Of(c)?.MeasurementId ?? paper.View.LastOf(c.Id)?.Id))
            .Text("by", () => paper.Say(() => PaperText.JudgedBy), 16, c => Of(c)?.JudgedBy)
            .DateTime("at", () => paper.Say(() => PaperText.JudgedAt), c => Of(c)?.JudgedAt)
            .WrappedText("reason", () => paper.Say(() => PaperText.Reason), 36, c => Of(c)?.Reason)
            .WrappedText("waived", () => paper.Say(() => PaperText.WaivedFor), 30, c => Of(c) is { WaivedForUs: { } us } waived ? Waived(paper, us, waived) : null)
            .Text("action", () => paper.Say(() => PaperText.Action), 10, c => Of(c)?.ActionId is { } id && paper.View.Room.Actions.TryGetValue(id, out var number) ? $"A-{number}" : null);
    }

    public static SheetColumns<Dimension> ByDimension(AcceptancePaper paper, IReadOnlyList<CriterionContent> criteria)
    {
        var byDimension = criteria.ToLookup(c => c.Dimension);
        int Count(Dimension dimension, VerificationResult result) => byDimension[dimension].Count(c => (paper.View.ResultOf(c.Id)?.Result ?? VerificationResult.Open) == result);
        SheetColumns<Dimension> columns = new SheetColumns<Dimension>()
            .WrappedText("dimension", () => paper.Say(() => PaperText.Dimension), 20, d => paper.Say(() => d.Word()))
            .Number("all", () => paper.Say(() => AcceptanceText.Criteria), 12, d => byDimension[d].Count());
        foreach (var result in new[] { VerificationResult.Passed, VerificationResult.Failed, VerificationResult.Waived, VerificationResult.Open }) columns.Number($"{result}", () => paper.Say(() => result.Word()), 12, d => Count(d, result));
        return columns.Number("share", () => paper.Say(() => PaperText.ShareSettled), 14, d => 1 - (Count(d, VerificationResult.Open) / (decimal)byDimension[d].Count()), "0%");
    }

    public static SheetColumns<ValueLine> Values(AcceptancePaper paper) => new SheetColumns<ValueLine>()
        .Text("no", () => paper.Say(() => AcceptanceText.ColumnNo), 7, r => r.Criterion.Code)
        .WrappedText("statement", () => paper.Say(() => PaperText.Criterion), 36, r => r.Criterion.Statement)
        .Date("on", () => paper.Say(() => PaperText.MeasuredOn), r => r.Value.On)
        .Number("value", () => paper.Say(() => PaperText.Value), 14, r => r.Measured)
        .Number("target", () => paper.Say(() => AcceptanceText.FieldTarget), 14, r => r.Target)
        .WrappedText("words", () => paper.Say(() => AcceptanceText.Measured), 14, r => paper.Say(() => AcceptanceWords.Value(r.Value.Value, DateOnly.MinValue), " / "))
        .WrappedText("source", () => paper.Say(() => PaperText.Source), 28, r => r.Value.Source)
        .WrappedText("evidence", () => paper.Say(() => PaperText.Evidence), 40, r => Evidence(paper, r.Value.Id))
        .WrappedText("note", () => paper.Say(() => PaperText.Note), 30, r => r.Value.Note)
        .Text("by", () => paper.Say(() => PaperText.EnteredBy), 16, r => r.Value.By)
        .Text("confirmed", () => paper.Say(() => PaperText.ConfirmedBy), 16, r => r.Value.ConfirmedBy);

    // What was judged by, or is known last.
    private static string? Value(AcceptancePaper paper, CriterionContent criterion) => paper.View.ResultOf(criterion.Id)?.Value ?? paper.View.LastOf(criterion.Id)?.Value;

    private static string Result(AcceptancePaper paper, CriterionContent criterion) => (paper.View.ResultOf(criterion.Id), paper.View.RecordOf(criterion.Id)) switch
    {
        ({ } result, _) => paper.Say(() => result.Result.Word()),
        (_, { IsOpen: false } old) => paper.Say(() => AcceptanceWords.Said(PaperText.OpenAnew, old.VersionNumber)),
        _ => paper.Say(() => PaperText.Open),
    };

    private static string Waived(AcceptancePaper paper, string us, Verification waived)
    {
        var names = string.Join(", ", new[] { us, waived.WaivedForThem, waived.WaivedTitle }.Where(t => !string.IsNullOrEmpty(t)));
        return waived.WaivedHow is { } how ? $"{names}\n{paper.Say(() => $"{AcceptanceWords.How(how, waived.JudgedBy)}, {Format.Day(waived.WaivedAt!.Value, paper.Zone, DateOnly.MinValue)}")}" : names;
    }

    /// <summary>What proves it, who added it and when; a link with its address.</summary>
    private static string? Evidence(AcceptancePaper paper, params Guid?[] ids)
    {
        var lines = paper.View.Room.Proofs.Where(p => ids.Contains(p.Id) || ids.Contains(p.OwnerId)).Select(p => $"{p.Url ?? p.Title} ({p.AddedBy}, {Format.Day(p.AddedAt, paper.Zone, DateOnly.MinValue)})").ToList();
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }
}
