namespace CoCreateStudio.Domain.Acceptance;

/// <summary>
/// One measure of success, as it stands in the draft of the next version. What was sent or signed is a <see cref="CriterionContent"/> in a
/// version and does not change with it.
/// </summary>
public sealed partial class AcceptanceCriterion : Entity, IInProject
{
    public const int StatementLength = 300;
    public const int LineLength = 120;
    public const int NoteLength = 1000;

    private AcceptanceCriterion()
    {
    }

    /// <param name="proposedBy">Whoever offers it for others to take; null for what is in the draft at once.</param>
    public AcceptanceCriterion(AcceptanceAgreement agreement, Dimension dimension, string statement, string? proposedBy = null)
    {
        (ProjectId, AgreementId, Dimension, ProposedBy) = (agreement.ProjectId, agreement.Id, dimension, proposedBy);
        Statement = Text(statement, StatementLength) ?? throw new RuleException(nameof(RuleText.CriterionNeedsStatement));
        if (proposedBy is null) Enter(agreement);
        Number = agreement.NextNumber(dimension);
        Position = Number;
    }

    public Guid ProjectId { get; private init; }
    public Guid AgreementId { get; private init; }
    public Dimension Dimension { get; private init; }

    /// <summary>Within its dimension, given once and never again.</summary>
    public int Number { get; private init; }

    public string Code => CodeOf(Dimension, Number);

    /// <summary>Where it stands among those of its dimension.</summary>
    public int Position { get; private set; }

    public string Statement { get; private set; } = "";
    public Aspect? Aspect { get; private set; }
    public string? Metric { get; private set; }
    public string? Unit { get; private set; }
    public string? Baseline { get; private set; }
    public Comparison? Comparison { get; private set; }
    public string? Target { get; private set; }

    /// <summary>The upper end of a range.</summary>
    public string? UpperTarget { get; private set; }
    public ProofKind? Proof { get; private set; }
    public string? ProofNote { get; private set; }
    public DateOnly? DueOn { get; private set; }
    public string? OurOwner { get; private set; }
    public string? TheirOwner { get; private set; }
    public AgreementPhase? Phase { get; private set; }

    /// <summary>Who offered it, as long as nobody has taken it: until then it is in no version.</summary>
    public string? ProposedBy { get; private set; }

    /// <summary>Under which change request it departs from what was signed.</summary>
    public Guid? ChangeRequestId { get; private set; }

    public DateTime? ArchivedAt { get; private set; }

    public bool IsProposed => ProposedBy is not null;

    public static string CodeOf(Dimension dimension, int number) => $"{dimension.Letter()}-{number}";

    /// <summary>Takes what was proposed into the draft.</summary>
    public void Take(AcceptanceAgreement agreement)
    {
        if (!IsProposed) return;
        Enter(agreement);
        ProposedBy = null;
    }

    public void Archive(AcceptanceAgreement agreement, DateTime at)
    {
        if (!IsProposed) Enter(agreement);
        ArchivedAt ??= at;
    }

    public void Restore(AcceptanceAgreement agreement)
    {
        if (!IsProposed) Enter(agreement);
        ArchivedAt = null;
    }

    /// <summary>Puts it before or after its neighbour; the order is not part of what is agreed.</summary>
    public void Swap(AcceptanceCriterion neighbour) => (Position, neighbour.Position) = (neighbour.Position, Position);

    /// <summary>A version that holds it was signed: what it departed from is the past.</summary>
    public void Settle() => ChangeRequestId = null;

    // Whatever changes in the draft is told by the agreement whether it may, and under which change request.
    private void Enter(AcceptanceAgreement agreement)
    {
        agreement.MustBeInDraft();
        ChangeRequestId = agreement.ChangeRequestId;
    }

    internal static string? Text(string? text, int length)
    {
        text = text?.Trim();
        if (text?.Length > length) throw new RuleException(nameof(RuleText.TooLong), length);
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
