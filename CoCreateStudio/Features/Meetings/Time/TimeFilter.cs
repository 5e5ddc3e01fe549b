using Microsoft.AspNetCore.WebUtilities;

namespace CoCreateStudio.Features.Meetings.Time;

public enum TimeBy { Topic, Series, Host, Customer, Kind }

/// <summary>Which meetings' time, and by what it is added up: exactly what the address of the page says.</summary>
/// <param name="Months">How far back; null for all that was held.</param>
/// <param name="Of">One topic, host, customer or kind, by its key; null for all.</param>
public sealed record TimeFilter(TimeBy By = TimeBy.Topic, int? Months = 12, string? Of = null)
{
    public static readonly IReadOnlyList<int?> Spans = [3, 12, null];

    /// <summary>The filter as a query string.</summary>
    public string Address()
    {
        Dictionary<string, string?> query = [];
        if (By != TimeBy.Topic) query["by"] = By.ToString().ToLowerInvariant();
        if (Months != 12) query["months"] = Months?.ToString(CultureInfo.InvariantCulture) ?? "all";
        if (Of is not null) query["of"] = Of;
        return QueryHelpers.AddQueryString("", query);
    }

    /// <summary>Reads it back from an address; a word that is not known is passed over, never an error.</summary>
    public static TimeFilter Read(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(address, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } uri ? uri.Query : address);
        string? Said(string name) => query.TryGetValue(name, out var value) ? value.ToString() : null;
        var by = Enum.TryParse<TimeBy>(Said("by"), ignoreCase: true, out var named) && Enum.IsDefined(named) ? named : TimeBy.Topic;
        return new(by, Said("months") switch { "3" => 3, "all" => null, _ => 12 }, Said("of"));
    }
}
