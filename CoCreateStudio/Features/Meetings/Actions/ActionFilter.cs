using CoCreateStudio.Domain.Meetings;
using Microsoft.AspNetCore.WebUtilities;

namespace CoCreateStudio.Features.Meetings.Actions;

/// <summary>What stays open after meetings: who does what until when, and what nobody has answered yet.</summary>
public enum ActionKind { Actions, Issues }

internal static class ActionKinds
{
    public static NoteKind Note(this ActionKind kind) => kind == ActionKind.Actions ? NoteKind.Action : NoteKind.OpenIssue;
}

public enum ActionShow { Open, Overdue, Done, All }

/// <summary>Which actions or open issues, in which order: exactly what the address of the page says.</summary>
public sealed record ActionFilter
{
    public static readonly ActionFilter OfOpen = new();

    /// <summary>Whoever reads the address.</summary>
    public const string Me = "me";

    /// <summary>Nobody owns it.</summary>
    public const string Nobody = "-";

    public ActionKind Of { get; init; }
    public ActionShow Show { get; init; }

    /// <summary>Searched in the words, the owner and the number.</summary>
    public string Text { get; init; } = "";

    /// <summary>A name as it was written, <see cref="Me"/> or <see cref="Nobody"/>; empty for everybody.</summary>
    public string Owner { get; init; } = "";

    public Guid? CustomerId { get; init; }

    /// <summary>The column that rows are sorted by; null is what is overdue, then the oldest.</summary>
    public string? SortedBy { get; init; }

    public bool Descending { get; init; }

    public bool IsNarrowed => Text.Length > 0 || Owner.Length > 0 || CustomerId is not null || Show != ActionShow.Open;

    public ActionFilter Cleared() => new() { Of = Of, SortedBy = SortedBy, Descending = Descending };

    public ActionFilter Sort(string column) => SortedBy != column ? this with { SortedBy = column, Descending = false }
        : !Descending ? this with { Descending = true }
        : this with { SortedBy = null, Descending = false };

    /// <summary>The filter as a query string.</summary>
    public string Address()
    {
        Dictionary<string, string?> query = [];
        Say("of", Of == ActionKind.Actions ? "" : Word(Of));
        Say("show", Show == ActionShow.Open ? "" : Word(Show));
        Say("q", Text);
        Say("owner", Owner);
        Say("customer", CustomerId?.ToString());
        Say("sort", SortedBy is { } by ? (Descending ? "-" : "") + by : "");
        return QueryHelpers.AddQueryString("", query);

        void Say(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) query[name] = value;
        }
    }

    /// <summary>Reads it back from an address; a word that is not known is passed over, never an error.</summary>
    public static ActionFilter Read(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(address, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } uri ? uri.Query : address);
        string Said(string name) => query.TryGetValue(name, out var value) ? value.ToString() : "";
        var sort = Said("sort");
        var (of, show) = (Named<ActionKind>(Said("of")), Named<ActionShow>(Said("show")));
        return new()
        {
            Of = of,

            // What has no day is never overdue.
            Show = of == ActionKind.Issues && show == ActionShow.Overdue ? ActionShow.Open : show,
            Text = Said("q"),
            Owner = Said("owner"),
            CustomerId = Guid.TryParse(Said("customer"), out var customer) ? customer : null,
            SortedBy = sort.TrimStart('-') is { Length: > 0 } by ? by : null,
            Descending = sort.StartsWith('-'),
        };
    }

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static T Named<T>(string said) where T : struct, Enum => Enum.TryParse<T>(said, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : default;
}
