namespace CoCreateStudio.Kit.Excel.Reading.Tables;

/// <summary>Looks at the first rows of every sheet and says what it understood.</summary>
public sealed class TableFinder
{
    private readonly HeadingMatcher _matcher;
    private readonly HeaderFinder _headers;
    private readonly FactFinder _facts;
    private readonly ColumnMapper _columns;

    public TableFinder(ImportWords words)
    {
        _matcher = new HeadingMatcher(words);
        _headers = new HeaderFinder(_matcher);
        _facts = new FactFinder(_matcher);
        _columns = new ColumnMapper(words, _matcher);
    }

    /// <summary>One answer per sheet, in the order of the file.</summary>
    public IReadOnlyList<FoundTable> Find(SourceBook book)
    {
        var tables = book.Sheets.Select(Find).ToList();
        SetAside(tables, t => !HasEssence(t), SheetVerdict.OffTopic);
        SetAside(tables, IsOtherKind, SheetVerdict.OtherKind);
        return tables;
    }

    /// <summary>Reads a sheet the way a person says: with this heading row, or 0 for none.</summary>
    public FoundTable FindAt(SourceSheet sheet, int headerRow)
    {
        var head = new SheetHead(sheet);
        return Table(head, headerRow == 0 ? HeaderPlace.Missing : HeaderFinder.Spread(head, headerRow));
    }

    private FoundTable Find(SourceSheet sheet)
    {
        if (sheet.Hidden) return new FoundTable(sheet, SheetVerdict.Hidden);
        if (sheet.Layout.HasPivot) return new FoundTable(sheet, SheetVerdict.Pivot);
        var head = new SheetHead(sheet);
        if (head.Rows.Count == 0) return new FoundTable(sheet, sheet.Layout.Pictures.Count > 0 ? SheetVerdict.PicturesOnly : SheetVerdict.Empty);
        var header = _headers.Find(head);
        return header.Found || HeaderFinder.CountsWithoutHeader(head) ? Table(head, header) : new FoundTable(sheet, SheetVerdict.NoTable);
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

    private bool IsOtherKind(FoundTable table) => table.Columns.Count(c => _matcher.IsAside(c.Heading)) >= 2;
}
