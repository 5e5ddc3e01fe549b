using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Panel;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Live;
using CoCreateStudio.Kit.Ui.Table;
using Microsoft.AspNetCore.Components;

namespace CoCreateStudio.Features.Requirements;

/// <summary>The requirement table of a project, with one requirement open beside it.</summary>
public sealed partial class RequirementsPage
{
    private readonly HashSet<Guid> _selected = [];
    private RequirementFilter _filter = RequirementFilter.OfOpen;
    private TableTotals? _totals;
    private TableLines _lines = TableLines.None;
    private ProjectFacts _facts = ProjectFacts.None;
    private IReadOnlyList<TableColumn<RequirementRow>> _allColumns = [];
    private IReadOnlyList<TableColumn<RequirementRow>>? _columns;
    private DataTable<RequirementRow>? _table;
    private RequirementView? _view;
    private bool _creating;
    private Guid? _lastAct;

    /// <summary>The requirement that is open.</summary>
    [Parameter] public int? Number { get; set; }

    [Inject] private RequirementTable Rows { get; set; } = default!;
    [Inject] private TableGroups Groups { get; set; } = default!;
    [Inject] private ProjectFactsReader Facts { get; set; } = default!;
    [Inject] private RequirementDetails Details { get; set; } = default!;
    [Inject] private RequirementStore Store { get; set; } = default!;
    [Inject] private PreferenceStore Preferences { get; set; } = default!;
    [Inject] private CurrentActor Actor { get; set; } = default!;

    protected override IReadOnlyCollection<Type> Watches { get; } =
        [typeof(Requirement), typeof(RequirementComment), typeof(RequirementLink), typeof(Attachment), typeof(Domain.Projects.Project), typeof(Participation), typeof(Membership), typeof(SavedView), typeof(Whereabouts)];

    private bool WithTexts => _columns?.Any(c => RequirementColumns.IsLong(c.Key)) == true;

    private string ExportAddress => Urls.Area(ProjectKey, "requirements.xlsx") + FilterAddress.Of(_filter, _columns?.Select(c => c.Key).ToList());

    private string SendAddress => Urls.Area(ProjectKey, "requirements/for-customer") + FilterAddress.Of(_filter);

    private string TriageAddress => Urls.Triage(ProjectKey) + FilterAddress.Of(Triage.TriageList.ForTriage(_filter) with { Statuses = RequirementFilter.OfOpen.Statuses });

    private bool May(Right right) => Project?.Grant.Allows(right) == true;

    // Follows the address itself, also the parts of it that other pages have as parameters.
    protected override void OnInitialized() => Nav.LocationChanged += OnMoved;

    protected override async Task LoadAsync()
    {
        _facts = await Facts.ReadAsync(ProjectId, Left);
        if (_columns is null || _arrivedIn != ProjectId) await ArriveAsync();
        await ReloadViewAsync(); // first: of a requirement that is not there no table is read
        await CountAsync();
        await RevealAsync();
        BeIn(row: null, column: null);
        SeeOthers([]);
    }

    // One changed row is read and rendered alone; rows that came or went are counted, and the window read again.
    protected override async Task OnChangedAsync(IReadOnlyList<Change> changes)
    {
        if (changes.Any(c => c.Entity == typeof(Domain.Projects.Project) || c.Entity == typeof(Participation) || c.Entity == typeof(Membership)))
        {
            _columns = null;
            await ReloadAsync();
            return;
        }

        if (changes.Any(c => c.Entity == typeof(SavedView))) await AgainAsync();
        if (changes.Any(c => c.Entity == typeof(Whereabouts))) SeeOthers(changes.Where(c => c.Entity == typeof(Whereabouts)).Select(c => c.EntityId));
        if (changes.Any(c => c.Entity != typeof(Whereabouts) && c.Entity != typeof(SavedView))) await FollowAsync(changes);
    }

    private Task<IReadOnlyList<RequirementRow>> ReadAsync(IReadOnlyList<Stretch> window) => Rows.ReadAsync(ProjectId, _filter, window, WithTexts, Left);

    private async Task CountAsync()
    {
        _totals = await Groups.CountAsync(ProjectId, _filter, Left);
        var groups = _filter.GroupedBy == GroupBy.None
            ? [new TableGroup(TableGroups.Nobody, _totals.Rows)]
            : _totals.Groups.Select(g => new TableGroup(g.Key, g.Count, _filter.Folded.Contains(g.Key))).ToList();
        _lines = new(groups, heads: _filter.GroupedBy != GroupBy.None);
    }

    private async Task ApplyAsync(RequirementFilter filter)
    {
        _filter = filter;
        _selected.Clear();
        Nav.NavigateTo(Address(Number), replace: true);
        await CountAsync();
        if (_table is not null) await _table.ScrollToTopAsync();
    }

    private Task FoldAsync(string group) =>
        ApplyFoldAsync(_filter with { Folded = _filter.Folded.SymmetricExcept([group]) });

    private async Task ApplyFoldAsync(RequirementFilter filter)
    {
        _filter = filter;
        Nav.NavigateTo(Address(Number), replace: true);
        await CountAsync();
    }

    private Task SortAsync(string column) => ApplyAsync(_filter.SortedBy != column ? _filter with { SortedBy = column, Descending = false }
        : !_filter.Descending ? _filter with { Descending = true }
        : _filter with { SortedBy = null, Descending = false });

    private Task AnswerAsync(string key)
    {
        switch (key)
        {
            case "undo": return UndoAsync(_lastAct);
            case "escape" when _selected.Count > 0: ClearSelection(); break;
            case "escape": return CloseAsync();
            case "new" when May(Right.AddRequirements): StartNew(); break;
            case "keys": return ShowKeysAsync();
        }

        return Task.CompletedTask;
    }

    private void ClearSelection() => _selected.Clear();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Nav.LocationChanged -= OnMoved;
            Presence.Leave(ProjectId, _pageId);
        }

        base.Dispose(disposing);
    }
}
