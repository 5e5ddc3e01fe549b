namespace CoCreateStudio.Kit.Excel.Reading;

public readonly record struct CellRange(int Top, int Left, int Bottom, int Right)
{
    public bool Holds(int row, int column) => row >= Top && row <= Bottom && column >= Left && column <= Right;
}

public sealed record CellLink(int Row, int Column, string Address);

public sealed record CellComment(int Row, int Column, string Text);

/// <summary>A document attached to the sheet, which is reported and not imported.</summary>
public sealed record SourceAttachment(string Name, string Kind);

/// <summary>Everything around the cells of a sheet.</summary>
public sealed record SheetLayout
{
    public static readonly SheetLayout Bare = new();

    public IReadOnlyList<CellRange> Merges { get; init; } = [];

    public IReadOnlySet<int> HiddenColumns { get; init; } = new HashSet<int>();

    public IReadOnlyList<CellLink> Links { get; init; } = [];

    public IReadOnlyList<CellComment> Comments { get; init; } = [];

    /// <summary>Pictures floating over the sheet. Those inside a cell come with the cell.</summary>
    public IReadOnlyList<SourcePicture> Pictures { get; init; } = [];

    public IReadOnlyList<SourceAttachment> Attachments { get; init; } = [];

    public bool HasPivot { get; init; }
}
