using CoCreateStudio.Domain.Access;
using CoCreateStudio.Features.Acceptance.Record;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Excel.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoCreateStudio.Features.Acceptance.Out;

/// <summary>What of an agreement goes out: to be signed on paper, and as the report of what was measured. Whoever may read it may have it.</summary>
internal static class AcceptanceEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/projects/{key}/acceptance/print", ([AsParameters] Asked asked) => asked.AnswerAsync((paper, _) =>
            Task.FromResult<IResult>(new RazorComponentResult<AcceptancePrint>(new { Paper = paper, Address = asked.Context.Request.Path.Value! }))));
        app.MapGet("/projects/{key}/acceptance.xlsx", ([AsParameters] Asked asked) => asked.AnswerAsync((paper, project) =>
            WorkbookAnswer.OfAsync(asked.Name(project, AcceptanceText.Acceptance), file => AcceptanceWorkbook.WriteAsync(file, paper, asked.Actor.Name, asked.Now, asked.Gone))));
        app.MapGet("/projects/{key}/verification.xlsx", ([AsParameters] Asked asked) => asked.AnswerAsync((paper, project) =>
            WorkbookAnswer.OfAsync(asked.Name(project, AcceptanceText.Verified), file => VerificationWorkbook.WriteAsync(file, paper, asked.Actor.Name, asked.Now, asked.Gone))));
        app.MapGet("/projects/{key}/acceptance-record.zip", ([AsParameters] Asked asked) => asked.AnswerAsync((paper, project) =>
            WorkbookAnswer.OfAsync(Path.ChangeExtension(asked.Name(project, PaperText.RecordName), ".zip"), file => AgreementRecordFile.WriteAsync(file, paper.View.Room, project.Grant.Allows(Right.SeeInternal), asked.Gone), "application/zip")));
    }

    /// <summary>Which agreement, in which version, for whom.</summary>
    /// <param name="Both">In both languages.</param>
    private sealed record Asked(string Key, Guid? Customer, int? Version, bool? Both, IAccess Access, AcceptanceReader Reader, CurrentActor Actor, TimeProvider Clock, HttpContext Context)
    {
        public CancellationToken Gone => Context.RequestAborted;

        public DateTime Now => Clock.GetUtcNow().UtcDateTime;

        public async Task<IResult> AnswerAsync(Func<AcceptancePaper, VisibleProject, Task<IResult>> answer)
        {
            if (await Access.ToAsync(Key, Gone) is not { } project) return Results.NotFound();
            var room = await Reader.ReadAsync(project.Id, Customer, Gone);
            if (room.Agreement is null || (Customer is not null && room.CustomerId != Customer) || (Version is { } asked && room.Versions.All(v => v.Number != asked))) return Results.NotFound();
            AcceptancePaper paper = new(room.View(Version, project.Grant.Allows(Right.SeeInternal)), project.Name, Both == true, Actor.TimeZone, Actor.Today(Clock));
            return await answer(paper, project);
        }

        public string Name(VisibleProject project, string area) => ExportName.Of(project.Key, area, Actor.Now(Clock));
    }
}
