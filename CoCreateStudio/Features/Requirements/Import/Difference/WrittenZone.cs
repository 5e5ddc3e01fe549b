using System.Text.RegularExpressions;
using CoCreateStudio.Kit.Excel.Reading;

namespace CoCreateStudio.Features.Requirements.Import.Difference;

/// <summary>The zone in which a workbook of ours was written, as its cover says it: whoever brings it back may live elsewhere.</summary>
internal static partial class WrittenZone
{
    private const int Depth = 40;

    public static TimeZoneInfo? Of(SourceBook book)
    {
        var said = from sheet in book.Sheets
                   from row in sheet.ReadRows().TakeWhile(r => r.Number <= Depth)
                   from cell in row.Cells.ToArray()
                   where cell.Kind == CellKind.Text && Pattern().IsMatch(cell.Text)
                   select cell.Text;
        return said.Select(t => TimeZoneInfo.TryFindSystemTimeZoneById(Pattern().Match(t).Groups["id"].Value, out var zone) ? zone : null).FirstOrDefault(z => z is not null);
    }

    [GeneratedRegex(@"^(?<id>[A-Za-z][A-Za-z0-9_+\-/ .]{0,60}) \(UTC[+-]\d\d:\d\d\)$")]
    private static partial Regex Pattern();
}
