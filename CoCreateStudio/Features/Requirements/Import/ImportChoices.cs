using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Features.Requirements.Import;

/// <summary>A cell by its sheet, row and field, as somebody mended it.</summary>
public readonly record struct MendedCell(int Sheet, int Row, RequirementField Field);

/// <summary>A change of a row: a field by its name, or the heading of a column kept beside.</summary>
public readonly record struct ChosenCell(int Sheet, int Row, string Name);

/// <summary>What a person chose about a file; kept when the file is read again for another choice.</summary>
public sealed class ImportChoices
{
    /// <summary>The facts above the tables that are not to fill empty cells.</summary>
    public HashSet<(int Sheet, string Label)> WithoutFacts { get; } = [];

    /// <summary>Where several sheets are taken and none has a category, its name is one.</summary>
    public bool SheetIsCategory { get; set; } = true;

    public DateChoice Dates { get; set; } = DateChoice.None;

    public Dictionary<MendedCell, string> Mended { get; } = [];

    /// <summary>What shall become of rows, by sheet and row.</summary>
    public Dictionary<(int Sheet, int Row), RowFate> Fates { get; } = [];

    /// <summary>Changes a person took or did not take.</summary>
    public Dictionary<ChosenCell, bool> Cells { get; } = [];
}
