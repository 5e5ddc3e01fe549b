using System.Collections.Immutable;
using CoCreateStudio.Domain.Requirements;
using Microsoft.AspNetCore.WebUtilities;

namespace CoCreateStudio.Features.Requirements.Table;

/// <summary>The filter as a query string and back; a word that is not known is passed over, never an error.</summary>
public static class FilterAddress
{
    private const string All = "all";

    public static string Of(RequirementFilter filter, IReadOnlyList<string>? columns = null)
    {
        Dictionary<string, string?> query = [];
        Say("q", filter.Text);
        if (!filter.Statuses.SetEquals(Workflow.Open)) Say("status", filter.Statuses.IsEmpty ? All : string.Join(',', filter.Statuses).ToLowerInvariant());
        foreach (var (field, value) in filter.Fields) Say(field.ToString().ToLowerInvariant(), value);
        if (filter.SortedBy is { } by) Say("sort", (filter.Descending ? "-" : "") + by);
        if (filter.GroupedBy != RequirementFilter.OfOpen.GroupedBy) Say("by", filter.GroupedBy.ToString().ToLowerInvariant());
        Say("folded", string.Join(',', filter.Folded.Order(StringComparer.Ordinal)));
        if (filter.Archived) Say("archived", "1");
        if (filter.LateOnly) Say("late", "1");
        if (filter.AnswerLate) Say("answer", "late");
        Say("import", filter.FromImport?.ToString("N"));
        Say("cols", columns is null ? "" : string.Join(',', columns));
        return QueryHelpers.AddQueryString("", query);

        void Say(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) query[name] = value;
        }
    }

    public static (RequirementFilter Filter, IReadOnlyList<string>? Columns) Read(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(address, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } uri ? uri.Query : address);
        string Said(string name) => query.TryGetValue(name, out var value) ? value.ToString() : "";
        var sort = Said("sort");
        var filter = new RequirementFilter
        {
            Text = Said("q"),
            Statuses = Statuses(Said("status")),
            Fields = Fields(Said),
            SortedBy = sort.TrimStart('-') is { Length: > 0 } by ? by : null,
            Descending = sort.StartsWith('-'),
            GroupedBy = Named<GroupBy>(Said("by")) ?? RequirementFilter.OfOpen.GroupedBy,
            Folded = [.. Said("folded").Split(',', StringSplitOptions.RemoveEmptyEntries)],
            Archived = Said("archived") == "1",
            LateOnly = Said("late") == "1",
            AnswerLate = Said("answer") == "late",
            FromImport = Guid.TryParse(Said("import"), out var import) ? import : null,
        };
        var columns = Said("cols").Split(',', StringSplitOptions.RemoveEmptyEntries);
        return (filter, columns.Length == 0 ? null : columns);
    }

    private static ImmutableSortedSet<RequirementStatus> Statuses(string said) => said switch
    {
        "" => RequirementFilter.OfOpen.Statuses,
        All => [],
        _ => [.. said.Split(',').Select(Named<RequirementStatus>).OfType<RequirementStatus>()],
    };

    private static T? Named<T>(string said) where T : struct, Enum => Enum.TryParse<T>(said, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    private static ImmutableSortedDictionary<RequirementField, string> Fields(Func<string, string> said) => RequirementFields.All
        .Where(f => f != RequirementField.Status)
        .Select(f => (Field: f, Value: said(f.ToString().ToLowerInvariant())))
        .Where(f => f.Value.Length > 0)
        .ToImmutableSortedDictionary(f => f.Field, f => f.Value);
}
