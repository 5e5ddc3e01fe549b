using CoCreateStudio.Features.Meetings.Minutes.Record;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Excel.Writing;

namespace CoCreateStudio.Features.Meetings.Minutes;

/// <summary>What of minutes goes out as a file. Each is made as a whole first, so that what arrives is whole.</summary>
internal static class MinutesEndpoints
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/projects/{key}/meetings/record.zip", RecordAsync);

    private static async Task<IResult> RecordAsync(string key, IAccess access, MinutesRecord record, CurrentActor actor, TimeProvider clock, HttpContext context)
    {
        if (await access.ToAsync(key, context.RequestAborted) is not { } project) return Results.NotFound();
        var links = await record.LinksAsync(project.Id, context.RequestAborted);
        var name = Path.ChangeExtension(ExportName.Of(project.Key, RecordText.Zip, TimeZoneInfo.ConvertTime(clock.GetUtcNow(), actor.TimeZone).DateTime), ".zip");
        return await FileAsync(name, "application/zip", file => RecordFile.WriteAsync(file, links, context.RequestAborted));
    }

    private static async Task<IResult> FileAsync(string name, string type, Func<Stream, Task> write)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        try
        {
            await write(file);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        file.Position = 0;
        return Results.File(file, type, name);
    }
}
