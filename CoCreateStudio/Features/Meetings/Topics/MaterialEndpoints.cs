using CoCreateStudio.Kit;

namespace CoCreateStudio.Features.Meetings.Topics;

internal static class MaterialEndpoints
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/projects/{key}/material/{id:guid}", OpenAsync);

    // Kept on the reader's own disk and opened there: the browser never shows what somebody brought.
    private static async Task<IResult> OpenAsync(string key, Guid id, IAccess access, MaterialStore store, HttpContext context)
    {
        if (await access.ToAsync(key, context.RequestAborted) is not { } project) return Results.NotFound();
        if (await store.OpenAsync(project.Id, id, context.RequestAborted) is not var (name, bytes)) return Results.NotFound();
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.Bytes(bytes, "application/octet-stream", name);
    }
}
