using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Excel.Writing;

namespace CoCreateStudio.Features.Meetings.Actions;

/// <summary>The list as a workbook.</summary>
internal static class ActionEndpoints
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/projects/{key}/actions.xlsx", ExportAsync);

    private static async Task<IResult> ExportAsync(string key, IAccess access, ActionExport export, CurrentActor actor, TimeProvider clock, HttpContext context)
    {
        if (await access.ToAsync(key, context.RequestAborted) is not { } project) return Results.NotFound();
        var filter = ActionFilter.Read(context.Request.QueryString.Value ?? "");
        var name = ExportName.Of(project.Key, filter.Of == ActionKind.Actions ? ActionsText.Actions : ActionsText.OpenIssues, actor.Now(clock));
        return await WorkbookAnswer.OfAsync(name, file => export.WriteAsync(file, project, $"{context.Request.Scheme}://{context.Request.Host}", filter, context.RequestAborted));
    }
}
