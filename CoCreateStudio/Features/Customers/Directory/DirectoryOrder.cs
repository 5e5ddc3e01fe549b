namespace CoCreateStudio.Features.Customers.Directory;

/// <summary>The columns that companies are sorted by; what is not said comes last, whichever way.</summary>
internal static class DirectoryOrder
{
    private static readonly StringComparer Words = StringComparer.CurrentCultureIgnoreCase;

    public static IEnumerable<DirectoryRow> Of(IEnumerable<DirectoryRow> rows, DirectoryFilter filter)
    {
        var down = filter.Descending;
        return (filter.SortedBy switch
        {
            DirectoryColumns.Industry => ByWord(rows, r => r.Industry, down),
            DirectoryColumns.Region => ByWord(rows, r => r.Region, down),
            DirectoryColumns.Size => By(rows.OrderBy(r => r.Size is null), r => (r.Size, -(r.HeadCount ?? 0)), down),
            DirectoryColumns.Contacts => By(rows.OrderBy(r => r.Contacts == 0), r => -r.Contacts, down),
            DirectoryColumns.Projects => By(rows.OrderBy(r => r.Projects.Count == 0), r => -r.Projects.Count, down),
            DirectoryColumns.Name when down => rows.OrderByDescending(r => r.Name, Words),
            _ => rows.OrderBy(r => r.Name, Words),
        }).ThenBy(r => r.Name, Words);
    }

    private static IOrderedEnumerable<DirectoryRow> ByWord(IEnumerable<DirectoryRow> rows, Func<DirectoryRow, string?> word, bool down) =>
        down ? rows.OrderBy(r => word(r) is null).ThenByDescending(word, Words) : rows.OrderBy(r => word(r) is null).ThenBy(word, Words);

    private static IOrderedEnumerable<DirectoryRow> By<T>(IOrderedEnumerable<DirectoryRow> rows, Func<DirectoryRow, T> value, bool down) =>
        down ? rows.ThenByDescending(value) : rows.ThenBy(value);
}
