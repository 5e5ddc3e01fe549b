using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Features.Requirements.Table;

/// <summary>A line of the table: what its cells show, no more.</summary>
public sealed record RequirementRow
{
    public required Guid Id { get; init; }
    public required int Number { get; init; }
    public required int Version { get; init; }
    public required string Title { get; init; }
    public required RequirementStatus Status { get; init; }
    public required DateTime StatusSince { get; init; }
    public required DateTime CreatedAt { get; init; }
    public Urgency? Urgency { get; init; }
    public Guid? CustomerId { get; init; }
    public string? Department { get; init; }
    public string? Category { get; init; }
    public ProjectPhase? Phase { get; init; }
    public string? Reporter { get; init; }
    public DateTime? ReportedAt { get; init; }
    public string? Owner { get; init; }
    public DateOnly? TargetDate { get; init; }
    public bool Shared { get; init; }
    public DateTime? ArchivedAt { get; init; }
    public DateOnly? SnoozedUntil { get; init; }
    public DateTime? FirstAnsweredAt { get; init; }
    public int Pictures { get; init; }
    public Guid? FirstPicture { get; init; }

    /// <summary>The beginnings of long texts, where their columns are shown.</summary>
    public LongTexts? Texts { get; init; }

    public Side? WaitsFor => ArchivedAt is null ? Status.WaitsFor() : null;

    /// <summary>The name of whoever has to act next.</summary>
    public string? WaitingFor => WaitsFor switch { Side.Us => Owner, Side.Customer => Reporter, _ => null };

    /// <summary>A field as invariant text, as <see cref="Requirement.Read"/> gives it; long ones as far as they were read.</summary>
    public string? Read(RequirementField field) => field switch
    {
        RequirementField.Title => Title,
        RequirementField.Description => Texts?.Description,
        RequirementField.Customer => CustomerId?.ToString(),
        RequirementField.Department => Department,
        RequirementField.Category => Category,
        RequirementField.Phase => Phase?.ToString(),
        RequirementField.Urgency => Urgency?.ToString(),
        RequirementField.Reporter => Reporter,
        RequirementField.ReportedAt => ReportedAt?.ToString("O", CultureInfo.InvariantCulture),
        RequirementField.Owner => Owner,
        RequirementField.Status => Status.ToString(),
        RequirementField.StatusReason => Texts?.StatusReason,
        RequirementField.TargetDate => TargetDate?.ToString("O", CultureInfo.InvariantCulture),
        RequirementField.Resolution => Texts?.Resolution,
        RequirementField.Notes => Texts?.Notes,
        RequirementField.PublicReply => Texts?.PublicReply,
        RequirementField.InternalNote => Texts?.InternalNote,
        RequirementField.Shared => Shared.ToString(),
        RequirementField.SnoozedUntil => SnoozedUntil?.ToString("O", CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>Until when somebody has to be answered for the first time; null where nobody waits for that.</summary>
    public DateTime? AnswerDue(AnswerTargets? targets, TimeZoneInfo zone) =>
        Status == RequirementStatus.New && FirstAnsweredAt is null && ArchivedAt is null ? targets?.Due(Urgency, CreatedAt, zone) : null;

    public bool IsLate(DateOnly today) => Status.IsOpen() && TargetDate < today;
}

public sealed record LongTexts(string? Description, string? Resolution, string? Notes, string? PublicReply, string? InternalNote, string? StatusReason)
{
    public const int Length = 160;
}
