using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace CoCreateStudio.Features.Requirements.Views;

/// <summary>
/// How an address names a view. One of the project's that is shown as it was saved needs nothing but its name. Whatever only I have, or have
/// changed, is said in full beside the name, so that a colleague who opens the address sees the same.
/// </summary>
public static class ViewAddress
{
    /// <summary>The table without any view, for those who begin with one.</summary>
    public const string None = "?view=-";

    private const string Shared = "view";
    private const string Mine = "mine";

    /// <param name="query">The state of the table, as <see cref="Table.FilterAddress"/> says it.</param>
    public static string Of(ViewRow? view, string query, bool isAsSaved) => view switch
    {
        null => query,
        { IsMine: true } => QueryHelpers.AddQueryString(query, Mine, view.Slug),
        _ => QueryHelpers.AddQueryString(isAsSaved ? "" : query, Shared, view.Slug),
    };

    /// <summary>The view that an address names, if the reader has it, and whether the address says nothing else.</summary>
    public static (ViewRow? View, bool IsBare) Find(string address, IReadOnlyList<ViewRow> views)
    {
        var query = QueryOf(address);
        var (key, isMine) = query.ContainsKey(Mine) ? (Mine, true) : (Shared, false);
        var said = query.GetValueOrDefault(key).ToString();
        return (views.FirstOrDefault(v => v.IsMine == isMine && v.Slug == said), query.Count == 1);
    }

    /// <summary>The address leaves it to the reader how the table begins.</summary>
    public static bool SaysNothing(string address) => QueryOf(address).Count == 0;

    private static Dictionary<string, StringValues> QueryOf(string address)
    {
        var at = address.IndexOf('?', StringComparison.Ordinal);
        return QueryHelpers.ParseQuery(at < 0 ? "" : address[at..]);
    }
}
