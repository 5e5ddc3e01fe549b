namespace CoCreateStudio.Kit.Excel.Reading.Tables;

public enum MappingConfidence
{
    /// <summary>Not understood; the column stays beside the record as it is.</summary>
    None,

    /// <summary>A guess a person must confirm.</summary>
    Ask,
    Likely,
    Sure,
}

public enum MappingReason
{
    NothingFits,
    SameWords,
    BeforeBracket,
    OftenMeans,
    SimilarWords,
    OtherColumnFitsBetter,
    ValuesDoNotFit,
    CountsUp,
    FirstText,
    HoldsPictures,
    HoldsLinks,
    Chosen,

    /// <summary>We wrote the column ourselves.</summary>
    OurOwn,
    LastTime,
}

public enum SheetVerdict
{
    Used,
    Hidden,
    Empty,
    PicturesOnly,
    Pivot,
    NoTable,

    /// <summary>Nothing in it fits, while another sheet does: a help sheet, a list of values.</summary>
    OffTopic,

    /// <summary>Test cases and the like, while another sheet is the list looked for.</summary>
    OtherKind,
}

/// <summary>A column of the file and what it was taken for.</summary>
public sealed record FoundColumn(int Column, string Heading, ImportTarget? Target, MappingConfidence Confidence, MappingReason Reason)
{
    public string Letter => CellName.Letters(Column);

    public IReadOnlyList<string> Samples { get; init; } = [];

    /// <summary>More than the reason says by itself, such as who chose it the last time.</summary>
    public string? Remark { get; init; }

    /// <summary>In the reader's language.</summary>
    public string Why => Remark ?? MappingWords.Of(Reason);
}

/// <summary>A label with its value above the table, such as 提出人：李四, offered for every row.</summary>
public sealed record FoundFact(string Label, string Value, DateTime? Date, ImportTarget? Target, int Row);

/// <summary>What was understood of one sheet. A person may change it with "with" before it is read.</summary>
public sealed record FoundTable(SourceSheet Sheet, SheetVerdict Verdict)
{
    private static readonly (int First, int Last) WholeSheet = (0, int.MaxValue);

    /// <summary>The last row of the heading; 0 when the table has none.</summary>
    public int HeaderRow { get; init; }

    public int FirstDataRow { get; init; } = 1;

    /// <summary>Where the sheet holds several tables: the part of it that is this one, with what stands above its heading.</summary>
    public (int First, int Last) Part { get; init; } = WholeSheet;

    public IReadOnlyList<FoundColumn> Columns { get; init; } = [];

    public IReadOnlyList<FoundFact> Facts { get; init; } = [];

    public bool IsPart => Part != WholeSheet;

    public bool Used => Verdict == SheetVerdict.Used;

    public string Why => MappingWords.Of(Verdict);

    /// <summary>Whether a picture, link or comment in this row is the table's.</summary>
    public bool Holds(int row) => row >= Part.First && row <= Part.Last;

    public FoundColumn? ColumnFor(string key) => Columns.FirstOrDefault(c => c.Target?.Key == key);
}
