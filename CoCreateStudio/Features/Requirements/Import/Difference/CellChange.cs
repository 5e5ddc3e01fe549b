using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Features.Requirements.Import.Difference;

/// <summary>What our own export said in a cell; null inside where the cell was empty.</summary>
public sealed record ExportedCell(string? Value);

/// <summary>One cell of a file that says something else than the requirement does today.</summary>
/// <param name="Field">Null for a column that has no field of its own and is kept beside.</param>
/// <param name="Name">The field's name, or the heading of the column that is kept beside; the same in every language.</param>
/// <param name="Old">Today's value, as invariant text.</param>
/// <param name="New">The file's value, or both together where texts are put below each other.</param>
public sealed record CellChange(RequirementField? Field, string Name, string? Old, string? New)
{
    /// <summary>What the file said when it left us, where that is known.</summary>
    public ExportedCell? Exported { get; init; }

    /// <summary>Changed on both sides since the file left us.</summary>
    public bool IsConflict => Exported is { } was && was.Value != Old;

    /// <summary>It will be written.</summary>
    public bool Taken { get; set; }
}
