using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Export;
using CoCreateStudio.Features.Requirements.Import;
using CoCreateStudio.Features.Requirements.RoundTrip;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Infrastructure.Files;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Excel.Writing;
using Microsoft.AspNetCore.Mvc;

namespace CoCreateStudio.Features.Requirements;

/// <summary>What goes in and out beside the page: the table as a workbook, and pictures.</summary>
internal static class RequirementEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/projects/{key}/requirements.xlsx", ExportAsync);
        app.MapGet("/projects/{key}/imports/{id:guid}/{kind}", ImportedFileAsync);
        app.MapGet("/projects/{key}/views.xlsx", ExportViewsAsync);
        app.MapPost("/projects/{key}/requirements/for-customer", ExportForCustomerAsync);
        app.MapPost("/projects/{key}/requirements/{id:guid}/pictures", AddPictureAsync);
    }

    private static async Task<IResult> ExportAsync(string key, IAccess access, RequirementExport export, CurrentActor actor, TimeProvider clock, HttpContext context)
    {
        if (await access.ToAsync(key, context.RequestAborted) is not { } project) return Results.NotFound();
        var (filter, columns) = FilterAddress.Read(context.Request.QueryString.Value ?? "");
        return await WorkbookAnswer.OfAsync(ExportName.Of(project.Key, RequirementsText.Requirements, actor.Now(clock)),
            file => export.WriteAsync(file, project, Site(context), filter, columns, context.RequestAborted));
    }

    private static async Task<IResult> ExportViewsAsync(string key, IAccess access, RequirementExport export, CurrentActor actor, TimeProvider clock, HttpContext context)
    {
        if (await access.ToAsync(key, context.RequestAborted) is not { } project) return Results.NotFound();
        return await WorkbookAnswer.OfAsync(ExportName.Of(project.Key, RequirementsText.AllViews, actor.Now(clock)),
            file => export.WriteViewsAsync(file, project, Site(context), context.RequestAborted));
    }

    // A form and not a link: it keeps what was sent, so nothing may lead here by accident.
    private static async Task<IResult> ExportForCustomerAsync(
        string key, [FromForm] string? customer, IAccess access, CustomerExport export, ProjectFactsReader facts, CurrentActor actor, TimeProvider clock, HttpContext context)
    {
        var ct = context.RequestAborted;
        if (await access.ToAsync(key, ct) is not { } project) return Results.NotFound();
        var (filter, _) = FilterAddress.Read(context.Request.QueryString.Value ?? "");
        try
        {
            if (!Guid.TryParse(customer, out var id)) throw new RuleException(nameof(RuleText.NotACustomerHere));
            var name = $"{RequirementsText.Requirements}_{(await facts.ReadAsync(project.Id, ct)).Customer(id)}";
            return await WorkbookAnswer.OfAsync(ExportName.Of(project.Key, name, actor.Now(clock)), file => export.WriteAsync(file, project, Site(context), filter, id, ct));
        }
        catch (RuleException refusal)
        {
            return Results.Text(refusal.Message, statusCode: StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> ImportedFileAsync(string key, Guid id, string kind, IAccess access, ImportFileStore files, HttpContext context)
    {
        var ct = context.RequestAborted;
        if (await access.ToAsync(key, ct) is not { } project || !project.Grant.Allows(Right.ImportRequirements)) return Results.NotFound();
        if (!Enum.TryParse<ImportFileKind>(kind, ignoreCase: true, out var which) || await files.NameAsync(project.Id, id, which, ct) is not { } name) return Results.NotFound();
        return Download.Of(context, name, output => files.WriteAsync(project.Id, id, which, output, ct));
    }

    private static string Site(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}";

    private static async Task<IResult> AddPictureAsync(string key, Guid id, IFormFile picture, IAccess access, AttachmentStore files, HttpContext context)
    {
        var ct = context.RequestAborted;
        if (await access.ToAsync(key, ct) is not { } project) return Results.NotFound();
        try
        {
            if (picture.Length > Attachment.MaxBytes) throw new RuleException(nameof(RuleText.PictureTooLarge), Attachment.MaxBytes / 1024 / 1024);
            using var bytes = new MemoryStream((int)picture.Length);
            await picture.CopyToAsync(bytes, ct);
            return Results.Text((await files.AddAsync<Requirement>(project.Id, id, Right.EditRequirements, picture.FileName, bytes.ToArray(), ct)).ToString());
        }
        catch (RuleException refusal)
        {
            return Results.Text(refusal.Message, statusCode: refusal.Rule == nameof(RuleText.NotThere) ? StatusCodes.Status404NotFound : StatusCodes.Status422UnprocessableEntity);
        }
    }
}
