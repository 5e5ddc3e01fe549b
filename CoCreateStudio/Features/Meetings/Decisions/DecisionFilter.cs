using Microsoft.AspNetCore.WebUtilities;

namespace CoCreateStudio.Features.Meetings.Decisions;

/// <summary>Which decisions: exactly what the address of the page says.</summary>
public sealed record DecisionFilter
{
    public static readonly DecisionFilter OfAll = new();

    /// <summary>Searched in the words, the reason and the topic, and as a number.</summary>
    public string Text { get; init; } = "";

    /// <summary>Part of the name of who decided, or of who wrote it down.</summary>
    public string Person { get; init; } = "";

    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public Guid? CustomerId { get; init; }

    /// <summary>Goes on after the decision with this number; null begins with the latest.</summary>
    public int? Before { get; init; }

    public bool IsNarrowed => Text.Length > 0 || Person.Length > 0 || From is not null || To is not null || CustomerId is not null;

    /// <summary>The filter as a query string.</summary>
    public string Address()
    {
        Dictionary<string, string?> query = [];
        Say("q", Text);
        Say("by", Person);
        Say("from", Day(From));
        Say("to", Day(To));
        Say("customer", CustomerId?.ToString());
        Say("before", Before?.ToString(CultureInfo.InvariantCulture));
        return QueryHelpers.AddQueryString("", query);

        void Say(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) query[name] = value;
        }
    }

    /// <summary>Reads it back from an address; a word that is not known is passed over, never an error.</summary>
    public static DecisionFilter Read(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(address, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } uri ? uri.Query : address);
        string Said(string name) => query.TryGetValue(name, out var value) ? value.ToString() : "";
        return new()
        {
            Text = Said("q"),
            Person = Said("by"),
            From = Day(Said("from")),
            To = Day(Said("to")),
            CustomerId = Guid.TryParse(Said("customer"), out var customer) ? customer : null,
            Before = int.TryParse(Said("before"), NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null,
        };
    }

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
