using CoCreateStudio.Domain.Access;
using CoCreateStudio.Kit;

namespace CoCreateStudio.Features.Customers.Company;

internal static class CompanyEndpoints
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/customers/files/{id:guid}", OpenAsync);

    private static async Task<IResult> OpenAsync(Guid id, IAccess access, CompanyFileStore store, HttpContext context)
    {
        if (!await access.InDirectoryAsync(Right.SeeInternal, context.RequestAborted)) return Results.NotFound();
        if (await store.OpenAsync(id, context.RequestAborted) is not var (name, bytes)) return Results.NotFound();
        return Download.Of(context, name, bytes);
    }
}
