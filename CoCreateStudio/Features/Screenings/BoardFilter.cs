using Microsoft.AspNetCore.WebUtilities;

namespace CoCreateStudio.Features.Screenings;

/// <summary>Which candidates, and how they are laid out: exactly what the address of the page says.</summary>
public sealed record BoardFilter
{
    public static readonly BoardFilter OfAll = new();

    /// <summary>Searched in the names of the companies.</summary>
    public string Text { get; init; } = "";

    /// <summary>A list instead of columns side by side.</summary>
    public bool AsList { get; init; }

    /// <summary>Only those that wait for a decision.</summary>
    public bool Waiting { get; init; }

    /// <summary>The declined ones instead of the others.</summary>
    public bool Declined { get; init; }

    /// <summary>Only these, to be compared; none means all.</summary>
    public IReadOnlyList<Guid> Of { get; init; } = [];

    /// <summary>How many are laid out before more are asked for; those that were chosen to be compared are all.</summary>
    public int Step => AsList ? 100 : Of.Count > 0 ? int.MaxValue : 24;

    public bool IsNarrowed => Text.Length > 0 || Waiting || Declined || Of.Count > 0;

    public IEnumerable<Candidate> From(Board board) => board.Candidates.Where(c =>
        c.IsDeclined == Declined && (!Waiting || c.Waits) && (Of.Count == 0 || AsList || Of.Contains(c.Customer.Id))
        && (Text.Trim().Length == 0 || c.Customer.Name.Contains(Text.Trim(), StringComparison.CurrentCultureIgnoreCase) || c.Customer.ShortName.Contains(Text.Trim(), StringComparison.CurrentCultureIgnoreCase)));

    /// <summary>The filter as a query string.</summary>
    public string Address()
    {
        Dictionary<string, string?> query = [];
        if (Text.Length > 0) query["q"] = Text;
        if (AsList) query["as"] = "list";
        if (Waiting) query["waiting"] = "1";
        if (Declined) query["declined"] = "1";
        if (Of.Count > 0) query["of"] = string.Join(',', Of);
        return QueryHelpers.AddQueryString("", query);
    }

    /// <summary>Reads it back from an address; a word that is not known is passed over, never an error.</summary>
    public static BoardFilter Read(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(address, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } uri ? uri.Query : address);
        string Said(string name) => query.TryGetValue(name, out var value) ? value.ToString() : "";
        return new()
        {
            Text = Said("q"),
            AsList = Said("as") == "list",
            Waiting = Said("waiting") == "1",
            Declined = Said("declined") == "1",
            Of = [.. Said("of").Split(',').Select(id => Guid.TryParse(id, out var known) ? known : Guid.Empty).Where(id => id != Guid.Empty)],
        };
    }
}
