using CoCreateStudio.Domain.Access;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Excel.Writing;

namespace CoCreateStudio.Features.Customers.Directory;

/// <summary>The list as a workbook.</summary>
internal static class DirectoryEndpoints
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/customers.xlsx", ExportAsync);

    private static async Task<IResult> ExportAsync(IAccess access, DirectoryExport export, CurrentActor actor, TimeProvider clock, HttpContext context)
    {
        if (!await access.InDirectoryAsync(Right.SeeInternal, context.RequestAborted)) return Results.NotFound();
        var filter = DirectoryFilter.Read(context.Request.QueryString.Value ?? "");
        return await WorkbookAnswer.OfAsync(ExportName.Of("", CustomersText.Customers, actor.Now(clock)),
            file => export.WriteAsync(file, $"{context.Request.Scheme}://{context.Request.Host}", filter, context.RequestAborted));
    }
}
