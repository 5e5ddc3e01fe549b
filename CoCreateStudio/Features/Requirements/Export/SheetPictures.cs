using CoCreateStudio.Infrastructure.Files;
using CoCreateStudio.Kit.Excel.Writing;

namespace CoCreateStudio.Features.Requirements.Export;

internal static class SheetPictures
{
    /// <summary>A picture for a sheet, read when its row is written.</summary>
    public static SheetPicture ForSheet(this AttachmentStore files, Guid projectId, Picture picture) => new(picture.FileName, async ct =>
        await files.OpenAsync(projectId, picture.Id, ct) is var (_, bytes) ? new MemoryStream(bytes, writable: false) : Stream.Null);
}
