using CoCreateStudio.Domain.Access;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Features.Requirements.Views;
using CoCreateStudio.Kit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Radzen;

namespace CoCreateStudio.Features.Requirements;

// Views: the table as somebody set it up, under a name. The address says which one is open and what was changed in it.
public sealed partial class RequirementsPage
{
    private IReadOnlyList<ViewRow> _views = [];
    private ViewRow? _named;
    private Guid? _start;
    private Guid _arrivedIn;

    [Inject] private ViewStore Views { get; set; } = default!;

    private string StartPreference => $"requirements.start:{ProjectId:N}";

    private List<string> Shown => [.. _columns!.Select(c => c.Key)];

    private bool IsChanged => _named is { } view && !Is(view);

    private string Query => FilterAddress.Of(_filter, ShownColumns);

    private string Address(int? number) =>
        (number is { } open ? Urls.Requirement(ProjectKey, open) : Urls.Requirements(ProjectKey)) + AddressQuery;

    // Whoever begins with a view of their own has to say that they want none.
    private string AddressQuery => _named is null && Query.Length == 0 && _start is not null
        ? ViewAddress.None
        : ViewAddress.Of(_named, Query, _named is { } view && Is(view) && _filter.Folded.IsEmpty);

    private string AddressOf(ViewRow? view) => Urls.Requirements(ProjectKey) + (view is null
        ? _start is null ? "" : ViewAddress.None
        : ViewAddress.Of(view, view.Query, isAsSaved: true));

    private async Task ArriveAsync()
    {
        await ChooseColumnsAsync();
        await ReadViewsAsync();
        _start = Guid.TryParse(await Preferences.ReadAsync(StartPreference, Left), out var start) ? start : null;
        var begin = _arrivedIn != ProjectId && ViewAddress.SaysNothing(Nav.Uri) ? _views.FirstOrDefault(v => v.Id == _start) : null;
        _arrivedIn = ProjectId;
        if (begin is null) Follow(Nav.Uri);
        else Show(begin);
        if (begin is not null && RendererInfo.IsInteractive) Nav.NavigateTo(Address(Number), replace: true);
    }

    private async Task ReadViewsAsync()
    {
        _views = await Views.ListAsync(ProjectId, Left);
        if (_named is not null) _named = _views.FirstOrDefault(v => v.Id == _named.Id);
    }

    // Back, forward, or a link within the page: the address is the truth.
    private void OnMoved(object? sender, LocationChangedEventArgs moved)
    {
        if (_columns is null || !new Uri(moved.Location).AbsolutePath.StartsWith(Urls.Requirements(ProjectKey), StringComparison.OrdinalIgnoreCase)) return;
        var (before, named) = (FilterAddress.Of(_filter, Shown), _named);
        Follow(moved.Location);
        if (FilterAddress.Of(_filter, Shown) == before && _named == named) return;
        _selected.Clear();
        _ = InvokeAsync(ReloadAsync);
    }

    private void Follow(string address)
    {
        var (view, isBare) = ViewAddress.Find(address, _views);
        if (view is not null && isBare)
        {
            Show(view);
            return;
        }

        var (filter, columns) = FilterAddress.Read(address);
        Show(view, filter, columns ?? _choice.Shown);
    }

    private void Show(ViewRow view) => Show(view, view.State.Filter, view.State.Columns ?? RequirementColumns.Usual);

    private void Show(ViewRow? view, RequirementFilter filter, IReadOnlyList<string> columns)
    {
        (_named, _filter) = (view, filter);
        var shown = Known(columns);
        if (_columns is null || !Shown.SequenceEqual(shown)) _columns = Show(shown);
    }

    // A column that is gone is passed over; where none is left, the usual ones are shown.
    private IReadOnlyList<string> Known(IEnumerable<string> columns) =>
        columns.Where(k => _allColumns.Any(c => c.Key == k)).ToList() is { Count: > 0 } known ? known : RequirementColumns.Usual;

    private bool Is(ViewRow view) => FilterAddress.Of(_filter with { Folded = [] }, Shown)
        == FilterAddress.Of(view.State.Filter with { Folded = [] }, [.. Known(view.State.Columns ?? [])]);

    private ViewState State() => new(FilterAddress.Of(_filter with { Folded = [] }, Shown), ViewRow.ScopeOf(_filter, Shown));

    private async Task SaveViewAsync() => await AskAsync(RequirementsText.SaveViewTitle, new()
    {
        [nameof(ViewDialog.CanShare)] = May(Right.ShareViews),
        [nameof(ViewDialog.Keep)] = (string name, bool shared) => KeepAsync(name, shared),
    });

    private async Task KeepAsync(string name, bool shared)
    {
        var id = shared ? await Views.AddSharedAsync(ProjectId, name, State(), Left) : await Views.AddMineAsync(ProjectId, name, State(), Left);
        await ReadViewsAsync();
        _named = _views.First(v => v.Id == id);
        Notices.Done(string.Format(CultureInfo.CurrentCulture, RequirementsText.ViewSaved, name));
        Nav.NavigateTo(Address(Number), replace: true);
    }

    private async Task UpdateViewAsync()
    {
        if (_named is not { } view) return;
        ViewState before = new(view.Query, ViewRow.ScopeOf(view.State.Filter, view.State.Columns ?? []));
        if (!await DoAsync(() => Views.UpdateAsync(ProjectId, view.Id, State(), Left))) return;
        await AgainAsync();
        Notices.Done(string.Format(CultureInfo.CurrentCulture, RequirementsText.ViewUpdated, view.Name), () => Views.UpdateAsync(ProjectId, view.Id, before, Left));
    }

    private async Task RenameViewAsync()
    {
        if (_named is not { } view) return;
        await AskAsync(RequirementsText.RenameViewTitle, new()
        {
            [nameof(ViewDialog.Name)] = view.Name,
            [nameof(ViewDialog.IsShared)] = !view.IsMine,
            [nameof(ViewDialog.Keep)] = (string name, bool _) => Views.RenameAsync(ProjectId, view.Id, name, Left),
        });
        await AgainAsync();
    }

    private async Task RemoveViewAsync()
    {
        if (_named is not { } view || !await DoAsync(() => Views.RemoveAsync(ProjectId, view.Id, Left))) return;
        await AgainAsync();
        Notices.Done(string.Format(CultureInfo.CurrentCulture, RequirementsText.ViewRemoved, view.Name), () => Views.RestoreAsync(ProjectId, view.Id, Left));
    }

    private async Task StartWithViewAsync()
    {
        if (_named is not { } view) return;
        _start = _start == view.Id ? null : view.Id;
        await Preferences.WriteAsync(StartPreference, _start?.ToString() ?? "", Left);
        Notices.Done(_start is null ? RequirementsText.StartTaken : string.Format(CultureInfo.CurrentCulture, RequirementsText.StartSet, view.Name));
    }

    // A view came, went or is called something else: the table stays as it is, the address says it anew.
    private async Task AgainAsync()
    {
        await ReadViewsAsync();
        Nav.NavigateTo(Address(Number), replace: true);
        StateHasChanged();
    }

    private async Task AskAsync(string title, Dictionary<string, object?> about)
    {
        var scope = ViewRow.ScopeOf(_filter, Shown);
        about[nameof(ViewDialog.SeenByCustomer)] = !scope.IsInternal && !_facts.ForCustomer;
        await Dialogs.OpenAsync<ViewDialog>(title, about!, new DialogOptions { CloseDialogOnEsc = true, Width = "420px" });
    }
}
