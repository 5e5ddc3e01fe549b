using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Infrastructure.Files;

namespace CoCreateStudio.Features.Requirements.Panel;

/// <summary>One requirement with all that belongs to it, as far as the reader may see it.</summary>
public sealed record RequirementView(
    Guid Id, int Number, DateTime CreatedAt, string CreatedBy, DateTime StatusSince, int Reopened, DateTime? ArchivedAt,
    IReadOnlyDictionary<RequirementField, string?> Fields, IReadOnlyDictionary<string, string> Extra,
    IReadOnlyList<Picture> Pictures, IReadOnlyList<CommentView> Comments, IReadOnlyList<LinkView> Links, IReadOnlyList<HistoryView> History)
{
    /// <summary>What it is the same as; null where it is not, or where the reader may not see that one.</summary>
    public SameOne? Original { get; init; }

    /// <summary>What was merged into it, each with its own words and pictures.</summary>
    public IReadOnlyList<SameOne> Duplicates { get; init; } = [];

    /// <summary>The meeting in which it was collected, where it was.</summary>
    public CollectedIn? Collected { get; init; }

    /// <summary>The acceptance criteria that it serves; for us alone.</summary>
    public IReadOnlyList<ServedCriterion> Serves { get; init; } = [];

    public DateOnly? SnoozedUntil { get; init; }
    public DateTime? FirstAnsweredAt { get; init; }

    public string? this[RequirementField field] => Fields.GetValueOrDefault(field);

    public RequirementStatus Status => Enum.Parse<RequirementStatus>(this[RequirementField.Status]!);

    public bool IsShared => this[RequirementField.Shared] == bool.TrueString;
}

/// <summary>Where in a meeting a requirement was collected.</summary>
public sealed record CollectedIn(int Meeting, string Title, DateTime At);

/// <summary>The other side of a merge.</summary>
public sealed record SameOne(Guid Id, int Number, string Title, string? Reporter, Guid? CustomerId, DateTime ReportedAt)
{
    public IReadOnlyList<Picture> Pictures { get; init; } = [];
}

public sealed record CommentView(Guid Id, string Text, bool IsInternal, Guid? AuthorId, string Author, bool ByCustomer, DateTime At);

public sealed record LinkView(Guid Id, string? Url, int? OtherNumber, string Title);

/// <summary>One act on the requirement: who, when, and per field old and new.</summary>
public sealed record HistoryView(string Actor, DateTime At, AuditAction Action, IReadOnlyList<FieldStep> Steps);

public sealed record FieldStep(RequirementField Field, string? Old, string? New);
