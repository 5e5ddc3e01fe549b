using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.RoundTrip;
using CoCreateStudio.Features.Requirements.Import.Difference;
using CoCreateStudio.Kit.Excel.Reading;

namespace CoCreateStudio.Features.Requirements.Import;

/// <summary>What a row is, the ones that need somebody first.</summary>
public enum RowKind { Wrong, Twice, Changed, New, Same }

/// <summary>What becomes of a row.</summary>
public enum RowFate
{
    LeaveOut,

    /// <summary>A new requirement.</summary>
    Add,

    /// <summary>A new requirement that is marked as a duplicate of the one that is there.</summary>
    Link,

    /// <summary>What it says newly goes into the requirement that is there.</summary>
    Merge,
}

/// <summary>A value that was not taken: the cell it stands in, what it was meant for, what it says, and why not.</summary>
public sealed record CellProblem(string Cell, RequirementField Field, string Text, ImportProblem Problem);

/// <summary>One row of a file as it would be written: its fields as invariant text, what it is about, and what stands in the way.</summary>
public sealed class ImportRow(int sheet, int number)
{
    private readonly string?[] _values = new string?[RequirementFields.All.Count];
    private List<CellProblem>? _problems;
    private Dictionary<string, string>? _extra;

    /// <summary>The place of its sheet among those of the file.</summary>
    public int Sheet => sheet;

    public int Number => number;

    public string? this[RequirementField field]
    {
        get => _values[(int)field];
        set => _values[(int)field] = string.IsNullOrWhiteSpace(value) ? null : value;
    }

    /// <summary>Where its cells come from; null for a row made without a table.</summary>
    public RowOrigin? Origin { get; init; }

    /// <summary>The hidden key of our own export.</summary>
    public Guid? Key { get; set; }

    /// <summary>What may be our number, such as 58 or R-58.</summary>
    public int? OurNumber { get; set; }

    /// <summary>It stands in a sheet that we made.</summary>
    public bool IsOurs => Origin?.IsOurs == true;

    public IReadOnlyList<CellProblem> Problems => [.. _problems ?? [], .. Refused is null ? [] : new[] { Refused }];

    /// <summary>The change that a rule refuses.</summary>
    public CellProblem? Refused { get; set; }

    /// <summary>What has no field of its own, by heading.</summary>
    public IReadOnlyDictionary<string, string> Extra => _extra ?? [];

    public IReadOnlyList<SourcePicture> Pictures { get; set; } = [];

    public IReadOnlyList<string> Links { get; set; } = [];

    public RowMatch Match { get; set; }

    /// <summary>How near the words are, from 0 to 1.</summary>
    public double Alike { get; set; }

    /// <summary>The earlier row of the file that says the same.</summary>
    public int? SameAsRow { get; set; }

    /// <summary>The requirement it is about, as it was when the row was compared.</summary>
    public TodaysRow? Today { get; set; }

    /// <summary>Cell by cell, what it says differently from the requirement.</summary>
    public IReadOnlyList<CellChange> Changes { get; set; } = [];

    /// <summary>Those of its pictures and links that the requirement does not have.</summary>
    public IReadOnlyList<SourcePicture> NewPictures { get; set; } = [];

    public IReadOnlyList<string> NewLinks { get; set; } = [];

    /// <summary>The pictures and links that are written with it.</summary>
    public IReadOnlyList<SourcePicture> PicturesToWrite => Fate == RowFate.Merge ? NewPictures : Pictures;

    public IReadOnlyList<string> LinksToWrite => Fate == RowFate.Merge ? NewLinks : Links;

    /// <summary>What it is in a table that we sent and that came back; null in any other file.</summary>
    public MergedRow? Returned { get; set; }

    /// <summary>Whose words go into the requirement that is there.</summary>
    public Side By => Returned?.Kind == ReturnedKind.Known ? Side.Customer : Side.Us;

    /// <summary>What a person said of this row.</summary>
    public RowFate? Chosen { get; set; }

    /// <summary>It is a row of ours come back, and no other that reads alike.</summary>
    public bool IsKnown => Match is RowMatch.Key or RowMatch.Number;

    public bool BringsSomething => Changes.Count + NewPictures.Count + NewLinks.Count > 0;

    public RowKind Kind => this switch
    {
        { _problems.Count: > 0 } or { Refused: not null } => RowKind.Wrong,
        { IsKnown: true } => BringsSomething ? RowKind.Changed : RowKind.Same,
        { Match: not RowMatch.None } or { SameAsRow: not null } => RowKind.Twice,
        _ => RowKind.New,
    };

    /// <summary>What becomes of it if nothing is in the way: a row that says exactly what one that is there says stays out until somebody wants it twice.</summary>
    public RowFate Fate => this switch
    {
        { IsKnown: true } => !BringsSomething || Chosen == RowFate.LeaveOut ? RowFate.LeaveOut : RowFate.Merge,
        { Match: RowMatch.SameWords } => Chosen ?? RowFate.LeaveOut,
        _ => Chosen ?? RowFate.Add,
    };

    /// <summary>It will be written; what is wrong never is.</summary>
    public bool IsTaken => Kind != RowKind.Wrong && (Fate is RowFate.Add or RowFate.Link || Fate == RowFate.Merge && MergesSomething);

    /// <summary>How much text it holds.</summary>
    public int Letters => _values.Sum(v => v?.Length ?? 0) + (_extra?.Sum(e => e.Value.Length) ?? 0);

    /// <summary>What it will be called.</summary>
    public string? Title => this[RequirementField.Title] ?? Requirement.TitleOf(this[RequirementField.Description]);

    private bool MergesSomething => Changes.Any(c => c.Taken) || NewPictures.Count + NewLinks.Count > 0;

    /// <summary>The file has a column for the field, and an empty cell in it says that the field is empty.</summary>
    public bool Empties(RequirementField field) => Match == RowMatch.Key && Origin is { IsOurs: true } origin && origin.Columns.ContainsKey(field.ToString());

    /// <summary>The cell that holds a field, or a column kept beside, such as G17.</summary>
    public string CellOf(string name) => Origin?.Columns.GetValueOrDefault(name) is { } letter ? letter + number.ToString(CultureInfo.InvariantCulture) : "";

    public void Refuse(CellProblem problem) => (_problems ??= []).Add(problem);

    public void Settle(CellProblem problem) => _problems?.Remove(problem);

    /// <summary>It is about none that is there after all.</summary>
    public void Forget() => (Match, Alike, Today, Changes, NewPictures, NewLinks, Refused) = (RowMatch.None, 0, null, [], [], [], null);

    public void Keep(string heading, string text)
    {
        _extra ??= [];
        if (!_extra.TryAdd(heading, text)) _extra[heading] += "\n" + text;
    }

    /// <summary>Puts a text below what the field already says.</summary>
    public void Append(RequirementField field, string text) => this[field] = this[field] is { } before ? before + "\n" + text : text;
}

/// <summary>What the rows of one table have in common.</summary>
/// <param name="IsOurs">The sheet was made by one of our exports.</param>
/// <param name="Columns">The letter of the column for each field, and for each heading that is kept beside.</param>
public sealed record RowOrigin(bool IsOurs, IReadOnlyDictionary<string, string> Columns);
