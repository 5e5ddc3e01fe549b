using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Radzen;

namespace CoCreateStudio.Features.Requirements.Triage;

// What is done with the requirement in sight. Each act is saved at once and can be taken back, from its message or with Ctrl+Z.
public sealed partial class TriagePage
{
    private TriageAct? _line;
    private bool _undoAsked;

    [Inject] private RequirementStore Store { get; set; } = default!;
    [Inject] private DialogService Dialogs { get; set; } = default!;
    [Inject] private SaveBoard Board { get; set; } = default!;
    [Inject] private CurrentActor Actor { get; set; } = default!;

    /// <summary>A key or a button of the bar.</summary>
    /// <param name="number">The requirement that was in sight: a page that is a moment behind never decides the wrong one. Undo is about the act before, whatever is in sight.</param>
    [JSInvokable]
    public async Task Act(int number, string act)
    {
        var isUndo = act == "undo";
        if (Busy) _undoAsked |= isUndo;
        if (Busy || _run is null || (!isUndo && number != (_view?.Number ?? 0))) return;
        await (act switch
        {
            "undo" => TakeBackAsync(_run.Last),
            "back" => GoAsync(_run.Back),
            "keys" => ShowKeysAsync(),
            _ when _view is not null => ActAsync(act),
            _ => Task.CompletedTask,
        });
        StateHasChanged();
    }

    [JSInvokable]
    public void CloseLine()
    {
        _line = null;
        StateHasChanged();
    }

    private Task ActAsync(string act)
    {
        if (Enum.TryParse<Urgency>(act, ignoreCase: true, out var urgency)) return SetAsync(RequirementField.Urgency, urgency.ToString());
        switch (act)
        {
            case "accept": return DecideAsync(TriageAct.Accept, RequirementField.Status, nameof(RequirementStatus.Accepted));
            case "plan": return DecideAsync(TriageAct.Plan, RequirementField.Status, nameof(RequirementStatus.Planned));
            case "skip": return GoAsync(_run!.Skip);
            case "open": Nav.NavigateTo(Urls.Requirement(ProjectKey, _view!.Number)); break;
            default: _line = Enum.TryParse<TriageAct>(act, ignoreCase: true, out var line) && line != _line ? line : null; break;
        }

        return Task.CompletedTask;
    }

    private Task DeclineAsync(string reason) => DecideAsync(TriageAct.Decline, RequirementField.Status, nameof(RequirementStatus.Declined), reason);

    private Task SnoozeAsync(DateOnly until) => DecideAsync(TriageAct.Snooze, RequirementField.SnoozedUntil, until.ToString("O", CultureInfo.InvariantCulture));

    private Task GiveToAsync(string owner) => SetAsync(RequirementField.Owner, owner);

    private async Task MergeAsync(SimilarOne other)
    {
        if (_view is not { } view) return;
        Guid act = default;
        if (await SavedAsync(async () => act = await Store.MergeAsync(ProjectId, view.Id, other.Id, Left))) await DoneAsync(new(view.Number, TriageAct.Merge, act), other.Number.ToString(CultureInfo.CurrentCulture));
    }

    private async Task DecideAsync(TriageAct what, RequirementField field, string value, string? reason = null)
    {
        if (_view is not { } view) return;
        ChangeOutcome? outcome = null;
        if (!await SavedAsync(async () => outcome = await Store.ChangeAsync(ProjectId, view.Id, field, view[field], value, reason, Left))) return;
        if (outcome is { ActId: { } act })
        {
            await DoneAsync(new(view.Number, what, act), field.Say(value, _facts, Actor.TimeZone));
            return;
        }

        _undoAsked = false;
        await FollowAsync();
        StateHasChanged();
    }

    // Whoever asked to undo what then was refused has nothing to undo.
    private async Task<bool> SavedAsync(Func<Task> save)
    {
        var saved = await DoAsync(save);
        if (!saved) _undoAsked = false;
        return saved;
    }

    private async Task DoneAsync(Verdict verdict, string? detail)
    {
        _decisions++;
        _run!.Decide(verdict);
        Board.Saved();
        Notices.Done(TriageWords.Done(verdict.What, verdict.Number, detail), () => TakeBackAsync(verdict));
        await ShowAsync();
        await TakeBackAskedAsync(verdict);
    }

    // A field beside the decision. Statuses that ask for more open their line.
    private async Task SetAsync(RequirementField field, string? value)
    {
        if (field == RequirementField.Status && value is nameof(RequirementStatus.Declined) or nameof(RequirementStatus.Duplicate))
        {
            _line = value == nameof(RequirementStatus.Declined) ? TriageAct.Decline : TriageAct.Merge;
            return;
        }

        if (field == RequirementField.Status) await DecideAsync(value == nameof(RequirementStatus.Accepted) ? TriageAct.Accept : TriageAct.Plan, field, value!);
        else if (field == RequirementField.SnoozedUntil && !string.IsNullOrEmpty(value)) await DecideAsync(TriageAct.Snooze, field, value);
        else if (_view is { } view && await WriteAsync(view, field, view[field], value) is { } act)
        {
            Notices.Done(TriageWords.Said(TriageText.DidChange, view.Number, field.Word(), field.Say(Blank(value), _facts, Actor.TimeZone) ?? RequirementsText.Emptied), () => TakeBackAsync(act));
            await TakeBackAskedAsync(act);
        }

        CloseLine();
    }

    private async Task<Verdict?> WriteAsync(Panel.RequirementView view, RequirementField field, string? seen, string? value)
    {
        ChangeOutcome? outcome = null;
        if (!await SavedAsync(async () => outcome = await Store.ChangeAsync(ProjectId, view.Id, field, seen, value, ct: Left))) return null;
        if (outcome!.IsConflict) Notices.Warn(TriageWords.Said(RequirementsText.SomebodyChanged, field.Say(outcome.Theirs, _facts, Actor.TimeZone) ?? RequirementsText.Emptied));
        return await NotedAsync(view, outcome);
    }

    // Somebody else's text comes back as the field's value; the field then shows both and asks.
    private async Task WriteAsync(RequirementField field, string? seen, string? value)
    {
        if (_view is { } view) await NotedAsync(view, await Store.ChangeAsync(ProjectId, view.Id, field, seen, value, ct: Left));
    }

    private async Task<Verdict?> NotedAsync(Panel.RequirementView view, ChangeOutcome outcome)
    {
        Verdict? act = outcome.ActId is { } id ? new(view.Number, TriageAct.Reply, id) : null;
        if (act is not null) _run!.Note(act);
        else _undoAsked = false;
        Board.Saved();
        if (_view?.Number == view.Number) _view = await Details.ReadAsync(ProjectId, view.Number, Left) ?? _view;
        StateHasChanged();
        return act;
    }

    private async Task TakeBackAsync(Verdict? act)
    {
        if (act is null || !await SavedAsync(() => Store.UndoAsync(ProjectId, act.ActId, Left))) return;
        _decisions++;
        var wasDecision = _run!.VerdictOf(act.Number)?.ActId == act.ActId;
        _run.TakeBack(act.ActId);
        (_view, _ahead) = (null, null);
        Notices.Done(TriageWords.Said(wasDecision ? TriageText.TookBack : TriageText.UndoneOne, act.Number));
        await ShowAsync();
        await TakeBackAskedAsync(_run.Last);
    }

    // Ctrl+Z that was pressed while the act was still being saved.
    private Task TakeBackAskedAsync(Verdict? act)
    {
        var asked = _undoAsked;
        _undoAsked = false;
        return asked ? TakeBackAsync(act) : Task.CompletedTask;
    }

    private async Task GoAsync(Action where)
    {
        where();
        await ShowAsync();
    }

    private async Task ShowKeysAsync() => await Dialogs.OpenAsync<TriageKeys>(TriageText.Keys, [], new DialogOptions { CloseDialogOnEsc = true, Width = "420px" });

    private static string? Blank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
