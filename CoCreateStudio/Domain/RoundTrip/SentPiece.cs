namespace CoCreateStudio.Domain.RoundTrip;

/// <summary>A piece of what the rows of a sent table said; small, so that the database never holds the whole of a large table in memory.</summary>
public sealed class SentPiece : Entity, IInProject
{
    private SentPiece()
    {
    }

    public SentPiece(SentTable table, int piece, byte[] bytes) => (ProjectId, TableId, Piece, Bytes) = (table.ProjectId, table.Id, piece, bytes);

    public Guid ProjectId { get; private init; }
    public Guid TableId { get; private init; }

    /// <summary>Its place among the pieces, from 0.</summary>
    public int Piece { get; private init; }

    public byte[] Bytes { get; private init; } = [];
}
