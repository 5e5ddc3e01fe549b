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

    /// <summary>In the reader's language.</summary>
    public string Why => MappingWords.Of(Reason);
}

/// <summary>A label with its value above the table, such as 提出人：李四, offered for every row.</summary>
public sealed record FoundFact(string Label, string Value, DateTime? Date, ImportTarget? Target, int Row);

/// <summary>What was understood of one sheet. A person may change it with "with" before it is read.</summary>
public sealed record FoundTable(SourceSheet Sheet, SheetVerdict Verdict)
{
    /// <summary>The last row of the heading; 0 when the table has none.</summary>
    public int HeaderRow { get; init; }

    public int FirstDataRow { get; init; } = 1;

    public IReadOnlyList<FoundColumn> Columns { get; init; } = [];

    public IReadOnlyList<FoundFact> Facts { get; init; } = [];

    public bool Used => Verdict == SheetVerdict.Used;

    public string Why => MappingWords.Of(Verdict);

    public FoundColumn? ColumnFor(string key) => Columns.FirstOrDefault(c => c.Target?.Key == key);
}
