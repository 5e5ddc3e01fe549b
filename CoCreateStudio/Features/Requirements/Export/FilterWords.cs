using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Table;

namespace CoCreateStudio.Features.Requirements.Export;

/// <summary>A filter in the reader's words, for the cover of a file.</summary>
public static class FilterWords
{
    public static string Of(RequirementFilter filter, ProjectFacts facts) => string.Join(" · ", Parts(filter, facts));

    private static IEnumerable<string> Parts(RequirementFilter filter, ProjectFacts facts)
    {
        if (filter.Archived) yield return RequirementsText.Archived;
        if (filter.Statuses.Count > 0) yield return string.Join(", ", filter.Statuses.Select(facts.Word));
        if (filter.Text.Length > 0) yield return $"“{filter.Text}”";
        if (filter.LateOnly) yield return RequirementsText.FactLate;
        if (filter.AnswerLate) yield return RequirementsText.AnswerOverdue;
        foreach (var (field, value) in filter.Fields) yield return $"{field.Word()}: {Said(field, value, facts)}";
    }

    private static string Said(RequirementField field, string value, ProjectFacts facts) => field switch
    {
        RequirementField.Customer => facts.Customer(Guid.TryParse(value, out var id) ? id : null) ?? RequirementsText.NoCustomer,
        RequirementField.Urgency => Enum.TryParse<Urgency>(value, ignoreCase: true, out var urgency) ? urgency.Word() : value,
        RequirementField.Phase => Enum.TryParse<ProjectPhase>(value, ignoreCase: true, out var phase) ? phase.Word() : value,
        RequirementField.Shared or RequirementField.SnoozedUntil => value == "1" ? RequirementsText.Yes : RequirementsText.No,
        RequirementField.TargetDate or RequirementField.ReportedAt => value.Replace("..", " – ", StringComparison.Ordinal),
        _ => value,
    };
}
