namespace CoCreateStudio.Kit.Ui.Table;

/// <summary>A block of cells: lines of the table from first to last, and columns by key.</summary>
/// <param name="FirstId">The row that stood in the first line when it was chosen; null where that was out of sight.</param>
/// <param name="IsChosen">Somebody marked it; otherwise it is the one cell that has the focus.</param>
public sealed record CellBlock(int First, int Last, Guid? FirstId, Guid? LastId, IReadOnlyList<string> Columns, bool IsChosen)
{
    public int Lines => Last - First + 1;

    /// <summary>Whether these rows are the ones that were chosen: a table may have moved under the block.</summary>
    public bool Holds(IReadOnlyList<Guid> rows) =>
        rows.Count > 0 && (FirstId is null || rows[0] == FirstId) && (LastId is null || rows[^1] == LastId);
}
