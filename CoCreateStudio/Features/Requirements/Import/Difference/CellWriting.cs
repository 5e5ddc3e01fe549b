using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Features.Requirements.Import.Difference;

/// <summary>A change as it is written: a status takes its reason along.</summary>
internal readonly record struct CellStep(CellChange Change, string? Reason);

/// <summary>Puts changed cells into a requirement, under the rules of its fields.</summary>
internal static class CellWriting
{
    public static IEnumerable<CellStep> Steps(IReadOnlyCollection<CellChange> taken)
    {
        var reason = taken.FirstOrDefault(c => c.Field == RequirementField.StatusReason);
        var moves = taken.Any(c => c.Field == RequirementField.Status);
        return taken.Where(c => !moves || c != reason).Select(c => new CellStep(c, c.Field == RequirementField.Status ? reason?.New : null));
    }

    /// <param name="by">Whose word it is.</param>
    /// <param name="member">Who of the project's members bears a name.</param>
    /// <exception cref="RuleException">A rule refuses the change.</exception>
    public static void Write(Requirement requirement, CellStep step, DateTime at, Func<string, Guid?> member, Side by = Side.Us)
    {
        var (change, reason) = step;
        change.Field?.MustBeWrittenBy(by);
        switch (change.Field)
        {
            case null:
                requirement.KeepBeside(change.Name, change.New ?? "");
                break;
            case RequirementField.Status:
                requirement.MoveTo(Requirement.StatusOf(change.New), reason, at, by);
                break;
            case RequirementField.Owner:
                requirement.Assign(change.New, change.New is { } name ? member(name) : null);
                break;
            case { } field:
                requirement.Write(field, change.New, at);
                break;
        }
    }
}
