namespace CoCreateStudio.Domain.Requirements;

public enum ImportFileKind
{
    /// <summary>The file as it was sent.</summary>
    Sent,

    /// <summary>Its rows that could not be taken, with the reasons.</summary>
    Wrong,
}

/// <summary>A piece of a file that is kept with its import; pieces are small, so that no file has to be in memory whole when it goes out again.</summary>
public sealed class ImportFile : Entity, IInProject
{
    public const int PieceBytes = 1 << 20;

    private ImportFile()
    {
    }

    public ImportFile(ImportRun run, ImportFileKind kind, int piece, byte[] bytes) =>
        (ProjectId, ImportId, Kind, Piece, Bytes) = (run.ProjectId, run.Id, kind, piece, bytes);

    public Guid ProjectId { get; private init; }
    public Guid ImportId { get; private init; }
    public ImportFileKind Kind { get; private init; }

    /// <summary>Its place among the pieces, from 0.</summary>
    public int Piece { get; private init; }

    public byte[] Bytes { get; private init; } = [];
}
