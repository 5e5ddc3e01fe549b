using CoCreateStudio.Domain.Customers;
using Microsoft.AspNetCore.WebUtilities;

namespace CoCreateStudio.Features.Customers.Directory;

/// <summary>Which companies, in which order: exactly what the address of the page says.</summary>
public sealed record DirectoryFilter
{
    public static readonly DirectoryFilter OfAll = new();

    /// <summary>Stands for the project where a company takes part in none.</summary>
    public const string NoProject = "-";

    /// <summary>Searched in names, industry, region and contacts.</summary>
    public string Text { get; init; } = "";

    public string Industry { get; init; } = "";
    public SizeTier? Size { get; init; }
    public string Region { get; init; } = "";

    /// <summary>A project's key, or <see cref="NoProject"/>.</summary>
    public string Project { get; init; } = "";

    /// <summary>Only those that look like another one.</summary>
    public bool AlikeOnly { get; init; }

    /// <summary>Those that were put away instead.</summary>
    public bool Away { get; init; }

    /// <summary>The column that rows are sorted by; null is the name.</summary>
    public string? SortedBy { get; init; }

    public bool Descending { get; init; }

    public bool IsNarrowed => this with { SortedBy = null, Descending = false } != OfAll;

    public DirectoryFilter Cleared() => new() { SortedBy = SortedBy, Descending = Descending };

    public DirectoryFilter Sort(string column) => SortedBy != column ? this with { SortedBy = column, Descending = false }
        : !Descending ? this with { Descending = true }
        : this with { SortedBy = null, Descending = false };

    /// <summary>The filter as a query string.</summary>
    public string Address()
    {
        Dictionary<string, string?> query = [];
        Say("q", Text);
        Say("industry", Industry);
        Say("size", Size?.ToString().ToLowerInvariant());
        Say("region", Region);
        Say("project", Project);
        Say("alike", AlikeOnly ? "1" : "");
        Say("away", Away ? "1" : "");
        Say("sort", SortedBy is { } by ? (Descending ? "-" : "") + by : "");
        return QueryHelpers.AddQueryString("", query);

        void Say(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) query[name] = value;
        }
    }

    /// <summary>Reads it back from an address; a word that is not known is passed over, never an error.</summary>
    public static DirectoryFilter Read(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(address, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } uri ? uri.Query : address);
        string Said(string name) => query.TryGetValue(name, out var value) ? value.ToString() : "";
        var sort = Said("sort");
        return new()
        {
            Text = Said("q"),
            Industry = Said("industry"),
            Size = Enum.TryParse<SizeTier>(Said("size"), ignoreCase: true, out var size) && Enum.IsDefined(size) ? size : null,
            Region = Said("region"),
            Project = Said("project"),
            AlikeOnly = Said("alike") == "1",
            Away = Said("away") == "1",
            SortedBy = sort.TrimStart('-') is { Length: > 0 } by ? by : null,
            Descending = sort.StartsWith('-'),
        };
    }
}
