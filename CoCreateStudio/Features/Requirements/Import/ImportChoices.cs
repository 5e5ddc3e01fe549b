using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Features.Requirements.Import;

/// <summary>A cell by its sheet, row and field, as somebody mended it.</summary>
public readonly record struct MendedCell(int Sheet, int Row, RequirementField Field);

/// <summary>What a person chose about a file; kept when the file is read again for another choice.</summary>
public sealed class ImportChoices
{
    /// <summary>The facts above the tables that are not to fill empty cells.</summary>
    public HashSet<(int Sheet, string Label)> WithoutFacts { get; } = [];

    /// <summary>Where several sheets are taken and none has a category, its name is one.</summary>
    public bool SheetIsCategory { get; set; } = true;

    public DateChoice Dates { get; set; } = DateChoice.None;

    public Dictionary<MendedCell, string> Mended { get; } = [];

    /// <summary>Rows a person took in or left out, by sheet and row.</summary>
    public Dictionary<(int Sheet, int Row), bool> Wanted { get; } = [];
}
