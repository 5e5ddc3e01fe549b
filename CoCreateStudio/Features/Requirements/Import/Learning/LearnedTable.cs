using System.Security.Cryptography;
using System.Text;
using CoCreateStudio.Features.Requirements.Import.Difference;
using CoCreateStudio.Kit.Excel.Reading.Tables;

namespace CoCreateStudio.Features.Requirements.Import.Learning;

/// <summary>What an import teaches about one table, and by what a table is known again.</summary>
public sealed record LearnedTable(string Shape, Dictionary<string, string> Columns, Dictionary<string, bool> Sheets, bool? DayFirst)
{
    private const char Unnamed = '@';

    /// <summary>Tables of one shape that stand in several sheets are one, mapped as the first of them that is taken.</summary>
    public static IReadOnlyList<LearnedTable> Of(IReadOnlyList<FoundTable> tables, IReadOnlySet<int> taken, bool? dayFirst) =>
        [.. tables.Select((t, i) => (Table: t, Taken: taken.Contains(i))).Where(t => t.Table.Columns.Count > 0 && !OwnSheet.Is(t.Table)).GroupBy(t => ShapeOf(t.Table)).Select(g => new LearnedTable(
            g.Key,
            ColumnsOf(g.OrderByDescending(t => t.Taken).First().Table).ToDictionary(c => c.Name, c => c.Column.Target?.Key ?? ""),
            g.GroupBy(t => t.Table.Sheet.Name.Trim()).ToDictionary(s => s.Key, s => s.Any(t => t.Taken)),
            dayFirst))];

    /// <summary>The set of headings, in whatever order; without headings, the columns that are filled.</summary>
    public static string ShapeOf(FoundTable table)
    {
        var names = ColumnsOf(table).Select(c => c.Name).ToList();
        var named = names.Where(n => n[0] != Unnamed).ToList();
        var text = string.Join('\n', (named.Count > 0 ? named : names).Order(StringComparer.Ordinal));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Each column under a name that is its own: its heading made comparable, or its letter.</summary>
    public static IEnumerable<(string Name, FoundColumn Column)> ColumnsOf(FoundTable table)
    {
        Dictionary<string, int> seen = [];
        foreach (var column in table.Columns)
        {
            var name = Heading.Normal(column.Heading) is { Length: > 0 } heading ? heading : Unnamed + column.Letter;
            seen[name] = seen.GetValueOrDefault(name) + 1;
            yield return (seen[name] == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}\n{seen[name]}"), column);
        }
    }
}
