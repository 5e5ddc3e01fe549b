using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Features.Meetings.Live;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Live;
using CoCreateStudio.Kit.Text;
using CoCreateStudio.Kit.Ui.Table;
using Microsoft.AspNetCore.Components;

namespace CoCreateStudio.Features.Meetings.Actions;

/// <summary>All actions and open issues of a project: ticked, dated and given away in place.</summary>
public sealed partial class ActionsPage
{
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(500);
    private ActionFilter _filter = ActionFilter.OfOpen;
    private ActionTotals? _totals;
    private TableLines _lines = TableLines.None;
    private IReadOnlyDictionary<Guid, string> _customers = new Dictionary<Guid, string>();
    private IReadOnlyList<string> _people = [];
    private IReadOnlyList<TableColumn<ActionRow>> _columns = [];
    private DataTable<ActionRow>? _table;
    private ActionRow? _row;
    private Func<Task>? _undo;

    /// <summary>The action, or open issue, that is open beside the list.</summary>
    [Parameter] public int? Number { get; set; }

    [Inject] private ActionList List { get; set; } = default!;
    [Inject] private EntryStore Store { get; set; } = default!;
    [Inject] private MeetingFacts Facts { get; set; } = default!;
    [Inject] private CurrentActor Actor { get; set; } = default!;

    protected override IReadOnlyCollection<Type> Watches { get; } = [typeof(ActionItem), typeof(OpenIssue), typeof(Meeting)];

    private bool MayWrite => Project?.Grant.Allows(Right.TakeNotes) == true;

    protected override async Task LoadAsync()
    {
        var said = ActionFilter.Read(Nav.Uri);
        if (_totals is null || said.Of != _filter.Of)
        {
            (_customers, _people) = await Facts.ReadAsync(ProjectId, Left);
            _columns = new ActionColumns(ProjectKey, said.Of, _customers, Actor.TimeZone, List.Today, MayWrite).All();
        }

        var again = _totals is null || said != _filter;
        _filter = said;
        await ReadOpenAsync();
        if (again) await CountAsync();
    }

    // A changed row is read and drawn alone; counting and reading the window again waits until a burst is over.
    protected override async Task OnChangedAsync(IReadOnlyList<Change> changes)
    {
        Guid[] ids = [.. (_table?.Shown ?? []).Select(r => r.Id).Where(id => changes.Any(c => c.EntityId == id))];
        if (ids.Length > 0) _table!.Update(await List.ReadAsync(ProjectId, _filter.Of, ids, Left));
        if (_row is not null) await ReadOpenAsync();
        StateHasChanged();
        await GatherAsync(Gather, CountAsync);
    }

    private async Task ReadOpenAsync() =>
        _row = Number is { } number ? await List.FindAsync(ProjectId, _filter.Of, number, Left) ?? throw new RuleException(nameof(RuleText.NotThere)) : null;

    private async Task CountAsync()
    {
        _totals = await List.CountAsync(ProjectId, _filter, Left);
        _lines = _totals.Lines(_filter, Actor.Name);
    }

    private Task<IReadOnlyList<ActionRow>> ReadAsync(IReadOnlyList<Stretch> window) => List.ReadAsync(ProjectId, _filter, window, Left);

    private async Task ApplyAsync(ActionFilter filter)
    {
        Nav.NavigateTo(ActionColumns.Address(ProjectKey, filter, filter.Of == _filter.Of ? Number : null), replace: true);
        if (_table is not null) await _table.ScrollToTopAsync();
    }

    private Task OpenAsync(ActionRow row)
    {
        Nav.NavigateTo(ActionColumns.Address(ProjectKey, _filter, row.Number));
        return Task.CompletedTask;
    }

    private Task CloseAsync()
    {
        if (Number is not null) Nav.NavigateTo(ActionColumns.Address(ProjectKey, _filter, null));
        return Task.CompletedTask;
    }

    private Task AnswerAsync(string key) => key switch
    {
        "escape" => CloseAsync(),
        "undo" when _undo is { } undo => undo(),
        _ => Task.CompletedTask,
    };

    private async Task CommitAsync(Guid id, string column, string? value)
    {
        var row = _table?.Shown.FirstOrDefault(r => r.Id == id) ?? (await List.ReadAsync(ProjectId, _filter.Of, [id], Left)).SingleOrDefault();
        if (row is null) return;
        await (column switch
        {
            ActionColumns.Done => TurnAsync(row, value == "true"),
            ActionColumns.Owner => GiveAsync(row, value),
            ActionColumns.Due => DateAsync(row, value),
            _ => Task.CompletedTask,
        });
    }

    private Task TurnAsync(ActionRow row, bool done)
    {
        if (row.IsOpen != done) return Task.CompletedTask;
        var said = (row.Kind, done) switch { (_, false) => ActionsText.Reopened, (ActionKind.Actions, _) => ActionsText.Ticked, _ => ActionsText.Resolved };
        return DoneAsync(() => TurnAsync(row, done, row.Ended), () => TurnAsync(row, !done, row.Ended), MeetingWords.Said(said, row.Name));
    }

    private Task TurnAsync(ActionRow row, bool done, string? answer) => (row.Kind, done) switch
    {
        (ActionKind.Actions, _) => Store.TickAsync(ProjectId, row.Id, done),
        (_, true) => Store.ResolveAsync(ProjectId, row.Id, answer),
        _ => Store.ReopenAsync(ProjectId, row.Id),
    };

    private Task GiveAsync(ActionRow row, string? owner)
    {
        owner = string.IsNullOrWhiteSpace(owner) ? null : owner.Trim();
        return owner == row.Owner ? Task.CompletedTask
            : DoneAsync(() => Store.GiveAsync(ProjectId, row.Id, owner), () => Store.GiveAsync(ProjectId, row.Id, row.Owner), MeetingWords.Said(ActionsText.Given, row.Name, owner ?? ActionsText.NoOwner));
    }

    private Task DateAsync(ActionRow row, string? text)
    {
        DateOnly? day = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        return day == row.DueOn ? Task.CompletedTask
            : DoneAsync(() => Store.DateAsync(ProjectId, row.Id, day), () => Store.DateAsync(ProjectId, row.Id, row.DueOn), MeetingWords.Said(ActionsText.Dated, row.Name, day is { } due ? Format.Day(due, List.Today) : ActionsText.NoDate));
    }

    // Said once it is done, and taken back from its own message or with Ctrl+Z.
    private async Task DoneAsync(Func<Task> act, Func<Task> back, string text)
    {
        if (!await DoAsync(act)) return;
        _undo = async () =>
        {
            _undo = null;
            await DoAsync(back);
        };
        Notices.Done(text, _undo);
    }
}
