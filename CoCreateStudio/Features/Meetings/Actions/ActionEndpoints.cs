using CoCreateStudio.Features.Meetings.Decisions;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Excel.Writing;

namespace CoCreateStudio.Features.Meetings.Actions;

/// <summary>The lists as workbooks.</summary>
internal static class ActionEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/projects/{key}/actions.xlsx", ExportAsync);
        app.MapGet("/projects/{key}/decisions.xlsx", ExportDecisionsAsync);
    }

    private static async Task<IResult> ExportAsync(string key, IAccess access, ActionExport export, CurrentActor actor, TimeProvider clock, HttpContext context)
    {
        if (await access.ToAsync(key, context.RequestAborted) is not { } project) return Results.NotFound();
        var filter = ActionFilter.Read(context.Request.QueryString.Value ?? "");
        var name = ExportName.Of(project.Key, filter.Of == ActionKind.Actions ? ActionsText.Actions : ActionsText.OpenIssues, Local(clock, actor));
        return await WorkbookAnswer.OfAsync(name, file => export.WriteAsync(file, project, Site(context), filter, context.RequestAborted));
    }

    private static async Task<IResult> ExportDecisionsAsync(string key, IAccess access, DecisionExport export, CurrentActor actor, TimeProvider clock, HttpContext context)
    {
        if (await access.ToAsync(key, context.RequestAborted) is not { } project) return Results.NotFound();
        var filter = DecisionFilter.Read(context.Request.QueryString.Value ?? "");
        return await WorkbookAnswer.OfAsync(ExportName.Of(project.Key, DecisionsText.Decisions, Local(clock, actor)), file => export.WriteAsync(file, project, Site(context), filter, context.RequestAborted));
    }

    private static string Site(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}";

    private static DateTime Local(TimeProvider clock, CurrentActor actor) => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), actor.TimeZone).DateTime;
}
