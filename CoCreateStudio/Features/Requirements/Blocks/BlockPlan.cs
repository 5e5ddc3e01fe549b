using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Import;
using CoCreateStudio.Kit.Excel.Reading;

namespace CoCreateStudio.Features.Requirements.Blocks;

/// <summary>Cells that are to be put into the table, and where: rows by id, columns by key.</summary>
/// <param name="Fills">The cells are repeated over all rows and columns instead of standing there once.</param>
public sealed record BlockText(
    IReadOnlyList<Guid> Rows, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<SourceCell>> Cells, DateChoice Dates, bool Fills = false)
{
    /// <summary>More rows than this are an import.</summary>
    public const int MostRows = 2000;

    public int Height => Fills ? Rows.Count : Cells.Count;

    public int Width => Fills ? Columns.Count : Cells.Max(r => r.Count);

    public SourceCell this[int row, int column]
    {
        get
        {
            var cells = Cells[Fills ? row % Cells.Count : row];
            var at = Fills ? column % Math.Max(1, Cells.Max(r => r.Count)) : column;
            return at < cells.Count ? cells[at] : SourceCell.OfText(column + 1, "");
        }
    }
}

/// <summary>One cell that will change: what stands there, and what shall.</summary>
public sealed record CellChange(Guid RowId, int Number, RequirementField Field, string? Old, string? New, string? Reason = null);

/// <summary>A cell that cannot be taken: where, what stood in it, and why.</summary>
/// <param name="Row">The number of the requirement; null for a new row, which is <paramref name="Line"/> of the block.</param>
public sealed record CellRefusal(int? Row, int Line, RequirementField Field, string Text, string Why);

/// <summary>What putting a block into the table would do. Nothing is written as long as a cell is refused.</summary>
public sealed record BlockPlan
{
    public IReadOnlyList<CellChange> Changes { get; init; } = [];

    /// <summary>Rows of the block for which there is none in the table.</summary>
    public IReadOnlyList<IReadOnlyDictionary<RequirementField, string?>> NewRows { get; init; } = [];

    public IReadOnlyList<CellRefusal> Refusals { get; init; } = [];

    /// <summary>Columns that nobody writes, such as the age; they are passed over.</summary>
    public IReadOnlyList<string> PassedOver { get; init; } = [];

    /// <summary>How many columns of the block stand beyond the last one of the table.</summary>
    public int Beyond { get; init; }

    /// <summary>A status wants a reason and the block brings none.</summary>
    public bool NeedsReason { get; init; }

    /// <summary>A date can be read with the day or with the month first.</summary>
    public bool NeedsOrder { get; init; }

    public bool IsNothing => Changes.Count == 0 && NewRows.Count == 0 && Refusals.Count == 0;

    /// <summary>One cell and no question: written at once, with undo.</summary>
    public bool IsPlain => Changes.Count <= 1 && NewRows.Count == 0 && Refusals.Count == 0 && !NeedsReason && Beyond == 0 && PassedOver.Count == 0;
}

/// <summary>What became of a block: the act it was saved as, or cells that somebody else had changed meanwhile, and then nothing was written.</summary>
public sealed record BlockOutcome(Guid? ActId, IReadOnlyList<CellConflict> Conflicts);

/// <summary>A cell in which stands what neither side of the change knows.</summary>
public sealed record CellConflict(CellChange Mine, string? Theirs);
