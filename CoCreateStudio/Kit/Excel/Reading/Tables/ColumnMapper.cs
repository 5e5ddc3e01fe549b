namespace CoCreateStudio.Kit.Excel.Reading.Tables;

/// <summary>Decides what each column of a table holds: first by its heading, then by what stands in it.</summary>
internal sealed class ColumnMapper(ImportWords words, HeadingMatcher matcher)
{
    private const double NothingBelow = 45;
    private const int Samples = 3;
    private const int WidestHeading = 50;

    public List<FoundColumn> Map(SheetHead head, HeaderPlace header)
    {
        var firstData = header.Bottom + 1;
        var columns = Headings(head, header);
        var byHeading = ByHeading(head, columns, firstData);
        var guess = new ColumnGuess(words, head, firstData, header.Found);
        return [.. columns.Select(c => byHeading.GetValueOrDefault(c.Column, Unmatched(c)))
            .Select(c => c.Heading.Length == 0 ? guess.Guess(c, byHeading.Values) : c)
            .Select(c => c with { Samples = SamplesOf(head, c.Column, firstData) })];
    }

    private FoundColumn Unmatched((int Column, string Heading) column)
    {
        var reason = matcher.Match(column.Heading).Any() ? MappingReason.OtherColumnFitsBetter : MappingReason.NothingFits;
        return new FoundColumn(column.Column, column.Heading, null, MappingConfidence.None, reason);
    }

    // Every column with a heading, and those without one that hold something a person can see.
    private static List<(int Column, string Heading)> Headings(SheetHead head, HeaderPlace header)
    {
        var headings = new SortedDictionary<int, string>();
        var merges = head.Sheet.Layout.Merges.Where(m => m.Top >= header.Top && m.Top <= header.Bottom).ToLookup(m => (m.Top, m.Left));
        foreach (var row in head.Rows.Where(r => header.Found && r.Number >= header.Top && r.Number <= header.Bottom))
        {
            foreach (var cell in row.Cells) AddHeading(headings, merges[(row.Number, cell.Column)].FirstOrDefault(), row.Number < header.Bottom, cell);
        }

        var hidden = head.Sheet.Layout.HiddenColumns;
        var filled = head.FilledColumns(header.Bottom + 1);
        var pictured = head.Sheet.Layout.Pictures.Where(p => p.Row > header.Bottom && !p.ZeroSize && !p.Preview).Select(p => p.Column);
        foreach (var column in filled.Concat(pictured).Distinct().Where(c => !hidden.Contains(c))) headings.TryAdd(column, "");
        return [.. headings.Select(h => (h.Key, h.Value))];
    }

    // A word over several columns says less than the words below it.
    private static void AddHeading(SortedDictionary<int, string> headings, CellRange merge, bool wordsBelow, SourceCell cell)
    {
        var text = Heading.Shown(cell.Text);
        if (text.Length == 0) return;
        var last = wordsBelow ? Math.Min(Math.Max(merge.Right, cell.Column), cell.Column + WidestHeading) : cell.Column;
        for (var column = cell.Column; column <= last; column++) headings[column] = text;
    }

    private Dictionary<int, FoundColumn> ByHeading(SheetHead head, List<(int Column, string Heading)> columns, int firstData)
    {
        var offers = columns
            .SelectMany(c => matcher.Match(c.Heading).Select(m => (c.Column, c.Heading, Match: m)))
            .Select(o => (o.Column, o.Heading, o.Match, Score: o.Match.Score - (head.Values(o.Column, firstData).Any() ? 0 : NothingBelow)))
            .OrderByDescending(o => o.Score);
        var found = new Dictionary<int, FoundColumn>();
        var taken = new HashSet<string>();
        foreach (var (column, heading, match, _) in offers)
        {
            if (found.ContainsKey(column)) continue;
            var fits = Fits(match.Target, head, column, firstData);
            if (!fits) found[column] = new FoundColumn(column, heading, null, MappingConfidence.None, MappingReason.ValuesDoNotFit);
            else if (taken.Add(match.Target.Key) || match.Target.Many && match.Score > HeadingMatcher.Weak) found[column] = new FoundColumn(column, heading, match.Target, ConfidenceOf(match.Reason), match.Reason);
        }

        return found;
    }

    // Numbers of rows are whole and short.
    private static bool Fits(ImportTarget target, SheetHead head, int column, int firstData) =>
        target.Role != TargetRole.Number || head.Values(column, firstData).All(c => c.Kind != CellKind.Date && (c.Number is null || c.Number == Math.Floor(c.Number.Value)));

    private static MappingConfidence ConfidenceOf(MappingReason reason) => reason switch
    {
        MappingReason.SameWords => MappingConfidence.Sure,
        MappingReason.BeforeBracket or MappingReason.OftenMeans => MappingConfidence.Likely,
        _ => MappingConfidence.Ask,
    };

    private static List<string> SamplesOf(SheetHead head, int column, int firstData) =>
        [.. head.Values(column, firstData).Select(c => c.Text.Trim()).Where(t => t.Length > 0).Distinct().Take(Samples)];
}
