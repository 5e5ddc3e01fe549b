namespace CoCreateStudio.Domain.Requirements;

/// <summary>Something said about a requirement; internal ones never leave our side.</summary>
public sealed class RequirementComment : Entity, IInProject
{
    public const int TextLength = 8000;

    private RequirementComment()
    {
    }

    public RequirementComment(Requirement requirement, string text, bool isInternal, Guid? authorId, string author, DateTime at)
    {
        text = text.Trim();
        if (text.Length == 0) throw new RuleException(nameof(RuleText.NothingSaid));
        if (text.Length > TextLength) throw new RuleException(nameof(RuleText.TooLong), TextLength);
        (ProjectId, RequirementId, Text, IsInternal, AuthorId, Author, At) = (requirement.ProjectId, requirement.Id, text, isInternal, authorId, author, at);
    }

    public Guid ProjectId { get; private init; }
    public Guid RequirementId { get; private init; }
    public Requirement? Requirement { get; private init; }
    public string Text { get; private init; } = "";
    public bool IsInternal { get; private init; }
    public Guid? AuthorId { get; private init; }
    public string Author { get; private init; } = "";
    public DateTime At { get; private init; }
}
