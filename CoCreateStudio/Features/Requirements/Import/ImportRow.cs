using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Kit.Excel.Reading;

namespace CoCreateStudio.Features.Requirements.Import;

public enum RowKind { Wrong, Twice, New }

/// <summary>A value that was not taken: the cell it stands in, what it was meant for, what it says, and why not.</summary>
public sealed record CellProblem(string Cell, RequirementField Field, string Text, ImportProblem Problem);

/// <summary>The same words in a requirement that is there, or in an earlier row of the file.</summary>
public readonly record struct SameWords(int? Requirement, int? Row);

/// <summary>One row of a file as it would be written: its fields as invariant text, and what stands in the way.</summary>
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

    public IReadOnlyList<CellProblem> Problems => _problems ?? [];

    /// <summary>What has no field of its own, by heading.</summary>
    public IReadOnlyDictionary<string, string> Extra => _extra ?? [];

    public IReadOnlyList<SourcePicture> Pictures { get; set; } = [];

    public IReadOnlyList<string> Links { get; set; } = [];

    public SameWords? Twice { get; set; }

    /// <summary>What a person said of this row: in or out.</summary>
    public bool? Wanted { get; set; }

    public RowKind Kind => _problems is { Count: > 0 } ? RowKind.Wrong : Twice is null ? RowKind.New : RowKind.Twice;

    /// <summary>A row that is there already stays out until somebody wants it twice; what is wrong never goes in.</summary>
    public bool IsTaken => Kind switch
    {
        RowKind.Wrong => false,
        RowKind.Twice => Wanted ?? Twice?.Requirement is null,
        _ => Wanted ?? true,
    };

    /// <summary>What it will be called.</summary>
    public string? Title => this[RequirementField.Title] ?? Requirement.TitleOf(this[RequirementField.Description]);

    public void Refuse(CellProblem problem) => (_problems ??= []).Add(problem);

    public void Settle(CellProblem problem) => _problems?.Remove(problem);

    public void Keep(string heading, string text)
    {
        _extra ??= [];
        if (!_extra.TryAdd(heading, text)) _extra[heading] += "\n" + text;
    }

    /// <summary>Puts a text below what the field already says.</summary>
    public void Append(RequirementField field, string text) => this[field] = this[field] is { } before ? before + "\n" + text : text;
}
