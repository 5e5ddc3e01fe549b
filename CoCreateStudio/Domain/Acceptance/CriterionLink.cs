namespace CoCreateStudio.Domain.Acceptance;

public enum ServedBy
{
    Requirement,
    Decision,
}

/// <summary>Something of the project that serves a criterion.</summary>
public sealed class CriterionLink : Entity, IInProject
{
    private CriterionLink()
    {
    }

    public CriterionLink(AcceptanceCriterion criterion, ServedBy kind, Guid targetId)
    {
        if (criterion.ArchivedAt is not null) throw new RuleException(nameof(RuleText.NotThere));
        (ProjectId, CriterionId, Kind, TargetId) = (criterion.ProjectId, criterion.Id, kind, targetId);
    }

    public Guid ProjectId { get; private init; }
    public Guid CriterionId { get; private init; }
    public ServedBy Kind { get; private init; }
    public Guid TargetId { get; private init; }
}
