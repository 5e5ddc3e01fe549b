using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Excel.Writing;
using CoCreateStudio.Kit.Text;

namespace CoCreateStudio.Features.Screenings.Predictions;

/// <summary>What came of whom, as a workbook.</summary>
internal static class ResultsEndpoints
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/customers/traits.xlsx", ExportAsync);

    private static async Task<IResult> ExportAsync(IAccess access, ResultsReader reader, CurrentActor actor, TimeProvider clock, HttpContext context)
    {
        if (!await access.InDirectoryAsync(Right.SeeInternal, context.RequestAborted)) return Results.NotFound();
        var rows = await reader.ReadAsync(context.RequestAborted);
        var told = Enum.GetValues<Trait>().Select(trait => Enum.GetValues<ResultKind>().ToDictionary(kind => kind, kind => TraitPrediction.Of(kind, rows.Select(r => r.Result)).Single(p => p.Trait == trait)));
        WorkbookCover cover = new(ResultsText.Title, ResultsText.Customers, actor.Name, clock.GetUtcNow().UtcDateTime, actor.TimeZone);
        return await WorkbookAnswer.OfAsync(ExportName.Of("", ResultsText.Title, actor.Now(clock)), file => WorkbookWriter.WriteAsync(file, cover,
        [
            new ListSheet<Dictionary<ResultKind, TraitPrediction>>(ResultsText.WhatTold, Told(), told.ToAsyncEnumerable()) { FrozenColumns = 1 },
            new ListSheet<ResultRow>(ResultsText.OneByOne, OneByOne(actor, clock), rows.ToAsyncEnumerable()) { FrozenColumns = 1 },
        ], ct: context.RequestAborted));
    }

    private static SheetColumns<Dictionary<ResultKind, TraitPrediction>> Told()
    {
        var columns = new SheetColumns<Dictionary<ResultKind, TraitPrediction>>().Text("trait", () => ScreeningsText.Trait, 26, t => t[ResultKind.TimeKept].Trait.Word());
        foreach (var kind in Enum.GetValues<ResultKind>())
        {
            columns.Number($"{kind}.with", () => $"{ResultsWords.Word(kind)}: {TraitState.Met.Word()}", 16, t => (decimal?)t[kind].WithMean, "0%");
            columns.Number($"{kind}.n", () => ResultsText.Customers, 10, t => t[kind].With);
            columns.Number($"{kind}.without", () => $"{ResultsWords.Word(kind)}: {ResultsText.Others}", 16, t => (decimal?)t[kind].WithoutMean, "0%");
            columns.Number($"{kind}.m", () => ResultsText.Customers, 10, t => t[kind].Without);
        }

        return columns;
    }

    private static SheetColumns<ResultRow> OneByOne(CurrentActor actor, TimeProvider clock)
    {
        var columns = new SheetColumns<ResultRow>()
            .Text("customer", () => ResultsText.Customer, 24, r => r.Customer)
            .Text("project", () => ResultsText.Project, 28, r => r.IsArchived ? $"{r.Project} · {ResultsText.Archived}" : r.Project)
            .DateTime("began", () => ResultsText.Began, r => r.Participation.BeganAt)
            .DateTime("left", () => ResultsText.Left, r => r.Participation.LeftAt)
            .WrappedText("grounds", () => ScreeningsText.Participation, 40, r => r.Participation.Said(actor.TimeZone, actor.Today(clock)));
        foreach (var trait in Enum.GetValues<Trait>()) columns.Text($"{trait}", () => trait.Word(), 14, r => r.Result.AtStart.TryGetValue(trait, out var state) ? state.Word() : null);
        foreach (var kind in Enum.GetValues<ResultKind>())
        {
            columns.Number($"{kind}", () => ResultsWords.Word(kind), 12, r => (decimal?)r.Result.Results[kind].Value, "0%");
            columns.Number($"{kind}.of", () => ResultsText.Of, 8, r => r.Result.Results[kind].Whole);
        }

        return columns;
    }
}
