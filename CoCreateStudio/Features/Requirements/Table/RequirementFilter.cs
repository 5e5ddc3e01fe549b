using System.Collections.Immutable;
using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Features.Requirements.Table;

public enum GroupBy { None, WaitsFor, Status, Customer, Category }

/// <summary>Which rows, in which order, in which groups: exactly what the address of the table says.</summary>
public sealed record RequirementFilter
{
    public static readonly RequirementFilter OfOpen = new();

    /// <summary>Searched in number, title, description and the people's names.</summary>
    public string Text { get; init; } = "";

    /// <summary>The statuses shown; empty means every status.</summary>
    public ImmutableSortedSet<RequirementStatus> Statuses { get; init; } = [.. Workflow.Open];

    /// <summary>Per column what its values must be: part of a text, one of several names, or a span of days.</summary>
    public ImmutableSortedDictionary<RequirementField, string> Fields { get; init; } = ImmutableSortedDictionary<RequirementField, string>.Empty;

    /// <summary>The column that rows are sorted by; null is the newest number first.</summary>
    public string? SortedBy { get; init; }

    public bool Descending { get; init; }
    public GroupBy GroupedBy { get; init; } = GroupBy.WaitsFor;
    public ImmutableHashSet<string> Folded { get; init; } = [];
    public bool Archived { get; init; }
    public bool LateOnly { get; init; }

    /// <summary>Only what has waited for its first answer longer than the project's target.</summary>
    public bool AnswerLate { get; init; }

    public Guid? FromImport { get; init; }

    /// <summary>Something beyond the usual narrows the rows.</summary>
    public bool IsNarrowed => Text.Length > 0 || Fields.Count > 0 || LateOnly || AnswerLate || FromImport is not null || !Statuses.SetEquals(Workflow.Open);

    public RequirementFilter With(RequirementField field, string? value) =>
        this with { Fields = string.IsNullOrWhiteSpace(value) ? Fields.Remove(field) : Fields.SetItem(field, value.Trim()) };

    /// <summary>
    /// Without what a reader outside may not even ask for: which rows come, and in which order, would tell what stands in the field.
    /// </summary>
    public RequirementFilter For(bool isInternal) => isInternal ? this : this with
    {
        Fields = Fields.RemoveRange(RequirementFields.All.Where(f => f.IsInternal())),
        AnswerLate = false,
        SortedBy = SortedBy is { } by && RequirementColumns.IsInternal(by) ? null : SortedBy,
    };

    /// <summary>Everything taken away that narrows the rows; order and groups stay.</summary>
    public RequirementFilter Cleared() => new() { SortedBy = SortedBy, Descending = Descending, GroupedBy = GroupedBy };

    public RequirementFilter Toggle(RequirementStatus status) =>
        this with { Statuses = Statuses.SymmetricExcept([status]) };
}
