namespace CoCreateStudio.Kit.Ui.Table;

/// <summary>A group of rows with its true size; a table without groups has one that shows no head.</summary>
public sealed record TableGroup(string Key, int Count, bool Folded = false);

/// <summary>Rows to read: so many of a group, after so many.</summary>
public readonly record struct Stretch(string Group, int Skip, int Take);

/// <summary>One line of a window: the head of a group, or one of its rows.</summary>
public readonly record struct TableLine(TableGroup Group, int Row)
{
    public bool IsHead => Row < 0;
}

/// <summary>
/// All lines of a table, heads and rows, counted but not held: says which rows stand in a window of them.
/// Every line is as high as every other, so a place in the table is a multiple of one height.
/// </summary>
public sealed class TableLines(IReadOnlyList<TableGroup> groups, bool heads)
{
    private readonly int _headLines = heads ? 1 : 0;

    public static TableLines None { get; } = new([], heads: false);

    public int Count { get; } = groups.Sum(g => (heads ? 1 : 0) + (g.Folded ? 0 : g.Count));

    public IEnumerable<TableLine> Window(int first, int count)
    {
        var at = 0;
        foreach (var group in groups)
        {
            var length = _headLines + (group.Folded ? 0 : group.Count);
            for (var line = Math.Max(first - at, 0); line < length && at + line < first + count; line++)
                yield return new(group, line - _headLines);
            at += length;
            if (at >= first + count) yield break;
        }
    }

    /// <summary>The line of a row in its group; null where the group is folded or not there.</summary>
    public int? LineOf(string key, int row)
    {
        var at = _headLines;
        foreach (var group in groups)
        {
            if (group.Key == key) return group.Folded || row >= group.Count ? null : at + row;
            at += _headLines + (group.Folded ? 0 : group.Count);
        }

        return null;
    }

    /// <summary>The next line with a row on it, upwards (-1) or downwards (1); null at the end.</summary>
    public int? RowBeside(int line, int by)
    {
        for (line += by; line >= 0 && line < Count; line += by)
            if (!Window(line, 1).Single().IsHead) return line;
        return null;
    }

    /// <summary>What has to be read to fill a window.</summary>
    public IReadOnlyList<Stretch> Stretches(int first, int count) => StretchesOf(Window(first, count).Where(l => !l.IsHead));

    /// <summary>What has to be read for so many rows from a line on, heads not counted.</summary>
    public IReadOnlyList<Stretch> StretchesOfRows(int first, int rows) => StretchesOf(Window(first, Count - first).Where(l => !l.IsHead).Take(rows));

    private static IReadOnlyList<Stretch> StretchesOf(IEnumerable<TableLine> lines) =>
        [.. lines.GroupBy(l => l.Group).Select(g => new Stretch(g.Key.Key, g.Min(l => l.Row), g.Count()))];
}
