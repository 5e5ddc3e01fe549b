using CoCreateStudio.Domain.Access;
using CoCreateStudio.Features.Requirements.Blocks;
using CoCreateStudio.Features.Requirements.Import;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Clipboard;
using CoCreateStudio.Kit.Excel.Reading;
using CoCreateStudio.Kit.Ui.Table;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace CoCreateStudio.Features.Requirements;

// Blocks of cells: copied whole, also beyond what is in sight; pasted and cleared in one act.
public sealed partial class RequirementsPage
{
    private const int MostCopied = 5000;
    private static readonly IReadOnlyList<IReadOnlyList<SourceCell>> Blank = [[SourceCell.OfText(1, "")]];

    [Inject] private BlockStore Blocks { get; set; } = default!;

    private string? PicturesAddress => May(Right.EditRequirements) ? Urls.Area(ProjectKey, "requirements/{id}/pictures") : null;

    private async Task<ClipText?> CopyAsync(CellBlock block)
    {
        ClipText? clip = null;
        await DoAsync(async () => clip = await ReadBlockAsync(block));
        return clip;
    }

    // With nothing marked, ticked rows go as a whole; otherwise the one cell.
    private async Task<ClipText?> ReadBlockAsync(CellBlock block)
    {
        RequirementClip writer = new(_facts, Actor.TimeZone, Clock.GetUtcNow().UtcDateTime);
        if (!block.IsChosen && _selected.Count > 0) return writer.Of(await Rows.ReadWholeAsync(ProjectId, _filter, [.. _selected], Left), Shown);
        if (block.Lines > MostCopied)
        {
            Notices.Warn(string.Format(CultureInfo.CurrentCulture, RequirementsText.BlockTooTall, MostCopied));
            return null;
        }

        var rows = await Rows.ReadWholeAsync(ProjectId, _filter, _lines.Stretches(block.First, block.Lines), Left);
        return IsStill(block, [.. rows.Select(r => r.Id)]) ? writer.Of(rows, block.Columns) : null;
    }

    private async Task PasteAsync(CellBlock block, IReadOnlyList<IReadOnlyList<SourceCell>> cells)
    {
        if (cells.Count == 0) return;
        var fills = block.IsChosen && block.Lines % cells.Count == 0 && block.Columns.Count % cells.Max(c => c.Count) == 0;
        if (await TargetAsync(block, fills ? block.Lines : cells.Count) is not { } rows) return;
        BlockText text = new(rows, fills ? block.Columns : [.. Shown.SkipWhile(c => c != block.Columns[0])], cells, new(Actor.Today(Clock).Year), fills);
        if (await PlanAsync(text) is not { } plan) return;
        if (plan.IsNothing && plan.Beyond == 0) Notices.Warn(plan.PassedOver.Count == text.Width ? RequirementsText.BlockReadOnly : RequirementsText.BlockSame);
        else if (plan.IsPlain) await WriteAsync(plan, null, RequirementsText.Pasted);
        else await AskAsync(text, plan);
    }

    private async Task ClearAsync(CellBlock block)
    {
        if (await TargetAsync(block, block.Lines) is not { } rows || await PlanAsync(new(rows, block.Columns, Blank, DateChoice.None, Fills: true)) is not { } plan) return;
        if (plan.Refusals is [var refusal, ..]) Notices.Warn(refusal.Why);
        else if (plan.PassedOver.Count == block.Columns.Count) Notices.Warn(RequirementsText.BlockReadOnly);
        else if (!plan.IsNothing) await WriteAsync(plan, null, RequirementsText.Cleared);
    }

    /// <summary>The rows from the top of a block on; null when the table has moved under it.</summary>
    private async Task<IReadOnlyList<Guid>?> TargetAsync(CellBlock block, int height)
    {
        var stretches = block.IsChosen && height == block.Lines ? _lines.Stretches(block.First, block.Lines) : _lines.StretchesOfRows(block.First, Math.Min(height, BlockText.MostRows + 1));
        IReadOnlyList<Guid> rows = [];
        await DoAsync(async () => rows = await Rows.IdsAsync(ProjectId, _filter, stretches, Left));
        var chosen = block with { LastId = block.IsChosen && height == block.Lines ? block.LastId : null };
        return IsStill(chosen, rows) ? rows : null;
    }

    private bool IsStill(CellBlock block, IReadOnlyList<Guid> rows)
    {
        if (block.Holds(rows)) return true;
        Notices.Warn(RequirementsText.BlockMoved);
        return false;
    }

    private async Task<BlockPlan?> PlanAsync(BlockText text)
    {
        BlockPlan? plan = null;
        await DoAsync(async () => plan = await Blocks.PlanAsync(ProjectId, text, Left));
        return plan;
    }

    private async Task AskAsync(BlockText text, BlockPlan plan)
    {
        var answer = await Dialogs.OpenAsync<BlockDialog>(RequirementsText.PasteTitle, new()
        {
            [nameof(BlockDialog.First)] = plan,
            [nameof(BlockDialog.Facts)] = _facts,
            [nameof(BlockDialog.Heading)] = (string key) => _columns?.FirstOrDefault(c => c.Key == key)?.Heading() ?? key,
            [nameof(BlockDialog.CanAdd)] = May(Right.AddRequirements),
            [nameof(BlockDialog.Again)] = (DateChoice dates) => PlanAsync(text with { Dates = dates with { Year = text.Dates.Year } }),
        }, new DialogOptions { CloseDialogOnEsc = true, Width = "600px" }) as BlockAnswer;
        if (answer is not null) await WriteAsync(answer.Plan, answer.Reason, RequirementsText.Pasted);
    }

    private async Task WriteAsync(BlockPlan plan, string? reason, string said)
    {
        BlockOutcome? outcome = null;
        Board.Begin(this);
        var saved = await DoAsync(async () => outcome = await Blocks.WriteAsync(ProjectId, plan, reason, Left));
        Board.Forget(this);
        if (!saved) return;
        if (outcome!.Conflicts.Count > 0)
        {
            await SettleAsync(plan, outcome.Conflicts, reason, said);
            return;
        }

        Board.Saved();
        var rows = plan.Changes.Select(c => c.RowId).Distinct().Count();
        var text = string.Format(CultureInfo.CurrentCulture, said, plan.Changes.Count, rows);
        if (plan.NewRows.Count > 0) text += " · " + string.Format(CultureInfo.CurrentCulture, RequirementsText.PastedNew, plan.NewRows.Count);
        if (outcome.ActId is { } act) Tell(act, text);
    }

    // Somebody was faster: what they wrote is shown and stays, unless the person says otherwise; what no longer is there is left out.
    private async Task SettleAsync(BlockPlan plan, IReadOnlyList<CellConflict> conflicts, string? reason, string said)
    {
        var keep = await Dialogs.OpenAsync<BlockConflicts>(RequirementsText.BlockConflictTitle, new()
        {
            [nameof(BlockConflicts.Conflicts)] = conflicts,
            [nameof(BlockConflicts.Facts)] = _facts,
        }, new DialogOptions { CloseDialogOnEsc = true, Width = "600px" }) as bool?;
        if (keep is not { } mine) return;
        var theirs = conflicts.ToDictionary(c => (c.Mine.RowId, c.Mine.Field), c => c.Theirs);
        var changes = plan.Changes.Where(c => mine || !theirs.ContainsKey((c.RowId, c.Field)))
            .Select(c => theirs.TryGetValue((c.RowId, c.Field), out var now) ? c with { Old = now } : c).ToList();
        if (changes.Count + plan.NewRows.Count > 0) await WriteAsync(plan with { Changes = changes }, reason, said);
    }
}
