using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Excel.Writing;

namespace CoCreateStudio.Features.Meetings.Decisions;

/// <summary>The history as a workbook.</summary>
internal static class DecisionEndpoints
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/projects/{key}/decisions.xlsx", ExportAsync);

    private static async Task<IResult> ExportAsync(string key, IAccess access, DecisionExport export, CurrentActor actor, TimeProvider clock, HttpContext context)
    {
        if (await access.ToAsync(key, context.RequestAborted) is not { } project) return Results.NotFound();
        var filter = DecisionFilter.Read(context.Request.QueryString.Value ?? "");
        var name = ExportName.Of(project.Key, DecisionsText.Decisions, actor.Now(clock));
        return await WorkbookAnswer.OfAsync(name, file => export.WriteAsync(file, project, $"{context.Request.Scheme}://{context.Request.Host}", filter, context.RequestAborted));
    }
}
