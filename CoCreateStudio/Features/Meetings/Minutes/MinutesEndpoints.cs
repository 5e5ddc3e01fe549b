using System.Text;
using CoCreateStudio.Features.Meetings.Minutes.Out;
using CoCreateStudio.Features.Meetings.Minutes.Record;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Excel.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoCreateStudio.Features.Meetings.Minutes;

/// <summary>What of minutes goes out: on paper, as a workbook, a mail or Markdown, and the record of all. Whoever may read them may have them.</summary>
internal static class MinutesEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/projects/{key}/meetings/record.zip", RecordAsync);
        var one = app.MapGroup("/projects/{key}/meetings/{number:int}");
        one.MapGet("print", ([AsParameters] Asked asked) => asked.AnswerAsync((minutes, project) =>
            Task.FromResult<IResult>(new RazorComponentResult<MinutesPrint>(new { Minutes = minutes, Project = project.Name, Zone = asked.Actor.TimeZone }))));
        one.MapGet("minutes.xlsx", ([AsParameters] Asked asked) => asked.AnswerAsync((minutes, project) =>
            WorkbookAnswer.OfAsync(asked.Name(project, ".xlsx"), file => new MinutesWorkbook(minutes, project, asked.Actor, asked.Clock.GetUtcNow().UtcDateTime).WriteAsync(file, asked.Gone))));
        one.MapGet("minutes.eml", ([AsParameters] Asked asked) => asked.AnswerAsync((minutes, project) =>
            Task.FromResult(Results.File(Encoding.ASCII.GetBytes(MinutesMail.Of(minutes, asked.Site + Urls.Meeting(project.Key, asked.Number), asked.Actor.TimeZone).File()), "message/rfc822", asked.Name(project, ".eml")))));
        one.MapGet("minutes.md", ([AsParameters] Asked asked) => asked.AnswerAsync((minutes, project) =>
            Task.FromResult(Results.File(Encoding.UTF8.GetBytes(MinutesMarkdown.Write(minutes, project.Name, asked.Actor.TimeZone)), "text/markdown; charset=utf-8", asked.Name(project, ".md")))));
    }

    private static async Task<IResult> RecordAsync(string key, IAccess access, MinutesRecord record, CurrentActor actor, TimeProvider clock, HttpContext context)
    {
        if (await access.ToAsync(key, context.RequestAborted) is not { } project) return Results.NotFound();
        var export = await record.ExportAsync(project.Id, context.RequestAborted);
        var name = Path.ChangeExtension(ExportName.Of(project.Key, RecordText.Zip, actor.Now(clock)), ".zip");
        return await WorkbookAnswer.OfAsync(name, file => RecordFile.WriteAsync(file, export, context.RequestAborted), "application/zip");
    }

    /// <summary>Which minutes, for whom.</summary>
    private sealed record Asked(string Key, int Number, int? Version, IAccess Access, MinutesOutReader Reader, CurrentActor Actor, TimeProvider Clock, HttpContext Context)
    {
        public CancellationToken Gone => Context.RequestAborted;

        public string Site => $"{Context.Request.Scheme}://{Context.Request.Host}";

        public async Task<IResult> AnswerAsync(Func<MinutesOut, VisibleProject, Task<IResult>> answer) =>
            await Access.ToAsync(Key, Gone) is { } project && await Reader.ReadAsync(project.Id, Number, Version, Gone) is { } minutes ? await answer(minutes, project) : Results.NotFound();

        /// <summary>Of the moment of the meeting's export, as all files that go out.</summary>
        public string Name(VisibleProject project, string ending) => Path.ChangeExtension(
            ExportName.Of(project.Key, $"{OutText.FileName}-{Number.ToString(CultureInfo.InvariantCulture)}", Actor.Now(Clock)), ending);
    }
}
