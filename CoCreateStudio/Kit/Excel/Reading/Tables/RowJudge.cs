namespace CoCreateStudio.Kit.Excel.Reading.Tables;

public enum RowVerdict
{
    Item,
    Blank,
    NumberOnly,
    Section,
    Banner,
    Total,
    RepeatedHeading,
}

/// <summary>Tells rows that say something from those that only decorate.</summary>
internal sealed class RowJudge
{
    private const int LongestSection = 60;
    private const int LongestNumber = 16;
    private static readonly HashSet<string> Totals = ["合计", "总计", "小计", "总数", "共计", "合計", "總計", "小計", "total", "totals", "subtotal", "grandtotal", "sum"];

    private readonly IReadOnlyList<FoundColumn> _columns;
    private readonly Dictionary<(int Row, int Column), int> _wide;

    public RowJudge(FoundTable table)
    {
        _columns = table.Columns;
        var wide = table.Sheet.Layout.Merges.Where(m => m.Right > m.Left && m.Top >= table.FirstDataRow);
        _wide = wide.GroupBy(m => (m.Top, m.Left)).ToDictionary(g => g.Key, g => g.First().Right - g.First().Left + 1);
    }

    public RowVerdict Judge(int row, ReadOnlySpan<SourceCell> own, bool hasPicture)
    {
        var (filled, first) = (0, -1);
        for (var i = 0; i < own.Length; i++)
        {
            if (!own[i].IsEmpty) (filled, first) = (filled + 1, first < 0 ? i : first);
        }

        if (filled == 0) return RowVerdict.Blank;
        if (IsTotal(own, first)) return RowVerdict.Total;
        if (filled > 1) return IsHeading(own) ? RowVerdict.RepeatedHeading : RowVerdict.Item;
        return hasPicture || own[first].Kind == CellKind.Picture ? RowVerdict.Item : Single(row, own[first], first);
    }

    private RowVerdict Single(int row, SourceCell cell, int slot)
    {
        var text = cell.Text.Trim();
        var line = text.Length <= LongestSection ? RowVerdict.Section : RowVerdict.Banner;
        var role = _columns[slot].Target?.Role;
        if (_wide.TryGetValue((row, cell.Column), out var width) && width >= Math.Max(2, _columns.Count * 0.6)) return line;
        if (role == TargetRole.Number) return text.Length <= LongestNumber && text.Any(char.IsAsciiDigit) ? RowVerdict.NumberOnly : line;
        return role != TargetRole.Essence && slot == 0 && _columns.Count > 1 && cell.Kind == CellKind.Text ? line : RowVerdict.Item;
    }

    private bool IsTotal(ReadOnlySpan<SourceCell> own, int first)
    {
        if (own[first].Kind != CellKind.Text || own[first].Text.Length > 20 || !Totals.Contains(Heading.Normal(own[first].Text))) return false;
        for (var i = 0; i < own.Length; i++)
        {
            if (i != first && _columns[i].Target?.Role == TargetRole.Essence && !own[i].IsEmpty) return false;
        }

        return true;
    }

    private bool IsHeading(ReadOnlySpan<SourceCell> own)
    {
        for (var i = 0; i < own.Length; i++)
        {
            if (own[i].IsEmpty) continue;
            if (own[i].Kind != CellKind.Text || own[i].Text.Length > 60 || Heading.Shown(own[i].Text) != _columns[i].Heading) return false;
        }

        return true;
    }
}
