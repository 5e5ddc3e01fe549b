namespace CoCreateStudio.Domain.Requirements;

/// <summary>A row of the requirement-collection table: a need of the customer, and what became of it.</summary>
public sealed partial class Requirement : Entity, IInProject
{
    public const int TitleLength = 300;
    public const int NameLength = 120;
    public const int ReasonLength = 1000;
    public const int TextLength = 32_000;

    private Requirement()
    {
    }

    /// <param name="number">From the project's sequence; never given twice.</param>
    public Requirement(Guid projectId, int number, string? title, string? description, DateTime createdAt, string createdBy)
    {
        (ProjectId, Number, CreatedAt, CreatedBy, StatusSince) = (projectId, number, createdAt, createdBy, createdAt);
        Description = Text(description, TextLength);
        Title = Text(title, TitleLength) ?? TitleOf(Description) ?? throw new RuleException(nameof(RuleText.RequirementNeedsWords));
    }

    public Guid ProjectId { get; private init; }
    public int Number { get; private init; }
    public string Title { get; private set; } = "";
    public string? Description { get; private set; }
    public Guid? CustomerId { get; private set; }
    public string? Department { get; private set; }
    public string? Category { get; private set; }
    public ProjectPhase? Phase { get; private set; }
    public Urgency? Urgency { get; private set; }
    public string? Reporter { get; private set; }
    public DateTime? ReportedAt { get; private set; }
    public string? Owner { get; private set; }

    /// <summary>The member of the project whom <see cref="Owner"/> names, if it names one.</summary>
    public Guid? OwnerId { get; private set; }

    public RequirementStatus Status { get; private set; }
    public string? StatusReason { get; private set; }
    public DateTime StatusSince { get; private set; }

    /// <summary>How often finished work was taken up again.</summary>
    public int Reopened { get; private set; }

    public DateOnly? TargetDate { get; private set; }
    public string? Resolution { get; private set; }

    /// <summary>The notes column of the table itself; goes back and forth with the customer.</summary>
    public string? Notes { get; private set; }

    public string? PublicReply { get; private set; }
    public string? InternalNote { get; private set; }

    /// <summary>Seen by the people of its customer.</summary>
    public bool Shared { get; private set; }

    public Guid? DuplicateOfId { get; private set; }

    /// <summary>Columns of an imported file that have no field of their own, by heading.</summary>
    public Dictionary<string, string> Extra { get; private set; } = [];

    public Guid? ImportId { get; private set; }
    public DateTime CreatedAt { get; private init; }
    public string CreatedBy { get; private init; } = "";
    public DateTime? ArchivedAt { get; private set; }

    public void MoveTo(RequirementStatus status, string? reason, DateTime at, Side by = Side.Us)
    {
        if (Status == status) return;
        if (by == Side.Customer && !Status.CanMoveTo(status, by)) throw new RuleException(nameof(RuleText.CustomerJudgesDelivered), Number);
        if (!Status.CanMoveTo(status)) throw new RuleException(nameof(RuleText.OnlyDeliveredIsVerified), Number);
        reason = Text(reason, ReasonLength);
        if (status.NeedsReason() && reason is null && (status != RequirementStatus.Duplicate || DuplicateOfId is null))
            throw new RuleException(nameof(RuleText.ReasonNeeded), Number);
        if (Status.Reopens(status)) Reopened++;
        LeaveTriage(at);
        (Status, StatusReason, StatusSince) = (status, reason, at);
    }

    /// <summary>The status a row of a file came with: no step of our workflow, so no reason is asked.</summary>
    public void StartAs(RequirementStatus status, string? reason) => (Status, StatusReason) = (status, Text(reason, ReasonLength));

    public void MarkDuplicateOf(Guid? other)
    {
        if (other == Id) throw new RuleException(nameof(RuleText.NotItsOwnDuplicate), Number);
        DuplicateOfId = other;
    }

    public void Archive(DateTime at) => ArchivedAt ??= at;

    public void Restore() => ArchivedAt = null;

    public void CameWith(Guid importId, IReadOnlyDictionary<string, string> extra) =>
        (ImportId, Extra) = (importId, new Dictionary<string, string>(extra));

    /// <summary>Keeps the text of a column that has no field of its own.</summary>
    public void KeepBeside(string heading, string text) => Extra = new Dictionary<string, string>(Extra) { [heading] = text };

    /// <summary>The first sentence of a description, as people would write a title.</summary>
    public static string? TitleOf(string? description)
    {
        var first = description?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        if (first is null) return null;
        var end = first.AsSpan().IndexOfAny("。！？；");
        var sentence = end > 0 ? first[..end] : first;
        return sentence.Length <= 120 ? sentence : sentence[..(char.IsHighSurrogate(sentence[118]) ? 118 : 119)] + "…";
    }

    private static string? Text(string? text, int length)
    {
        text = text?.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        if (string.IsNullOrEmpty(text)) return null;
        return text.Length <= length ? text : throw new RuleException(nameof(RuleText.TooLong), length);
    }
}
