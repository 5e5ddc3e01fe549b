using CoCreateStudio.Domain.Access;
using CoCreateStudio.Kit;

namespace CoCreateStudio.Features.Customers.Company;

internal static class CompanyEndpoints
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/customers/files/{id:guid}", OpenAsync);

    // Kept on the reader's own disk and opened there: the browser never shows what somebody brought.
    private static async Task<IResult> OpenAsync(Guid id, IAccess access, CompanyFileStore store, HttpContext context)
    {
        if (!await access.InDirectoryAsync(Right.SeeInternal, context.RequestAborted)) return Results.NotFound();
        if (await store.OpenAsync(id, context.RequestAborted) is not var (name, bytes)) return Results.NotFound();
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.Bytes(bytes, "application/octet-stream", name);
    }
}
