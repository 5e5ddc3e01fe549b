namespace CoCreateStudio.Kit.Excel.Reading.Tables;

/// <summary>What part a target plays in finding rows.</summary>
public enum TargetRole
{
    Plain,

    /// <summary>Counts the rows; a row with nothing but its number is no row.</summary>
    Number,

    /// <summary>Without it a row says nothing: the description of an issue, the points of a meeting.</summary>
    Essence,

    Picture,

    /// <summary>Takes what has no heading and fits nowhere else, such as a link.</summary>
    Note,
}

/// <summary>Something a column may hold, and the headings people give it, the most telling first.</summary>
public sealed record ImportTarget(string Key, TargetRole Role, IReadOnlyList<string> Words)
{
    /// <summary>Headings that mean this only when no better column does.</summary>
    public IReadOnlyList<string> WeakWords { get; init; } = [];

    /// <summary>Several columns may hold it, such as two columns of screenshots.</summary>
    public bool Many { get; init; }
}

/// <summary>The vocabulary of one import.</summary>
/// <param name="Targets">Where two targets fit equally, the first is taken.</param>
/// <param name="AsideWords">Headings that mark a sheet as something else, such as test cases beside an issue list.</param>
/// <param name="HelpNames">Names of sheets that explain a table or hold the values of its lists.</param>
public sealed record ImportWords(IReadOnlyList<ImportTarget> Targets, IReadOnlyList<string> AsideWords, IReadOnlyList<string> HelpNames);
