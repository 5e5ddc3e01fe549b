using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Kit.Live;
using CoCreateStudio.Kit.Ui;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace CoCreateStudio.Features.Requirements;

// What people do on the page; each act can be taken back from its own message or with Ctrl+Z.
public sealed partial class RequirementsPage
{
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(500);
    private TimeSpan _counting;

    [Inject] private DialogService Dialogs { get; set; } = default!;
    [Inject] private SaveBoard Board { get; set; } = default!;

    private async Task CommitAsync(Guid id, string column, string? value)
    {
        if (RequirementColumns.FieldOf(column) is not { } field) return;
        var row = _table?.Shown.FirstOrDefault(r => r.Id == id) ?? (await Rows.ReadAsync(ProjectId, [id], withTexts: false, Left)).SingleOrDefault();
        if (row is null) return;

        // What was saved comes back through the live hub; what was not is shown as it is.
        if (!await ChangeAsync(row.Id, row.Number, field, row.Read(field), value)) await RefreshAsync([id]);
    }

    private async Task SaveViewAsync(RequirementField field, string? seen, string? value)
    {
        if (_view is not { } view) return;
        await ChangeAsync(view.Id, view.Number, field, seen, value);
        await ReloadViewAsync();
    }

    // Somebody else's text comes back as the field's value; the field then shows both and asks.
    private async Task WriteViewAsync(RequirementField field, string? seen, string? value)
    {
        if (_view is not { } view) return;
        var outcome = await Store.ChangeAsync(ProjectId, view.Id, field, seen, value, ct: Left);
        _lastAct = outcome.ActId ?? _lastAct;
        await ReloadViewAsync();
    }

    private async Task<bool> ChangeAsync(Guid id, int number, RequirementField field, string? seen, string? value)
    {
        var (goOn, reason) = await ReasonAsync(field, value);
        if (!goOn) return false;
        ChangeOutcome? outcome = null;
        Board.Begin(this);
        var saved = await DoAsync(async () => outcome = await Store.ChangeAsync(ProjectId, id, field, seen, value, reason, Left));
        if (saved && outcome is { IsConflict: false }) Board.End(this, saved: true);
        else Board.Forget(this);
        if (!saved) return false;
        if (outcome!.IsConflict) return await SettleAsync(id, number, field, outcome.Theirs, value);
        _lastAct = outcome.ActId ?? _lastAct;
        return outcome.ActId is not null;
    }

    /// <summary>Asks why, where the new status wants to know; without an answer nothing is changed.</summary>
    private async Task<(bool GoOn, string? Reason)> ReasonAsync(RequirementField field, string? value)
    {
        if (field != RequirementField.Status || !Enum.TryParse<RequirementStatus>(value, out var status) || !status.NeedsReason()) return (true, null);
        var title = string.Format(CultureInfo.CurrentCulture, RequirementsText.ReasonFor, status.Word());
        var reason = await Dialogs.OpenAsync<ReasonDialog>(title, [], new DialogOptions { CloseDialogOnEsc = true, Width = "420px" }) as string;
        return (reason is not null, reason);
    }

    private async Task<bool> SettleAsync(Guid id, int number, RequirementField field, string? theirs, string? mine)
    {
        var keep = await Dialogs.OpenAsync<ConflictDialog>($"R-{number} · {field.Word()}", new()
        {
            [nameof(ConflictDialog.Theirs)] = field.Say(theirs, _facts, Actor.TimeZone),
            [nameof(ConflictDialog.Mine)] = field.Say(mine, _facts, Actor.TimeZone),
        }, new DialogOptions { Width = "460px" }) is true;
        return keep && await ChangeAsync(id, number, field, theirs, mine);
    }

    private async Task ChangeSelectedAsync((RequirementField Field, string? Value) change)
    {
        var (goOn, reason) = await ReasonAsync(change.Field, change.Value);
        if (!goOn) return;
        Guid[] ids = [.. _selected];
        Guid act = default;
        if (!await DoAsync(async () => act = await Store.ChangeManyAsync(ProjectId, ids, change.Field, change.Value, reason, Left))) return;
        Tell(act, string.Format(CultureInfo.CurrentCulture, RequirementsText.ChangedMany, ids.Length, change.Field.Word(), change.Field.Say(change.Value, _facts, Actor.TimeZone) ?? RequirementsText.Emptied));
    }

    private async Task ArchiveSelectedAsync()
    {
        Guid[] ids = [.. _selected];
        var restoring = _filter.Archived;
        Guid act = default;
        if (!await DoAsync(async () => act = restoring ? await Store.RestoreAsync(ProjectId, ids, Left) : await Store.ArchiveAsync(ProjectId, ids, Left))) return;
        _selected.Clear();
        Tell(act, string.Format(CultureInfo.CurrentCulture, restoring ? RequirementsText.RestoredMany : RequirementsText.ArchivedMany, ids.Length));
    }

    private void Tell(Guid act, string text)
    {
        _lastAct = act;
        Notices.Done(text, () => UndoAsync(act));
    }

    private async Task UndoAsync(Guid? act)
    {
        if (act is not { } known) return;
        var rows = 0;
        if (await DoAsync(async () => rows = await Store.UndoAsync(ProjectId, known, Left)))
            Notices.Done(string.Format(CultureInfo.CurrentCulture, RequirementsText.Undone, rows));
        _lastAct = null;
    }

    private async Task FollowAsync(IReadOnlyList<Change> changes)
    {
        Guid[] rows = [.. changes.Where(c => c.Entity == typeof(Requirement)).Select(c => c.EntityId)];
        if (rows.Length > 0 && !rows.Contains(Guid.Empty)) await RefreshAsync(rows);
        if (_view is not null && (rows.Length < changes.Count || rows.Contains(_view.Id) || rows.Contains(Guid.Empty))) await ReloadViewAsync();

        // Counting and reading the window again can wait until a burst is over; a long count waits longer, so that it never takes
        // more than a fiftieth of the time.
        await GatherAsync(Gather + (50 * _counting), RecountAsync);
    }

    private async Task RecountAsync()
    {
        var began = Clock.GetTimestamp();
        await CountAsync();
        _counting = Clock.GetElapsedTime(began);
    }

    private async Task RefreshAsync(IReadOnlyCollection<Guid> ids)
    {
        if (_table is null) return;
        Guid[] shown = [.. _table.Shown.Select(r => r.Id).Where(ids.Contains)];
        if (shown.Length > 0) _table.Update(await Rows.ReadAsync(ProjectId, shown, WithTexts, Left));
    }

    private async Task ReloadViewAsync()
    {
        _view = Number is { } number ? await Details.ReadAsync(ProjectId, number, Left) ?? throw new RuleException(nameof(RuleText.NotThere)) : null;
        StateHasChanged();
    }

    private Task OpenAsync(RequirementRow row)
    {
        (_creating, _replyTo) = (false, null);
        Nav.NavigateTo(Address(row.Number));
        return Task.CompletedTask;
    }

    private Task CloseAsync()
    {
        (_creating, _replyTo) = (false, null);
        if (Number is not null) Nav.NavigateTo(Address(null));
        return Task.CompletedTask;
    }

    private void StartNew() => (_creating, _replyTo) = (true, null);

    private Task CreatedAsync(int number)
    {
        _creating = false;
        Nav.NavigateTo(Address(number));
        return Task.CompletedTask;
    }

    private async Task ShowKeysAsync() => await Dialogs.OpenAsync<KeysDialog>(RequirementsText.KeysTitle, [], new DialogOptions { CloseDialogOnEsc = true, Width = "480px" });
}
