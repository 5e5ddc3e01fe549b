using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Table;

namespace CoCreateStudio.Features.Requirements.Views;

/// <summary>A view as the menu offers it.</summary>
/// <param name="Slug">Its name as addresses say it.</param>
public sealed record ViewRow(Guid Id, string Name, string Slug, bool IsMine, string Query)
{
    public (RequirementFilter Filter, IReadOnlyList<string>? Columns) State { get; } = FilterAddress.Read(Query);

    /// <summary>What of the table a view keeps, and who may look at it.</summary>
    public static ViewScope ScopeOf(RequirementFilter filter, IReadOnlyList<string> columns)
    {
        string[] customers = filter.Fields.GetValueOrDefault(RequirementField.Customer)?.Split('|') ?? [];
        var isInternal = filter.FromImport is not null || customers.Length > 1
            || FilterAddress.Of(filter) != FilterAddress.Of(filter.For(isInternal: false))
            || columns.Any(RequirementColumns.IsInternal);
        return new(isInternal, customers.Length == 1 && Guid.TryParse(customers[0], out var only) ? only : null);
    }
}
