namespace CoCreateStudio.Domain.Acceptance;

public enum DifferenceKind
{
    Added,
    Changed,
    Removed,
}

/// <summary>A criterion that is not as it was signed.</summary>
/// <param name="Old">As it was; null for what is new.</param>
/// <param name="New">As it is; null for what is gone.</param>
public sealed record CriterionDifference(CriterionContent? Old, CriterionContent? New)
{
    private static readonly CriterionField[] TargetFields = [CriterionField.Comparison, CriterionField.Target, CriterionField.UpperTarget];

    public DifferenceKind Kind => Old is null ? DifferenceKind.Added : New is null ? DifferenceKind.Removed : DifferenceKind.Changed;

    public Guid Id => (New ?? Old)!.Id;

    public string Code => (New ?? Old)!.Code;

    /// <summary>The fields that changed; the parts of a target are one.</summary>
    public IReadOnlyList<CriterionField> Fields => Old is null || New is null
        ? []
        : [.. Enum.GetValues<CriterionField>().Where(f => Old.Read(f) != New.Read(f)).Select(f => TargetFields.Contains(f) ? CriterionField.Target : f).Distinct()];
}

/// <summary>What departs from what was signed.</summary>
public static class AgreementDifference
{
    public static IReadOnlyList<CriterionDifference> Between(IReadOnlyList<CriterionContent> before, IReadOnlyList<CriterionContent> now)
    {
        var (old, current) = (before.ToDictionary(c => c.Id), now.ToDictionary(c => c.Id));
        return
        [
            .. now.Select(c => new CriterionDifference(old.GetValueOrDefault(c.Id), c)).Concat(before.Where(c => !current.ContainsKey(c.Id)).Select(c => new CriterionDifference(c, null)))
                .Where(d => d.Old != d.New).OrderBy(d => (d.New ?? d.Old)!.Dimension).ThenBy(d => (d.New ?? d.Old)!.Number),
        ];
    }
}
