namespace CoCreateStudio.Kit.Excel.Reading.Tables;

/// <summary>Looks at the first rows of every sheet and says what it understood.</summary>
public sealed class TableFinder
{
    private const int KnownDepth = 20;

    private readonly HeadingMatcher _matcher;
    private readonly HashSet<string> _helpNames;
    private readonly HeaderFinder _headers;
    private readonly FactFinder _facts;
    private readonly ColumnMapper _columns;

    public TableFinder(ImportWords words)
    {
        _matcher = new HeadingMatcher(words);
        _helpNames = words.HelpNames.Select(Heading.Normal).ToHashSet();
        _headers = new HeaderFinder(_matcher);
        _facts = new FactFinder(_matcher);
        _columns = new ColumnMapper(words, _matcher);
    }

    /// <summary>One answer per sheet, in the order of the file; a sheet with several tables gives one for each.</summary>
    public IReadOnlyList<FoundTable> Find(SourceBook book)
    {
        var tables = book.Sheets.SelectMany(Find).ToList();
        SetAside(tables, t => !HasEssence(t) || IsHelp(t), SheetVerdict.OffTopic);
        SetAside(tables, IsOtherKind, SheetVerdict.OtherKind);
        return tables;
    }

    /// <summary>Reads a table the way a person says: with this heading row, or 0 for none.</summary>
    public FoundTable FindAt(FoundTable table, int headerRow)
    {
        var head = new SheetHead(table.Sheet).Between(table.Part.First, table.Part.Last);
        return Table(head, headerRow == 0 ? HeaderPlace.Missing : HeaderFinder.Spread(head, headerRow)) with { Part = table.Part };
    }

    /// <summary>The table with the first heading row by which somebody knows it, or null.</summary>
    public FoundTable? FindKnown(FoundTable table, Predicate<FoundTable> isKnown)
    {
        var head = new SheetHead(table.Sheet).Between(table.Part.First, table.Part.Last);
        return head.Rows.Take(KnownDepth).Where(r => r.Cells.Count > 1).Select(r => Table(head, HeaderFinder.Spread(head, r.Number)) with { Part = table.Part }).FirstOrDefault(t => isKnown(t));
    }

    private IEnumerable<FoundTable> Find(SourceSheet sheet)
    {
        if (sheet.Hidden) return [new FoundTable(sheet, SheetVerdict.Hidden)];
        if (sheet.Layout.HasPivot) return [new FoundTable(sheet, SheetVerdict.Pivot)];
        var head = new SheetHead(sheet);
        if (head.Rows.Count == 0) return [new FoundTable(sheet, sheet.Layout.Pictures.Count > 0 ? SheetVerdict.PicturesOnly : SheetVerdict.Empty)];
        var header = _headers.Find(head);
        if (!header.Found) return [HeaderFinder.CountsWithoutHeader(head) ? Table(head, header) : new FoundTable(sheet, SheetVerdict.NoTable)];
        int[] further = [.. _headers.FurtherTables(head, header)];
        return further.Length == 0 ? [Table(head, header)] : Parts(head, further);
    }

    private IEnumerable<FoundTable> Parts(SheetHead head, int[] further)
    {
        int[] starts = [1, .. further];
        for (var i = 0; i < starts.Length; i++)
        {
            var part = (First: starts[i], Last: i + 1 < starts.Length ? starts[i + 1] - 1 : int.MaxValue);
            var rows = head.Between(part.First, part.Last);
            yield return Table(rows, _headers.Find(rows)) with { Part = part };
        }
    }

    private FoundTable Table(SheetHead head, HeaderPlace header) => new(head.Sheet, SheetVerdict.Used)
    {
        HeaderRow = header.Bottom,
        FirstDataRow = header.Found ? header.Bottom + 1 : head.Rows.FirstOrDefault()?.Number ?? 1,
        Columns = _columns.Map(head, header),
        Facts = header.Found ? _facts.Find(head, header.Top) : [],
    };

    // Only where a better sheet is left: a file of nothing but test cases is what the sender wants imported.
    private static void SetAside(List<FoundTable> tables, Predicate<FoundTable> unfit, SheetVerdict verdict)
    {
        if (!tables.Exists(t => t.Used && !unfit(t))) return;
        for (var i = 0; i < tables.Count; i++)
        {
            if (tables[i].Used && unfit(tables[i])) tables[i] = tables[i] with { Verdict = verdict };
        }
    }

    private static bool HasEssence(FoundTable table) => table.Columns.Any(c => c.Target?.Role == TargetRole.Essence);

    // Named so, or a heading that only often means what is looked for, with nothing beside it but remarks: steps and what to do in them.
    private bool IsHelp(FoundTable table) => _helpNames.Contains(Heading.Normal(table.Sheet.Name))
        || table.Columns.Where(c => c.Target?.Role == TargetRole.Essence).All(c => c.Reason is MappingReason.OftenMeans or MappingReason.SimilarWords)
        && table.Columns.All(c => c.Target is null or { Role: TargetRole.Essence or TargetRole.Note });

    private bool IsOtherKind(FoundTable table) => table.Columns.Count(c => _matcher.IsAside(c.Heading)) >= 2;
}
