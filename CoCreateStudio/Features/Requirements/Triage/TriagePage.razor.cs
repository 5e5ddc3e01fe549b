using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Panel;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CoCreateStudio.Features.Requirements.Triage;

/// <summary>New requirements one at a time, decided with single keys.</summary>
public sealed partial class TriagePage : IAsyncDisposable
{
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(250);
    private RequirementFilter _filter = RequirementFilter.OfOpen;
    private ProjectFacts _facts = ProjectFacts.None;
    private TriageRun? _run;
    private RequirementView? _view;
    private (int Number, RequirementView? View)? _ahead;
    private ElementReference _root;
    private IJSObjectReference? _keys;
    private DotNetObjectReference<TriagePage>? _self;
    private int _decisions;

    /// <summary>The requirement that is looked at.</summary>
    [Parameter] public int? Number { get; set; }

    [Inject] private TriageList List { get; set; } = default!;
    [Inject] private RequirementDetails Details { get; set; } = default!;
    [Inject] private ProjectFactsReader Facts { get; set; } = default!;
    [Inject] private IJSRuntime Browser { get; set; } = default!;

    protected override IReadOnlyCollection<Type> Watches { get; } =
        [typeof(Requirement), typeof(RequirementComment), typeof(Attachment), typeof(Project), typeof(Participation), typeof(Membership)];

    private bool Narrowed => (TriageList.ForTriage(_filter) with { Statuses = RequirementFilter.OfOpen.Statuses }).IsNarrowed;

    private bool May(Right right) => Project?.Grant.Allows(right) == true;

    protected override void OnParametersSet()
    {
        var (filter, _) = FilterAddress.Read(Nav.Uri);
        if (FilterAddress.Of(TriageList.ForTriage(filter)) == FilterAddress.Of(TriageList.ForTriage(_filter))) return;
        (_filter, _run) = (filter, null);
    }

    protected override async Task LoadAsync()
    {
        _facts = await Facts.ReadAsync(ProjectId, Left);
        if (_run is null)
        {
            _run = new(await List.ReadAsync(ProjectId, _filter, Left), Number);
            if (Number is { } wanted && _run.Current != wanted) Notices.Warn(TriageWords.Said(TriageText.NotInQueue, wanted));
        }

        await ShowAsync();
    }

    protected override async Task OnChangedAsync(IReadOnlyList<Change> changes)
    {
        if (changes.Any(c => c.Entity == typeof(Project) || c.Entity == typeof(Participation) || c.Entity == typeof(Membership))) _facts = await Facts.ReadAsync(ProjectId, Left);
        if (_ahead is { View: { } ahead } && changes.Any(c => c.Entity != typeof(Requirement) || c.EntityId == ahead.Id || c.EntityId == Guid.Empty)) _ahead = null;
        await GatherAsync(Gather, FollowAsync);
    }

    // A decision made while the list was read would be found in it once more.
    private async Task FollowAsync()
    {
        if (_run is null) return;
        IReadOnlyList<int> waiting;
        int before;
        do
        {
            before = _decisions;
            waiting = await List.ReadAsync(ProjectId, _filter, Left);
        }
        while (before != _decisions);

        if (_run.Follow(waiting).Contains(_run.Current ?? 0)) await LeaveAsync(_run.Current!.Value);
        if (_view is { } view) _view = await Details.ReadAsync(ProjectId, view.Number, Left) ?? _view;
        await ShowAsync();
    }

    // A colleague was quicker: says so, and goes on.
    private async Task LeaveAsync(int number)
    {
        var left = await Details.ReadAsync(ProjectId, number, Left);
        Notices.Warn(left is { ArchivedAt: null, Status: not RequirementStatus.New, History: [var last, ..] }
            ? TriageWords.Said(TriageText.SomebodyDecided, number, last.Actor, _facts.Word(left.Status))
            : TriageWords.Said(TriageText.SomebodyTook, number));
        CloseLine();
        _run!.Skip();
    }

    // The next one has been read ahead, so it is here at once.
    private async Task ShowAsync()
    {
        var number = _run?.Current;
        if (number is { } current && _view?.Number != current)
        {
            _view = _ahead is { } ahead && ahead.Number == current && ahead.View is not null ? ahead.View : await Details.ReadAsync(ProjectId, current, Left);
            CloseLine();
        }
        else if (number is null)
        {
            _view = null;
        }

        if (Number != number && RendererInfo.IsInteractive) Nav.NavigateTo(Urls.Triage(ProjectKey, number) + FilterAddress.Of(TriageList.ForTriage(_filter) with { Statuses = RequirementFilter.OfOpen.Statuses }), replace: true);
        StateHasChanged();
        await ReadAheadAsync();
    }

    private async Task ReadAheadAsync()
    {
        if (_run?.Upcoming is not { } next || _ahead?.Number == next) return;
        _ahead = (next, null);
        var view = await Details.ReadAsync(ProjectId, next, Left);
        if (_ahead is { View: null } ahead && ahead.Number == next) _ahead = (next, view);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _self = DotNetObjectReference.Create(this);
        _keys = await Browser.InvokeAsync<IJSObjectReference>("studio.attach", "./Features/Requirements/Triage/TriagePage.razor.js", _root, _self);
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        Dispose();
        try
        {
            if (_keys is not null) await _keys.InvokeVoidAsync("detach");
            if (_keys is not null) await _keys.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its listeners with it.
        }

        _self?.Dispose();
    }
}
