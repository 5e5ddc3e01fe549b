namespace CoCreateStudio.Kit.Excel.Reading.Tables;

internal readonly record struct HeaderPlace(int Top, int Bottom)
{
    public static readonly HeaderPlace Missing;

    public bool Found => Bottom > 0;
}

/// <summary>Finds the heading rows of a table, or that it has none.</summary>
internal sealed class HeaderFinder(HeadingMatcher matcher)
{
    private const int SearchDepth = 20;
    private const int LongestForm = 40;
    private const int TallestHeading = 2;

    public HeaderPlace Find(SheetHead head)
    {
        // Our own exports keep their column keys in a hidden first row.
        var rows = head.Rows.Where(r => !r.Hidden).Take(SearchDepth).ToList();
        var best = rows.Select(r => (Row: r, Score: Score(r))).Where(r => r.Score >= 3).OrderByDescending(r => r.Score).FirstOrDefault();
        if (best.Row is not null) return Spread(head, best.Row);
        if (CountsWithoutHeader(head)) return HeaderPlace.Missing;
        var formed = rows.Find(r => LooksLikeHeader(head, r));
        return formed is null ? HeaderPlace.Missing : Spread(head, formed);
    }

    /// <summary>Where further tables start below the first heading, with the titles and facts that stand right above theirs.</summary>
    public IEnumerable<int> FurtherTables(SheetHead head, HeaderPlace first)
    {
        var rows = head.Rows;
        var known = rows.Find(r => r.Number == first.Bottom);
        for (var i = rows.FindIndex(r => r.Number > first.Bottom) + 1; i > 0 && i < rows.Count; i++)
        {
            if (rows[i].Hidden || !IsSurely(rows[i]) || IsSame(rows[i], known)) continue;
            var start = i;
            while (IsTitle(rows[start - 1]) && rows[start - 1].Number == rows[start].Number - 1 && rows[start - 1].Number > first.Bottom) start--;
            var apart = rows[start - 1].Number < rows[start].Number - 1;
            if (!apart && start == i) continue;
            known = rows[i];
            yield return rows[start].Number;
        }
    }

    /// <summary>A list without headings: its first row is numbered and says something.</summary>
    public static bool CountsWithoutHeader(SheetHead head)
    {
        if (head.Rows.Count == 0 || head.Rows[0].Cells.Count < 2) return false;
        var first = head.Rows[0].Cells[0];
        return WholeNumber(first) is { } number && number < 10_000 && head.Rows[0].Cells[1].Kind == CellKind.Text && CountsUp(head.Values(first.Column, 0));
    }

    public static bool CountsUp(IEnumerable<SourceCell> values)
    {
        var (last, count, other) = (double.MinValue, 0, 0);
        foreach (var value in values)
        {
            if (WholeNumber(value) is { } number && number > last) (last, count) = (number, count + 1);
            else other++;
        }

        return count > 0 && count >= other * 4;
    }

    public static HeaderPlace Spread(SheetHead head, int row)
    {
        var found = head.Rows.Find(r => r.Number == row);
        return found is null ? new HeaderPlace(row, row) : Spread(head, found);
    }

    private static double? WholeNumber(SourceCell cell)
    {
        if (cell.Number is { } number) return number == Math.Floor(number) ? number : null;
        return cell.Kind == CellKind.Text && int.TryParse(cell.Text.Trim().TrimEnd('.', '、', ')', '）'), NumberStyles.None, CultureInfo.InvariantCulture, out var text) ? text : null;
    }

    // Two words that can be nothing but headings, and no number beside them.
    private bool IsSurely(HeadRow row) => Score(row) >= 6
        && row.Cells.Select(c => matcher.Match(c.Text).FirstOrDefault()).Where(m => m.Target is not null && m.Score >= HeadingMatcher.Bracket).Select(m => m.Target.Key).Distinct().Count() is >= 2 and var sure
        && sure * 2 >= row.Cells.Count;

    private static bool IsSame(HeadRow row, HeadRow? other) => other is not null && row.Cells.All(c => other.Cells.Any(o => o.Column == c.Column && Heading.Shown(o.Text) == Heading.Shown(c.Text)));

    private static bool IsTitle(HeadRow row) => row.Cells is [{ Kind: CellKind.Text }] || row.Cells.All(c => FactFinder.IsFact(c.Text));

    private double Score(HeadRow row)
    {
        if (row.Cells.Any(c => c.Kind is CellKind.Number or CellKind.Date)) return 0;
        var seen = new HashSet<string>();
        var (score, texts, essence) = (0.0, 0, false);
        foreach (var cell in row.Cells.Where(c => c.Kind == CellKind.Text && !FactFinder.IsFact(c.Text)))
        {
            texts++;
            var match = matcher.Match(cell.Text).OrderByDescending(m => m.Score).FirstOrDefault();
            if (match.Target is null) continue;
            var points = match.Score >= HeadingMatcher.Bracket ? 3 : match.Score > HeadingMatcher.Similar ? 2 : 1;
            score += seen.Add(match.Target.Key) ? points : 1;
            essence |= match.Target.Role == TargetRole.Essence && points > 1;
        }

        return texts >= 2 || essence ? score + (essence ? 3 : 0) : 0;
    }

    // Short, different words without numbers, and below them rows that fill the same columns.
    private static bool LooksLikeHeader(SheetHead head, HeadRow row)
    {
        if (row.Cells.Count < 2 || row.Cells.Any(c => c.Kind != CellKind.Text || !IsWord(c.Text))) return false;
        if (row.Cells.Select(c => Heading.Normal(c.Text)).Distinct().Count() < row.Cells.Count) return false;
        var below = head.Rows.Where(r => r.Number > row.Number).Take(3).ToList();
        var columns = row.Cells.Select(c => c.Column).ToHashSet();
        return below.Count > 0 && below.All(r => r.Cells.Count(c => columns.Contains(c.Column)) * 2 >= columns.Count);
    }

    private static bool IsWord(string text) => text.Trim().Length <= LongestForm && text.Any(char.IsLetter) && !FactFinder.IsFact(text);

    // Headings merged over two rows, or a word over several columns with its parts below.
    private static HeaderPlace Spread(SheetHead head, HeadRow row)
    {
        var (top, bottom) = (row.Number, row.Number);
        var columns = row.Cells.Select(c => c.Column).ToHashSet();
        var merges = head.Sheet.Layout.Merges.Where(m => m.Top <= row.Number && m.Bottom >= row.Number && m.Bottom - m.Top <= TallestHeading).ToList();
        foreach (var merge in merges.Where(m => m.Top == row.Number && columns.Contains(m.Left))) bottom = Math.Max(bottom, merge.Bottom);
        foreach (var merge in merges.Where(m => m.Top < row.Number && m.Bottom == row.Number && !columns.Contains(m.Left))) top = Math.Min(top, merge.Top);
        if (bottom == row.Number && HasPartsBelow(head, row, merges)) bottom++;
        return new HeaderPlace(top, bottom);
    }

    private static bool HasPartsBelow(SheetHead head, HeadRow row, List<CellRange> merges)
    {
        var wide = merges.Where(m => m.Top == row.Number && m.Bottom == row.Number && m.Right > m.Left).ToList();
        var below = head.Rows.Find(r => r.Number == row.Number + 1);
        if (wide.Count == 0 || below is null || below.Cells.Any(c => c.Kind != CellKind.Text)) return false;
        return below.Cells.All(c => wide.Any(m => c.Column >= m.Left && c.Column <= m.Right)) && row.Cells.Count > 1;
    }
}
