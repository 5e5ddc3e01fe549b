using CoCreateStudio.Domain.Access;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Excel.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoCreateStudio.Features.Screenings.Out;

/// <summary>The board as a workbook, and what to ask a candidate on paper.</summary>
internal static class ScreeningEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/projects/{key}/screening.xlsx", ExportAsync);
        app.MapGet("/projects/{key}/screening/{customerId:guid}/interview", PrintAsync);
    }

    private static async Task<IResult> ExportAsync(string key, IAccess access, BoardReader reader, CurrentActor actor, TimeProvider clock, HttpContext context)
    {
        if (await access.ToAsync(key, context.RequestAborted) is not { } project || !project.Grant.Allows(Right.SeeInternal)) return Results.NotFound();
        var board = await reader.ReadAsync(project.Id, context.RequestAborted);
        ScreeningWorkbook workbook = new(board, BoardFilter.Read(context.Request.QueryString.Value ?? ""), project, actor, clock.GetUtcNow().UtcDateTime);
        return await WorkbookAnswer.OfAsync(ExportName.Of(project.Key, ScreeningsText.Screening, actor.Now(clock)), file => workbook.WriteAsync(file, context.RequestAborted));
    }

    private static async Task<IResult> PrintAsync(string key, Guid customerId, IAccess access, BoardReader reader, CurrentActor actor, TimeProvider clock, HttpContext context)
    {
        if (await access.ToAsync(key, context.RequestAborted) is not { } project || !project.Grant.Allows(Right.SeeInternal)) return Results.NotFound();
        if ((await reader.ReadAsync(project.Id, context.RequestAborted)).Of(customerId) is not { } candidate) return Results.NotFound();
        return new RazorComponentResult<InterviewPrint>(new { Candidate = candidate, Project = project.Name, Now = clock.GetUtcNow().UtcDateTime, Zone = actor.TimeZone });
    }
}
