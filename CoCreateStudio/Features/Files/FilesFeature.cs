using CoCreateStudio.Domain.Files;
using CoCreateStudio.Infrastructure.Files;
using CoCreateStudio.Kit;

namespace CoCreateStudio.Features.Files;

public sealed class FilesFeature : IFeature
{
    public void AddServices(IServiceCollection services) => services.AddScoped<AttachmentStore>().AddScoped<EvidenceStore>();

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        app.MapGet("/projects/{key}/files/{id:guid}", ShowAsync);
        app.MapGet("/projects/{key}/evidence/{id:guid}", DownloadAsync);
    }

    // Served as what its bytes are, never as what it says, and in a sandbox where nothing runs.
    private static async Task<IResult> ShowAsync(string key, Guid id, IAccess access, AttachmentStore files, HttpContext context)
    {
        if (await access.ToAsync(key, context.RequestAborted) is not { } project) return Results.NotFound();
        if (await files.OpenAsync(project.Id, id, context.RequestAborted) is not var (picture, bytes)) return Results.NotFound();
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        context.Response.Headers.ContentDisposition = new System.Net.Mime.ContentDisposition { Inline = true, FileName = picture.Id.ToString("N") + "." + picture.Kind.ToString().ToLowerInvariant() }.ToString();
        return Results.Bytes(bytes, picture.Kind.MediaType());
    }

    private static async Task<IResult> DownloadAsync(string key, Guid id, IAccess access, EvidenceStore evidence, HttpContext context)
    {
        if (await access.ToAsync(key, context.RequestAborted) is not { } project) return Results.NotFound();
        if (await evidence.OpenAsync(project.Id, id, context.RequestAborted) is not var (name, bytes)) return Results.NotFound();
        return Download.Of(context, name, bytes);
    }
}
