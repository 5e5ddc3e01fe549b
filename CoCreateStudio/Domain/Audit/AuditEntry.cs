namespace CoCreateStudio.Domain.Audit;

public enum AuditAction { Added, Changed, Removed }

/// <summary>One row changed by one act; acts are saved as a whole, so all entries of an act happened together.</summary>
public sealed class AuditEntry : IInProject
{
    public long Id { get; init; }
    public required Guid ProjectId { get; init; }
    public required Guid ActId { get; init; }
    public required string Entity { get; init; }
    public required Guid EntityId { get; init; }
    public required AuditAction Action { get; init; }
    public required Guid? ActorId { get; init; }
    public required string Actor { get; init; }
    public required DateTime At { get; init; }

    /// <summary>Per changed field its value before and after, as invariant text.</summary>
    public List<FieldChange> Changes { get; init; } = [];
}

/// <summary>A field's value before and after, as invariant text; null is empty.</summary>
public sealed record FieldChange(string Field, string? Old, string? New);
