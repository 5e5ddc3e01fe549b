using CoCreateStudio.Domain.Files;
using CoCreateStudio.Kit.Excel.Reading;

namespace CoCreateStudio.Features.Requirements.Import;

public sealed record ReadPicture(string FileName, PictureKind Kind, byte[] Bytes);

/// <summary>The pictures that come with rows: those that can be shown are taken, by what they are and not by their name.</summary>
public static class ImportPictures
{
    /// <summary>Whether a picture will be taken, by its size and its first bytes.</summary>
    public static bool IsTaken(SourcePicture picture)
    {
        if (picture.Length > Attachment.MaxBytes) return false;
        Span<byte> head = stackalloc byte[PictureKinds.HeadLength];
        using var content = picture.Open();
        return PictureKinds.Recognise(head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)]) is not null;
    }

    public static async Task<IReadOnlyDictionary<ImportRow, List<ReadPicture>>> ReadAsync(IEnumerable<ImportRow> rows, CancellationToken ct)
    {
        Dictionary<ImportRow, List<ReadPicture>> read = [];
        foreach (var row in rows.Where(r => r.PicturesToWrite.Count > 0))
        {
            foreach (var picture in row.PicturesToWrite.Where(IsTaken))
            {
                using var bytes = new MemoryStream();
                await picture.CopyToAsync(bytes, ct);
                var content = bytes.ToArray();
                if (!read.TryGetValue(row, out var those)) read[row] = those = [];
                those.Add(new(picture.FileName, PictureKinds.Check(content), content));
            }
        }

        return read;
    }
}
