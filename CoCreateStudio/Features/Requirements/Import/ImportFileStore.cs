using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Requirements.Import;

/// <summary>A file to be kept with an import.</summary>
public sealed record KeptFile(ImportFileKind Kind, IReadOnlyList<byte[]> Pieces);

/// <summary>The files that are kept with imports, for whoever may import.</summary>
public sealed class ImportFileStore(ProjectDbFactory projects)
{
    /// <summary>The name under which a file goes out; null when there is none.</summary>
    public async Task<string?> NameAsync(Guid projectId, Guid importId, ImportFileKind kind, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ImportRequirements, ct);
        if (!await Pieces(db, importId, kind).AnyAsync(ct)) return null;
        var name = await db.Set<ImportRun>().Where(r => r.Id == importId).Select(r => r.FileName).SingleAsync(ct);
        return kind == ImportFileKind.Sent ? name : WrongRows.NameOf(name);
    }

    /// <summary>Writes a file piece by piece.</summary>
    public async Task WriteAsync(Guid projectId, Guid importId, ImportFileKind kind, Stream output, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ImportRequirements, ct);
        for (var piece = 0; ; piece++)
        {
            var bytes = await Pieces(db, importId, kind).Where(f => f.Piece == piece).Select(f => f.Bytes).SingleOrDefaultAsync(ct);
            if (bytes is null) return;
            await output.WriteAsync(bytes, ct);
        }
    }

    /// <summary>Takes a stream apart for keeping.</summary>
    public static async Task<KeptFile> ReadAsync(ImportFileKind kind, Stream file, CancellationToken ct)
    {
        List<byte[]> pieces = [];
        var buffer = new byte[ImportFile.PieceBytes];
        for (int read; (read = await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct)) > 0;) pieces.Add(buffer[..read]);
        return new(kind, pieces);
    }

    private static IQueryable<ImportFile> Pieces(StudioDb db, Guid importId, ImportFileKind kind) =>
        db.Set<ImportFile>().AsNoTracking().Where(f => f.ImportId == importId && f.Kind == kind);
}
