using CoCreateStudio.Kit;

namespace CoCreateStudio.Features.Meetings.Topics;

internal static class MaterialEndpoints
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/projects/{key}/material/{id:guid}", OpenAsync);

    private static async Task<IResult> OpenAsync(string key, Guid id, IAccess access, MaterialStore store, HttpContext context)
    {
        if (await access.ToAsync(key, context.RequestAborted) is not { } project) return Results.NotFound();
        if (await store.OpenAsync(project.Id, id, context.RequestAborted) is not var (name, bytes)) return Results.NotFound();
        return Download.Of(context, name, bytes);
    }
}
