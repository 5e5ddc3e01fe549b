namespace CoCreateStudio.Domain.Acceptance;

/// <summary>Whoever offers a criterion.</summary>
public sealed record Author(Guid? PersonId, string Name);

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
    public AcceptanceCriterion(AcceptanceAgreement agreement, Dimension dimension, string statement, Author? proposedBy = null)
    {
        (ProjectId, AgreementId, Dimension, ProposedBy, ProposedById) = (agreement.ProjectId, agreement.Id, dimension, proposedBy?.Name, proposedBy?.PersonId);
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

    /// <summary>Null for what was offered before this was kept; there, the name says it.</summary>
    public Guid? ProposedById { get; private set; }

    /// <summary>Under which change request it last departed from what was signed.</summary>
    public Guid? ChangeRequestId { get; private set; }

    /// <summary>Under which it departed before, as ids between commas.</summary>
    public string? EarlierChanges { get; private set; }

    /// <summary>All change requests under which it departs from what was signed, the first one first.</summary>
    public IReadOnlyList<Guid> ChangeRequestIds => [.. (EarlierChanges ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse), .. ChangeRequestId is { } last ? new[] { last } : []];

    public DateTime? ArchivedAt { get; private set; }

    public bool IsProposed => ProposedBy is not null;

    public static string CodeOf(Dimension dimension, int number) => $"{dimension.Letter()}-{number}";

    /// <summary>Whoever offered it may go on writing it until it is taken.</summary>
    public bool IsOfferedBy(Author author) => IsProposed && (ProposedById is { } id ? id == author.PersonId : ProposedBy == author.Name);

    /// <summary>Takes what was proposed into the draft.</summary>
    public void Take(AcceptanceAgreement agreement)
    {
        if (!IsProposed) return;
        Enter(agreement);
        (ProposedBy, ProposedById) = (null, null);
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
    public void Settle() => KeepChanges([]);

    /// <summary>It does not depart for this reason after all.</summary>
    public void Leave(ChangeRequest request) => KeepChanges([.. ChangeRequestIds.Where(id => id != request.Id)]);

    // Whatever changes in the draft is told by the agreement whether it may, and under which change request.
    private void Enter(AcceptanceAgreement agreement)
    {
        agreement.MustBeInDraft();
        if (agreement.ChangeRequestId is { } reason) KeepChanges([.. ChangeRequestIds.Where(id => id != reason), reason]);
    }

    private void KeepChanges(IReadOnlyList<Guid> ids)
    {
        ChangeRequestId = ids.Count == 0 ? null : ids[^1];
        EarlierChanges = ids.Count < 2 ? null : string.Join(',', ids.SkipLast(1));
    }

    internal static string? Text(string? text, int length)
    {
        text = text?.Trim();
        if (text?.Length > length) throw new RuleException(nameof(RuleText.TooLong), length);
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
