using CoCreateStudio.Kit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace CoCreateStudio.Features.Search;

/// <summary>Ctrl+K from anywhere: type a few letters or a number, arrows, Enter. The browser's own dialog keeps and returns the focus.</summary>
public sealed partial class SearchBox
{
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private ElementReference _button;
    private ElementReference _dialog;
    private IJSObjectReference? _palette;
    private CancellationTokenSource? _search;
    private Found _found = Found.Nothing;
    private string _typed = "";
    private bool _searching;
    private int _at;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    /// <summary>Where Enter leads.</summary>
    private string? Active => _at < _found.Requirements.Count ? Urls.Requirement(_found.Requirements[_at].ProjectKey, _found.Requirements[_at].Number)
        : _at - _found.Requirements.Count is var project && project < _found.Projects.Count ? Urls.Project(_found.Projects[project].Key)
        : project - _found.Projects.Count is var customer && customer < _found.Customers.Count ? _found.Customers[customer].Address
        : null;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _palette = await Browser.InvokeAsync<IJSObjectReference>("studio.attach", "./Features/Search/SearchBox.razor.js", _button, _dialog);
    }

    private async Task TypeAsync(string? typed)
    {
        _typed = typed ?? "";
        _searching = true;
        _search?.Cancel();
        _search = new();
        var latest = _search.Token;
        await Task.Delay(Pause, Clock, latest).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (latest.IsCancellationRequested) return;
        var found = await Store.FindAsync(_typed, CancellationToken.None);
        if (latest.IsCancellationRequested) return;
        (_found, _at, _searching) = (found, 0, false);
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when _found.Count > 0: _at = (_at + 1) % _found.Count; break;
            case "ArrowUp" when _found.Count > 0: _at = (_at + _found.Count - 1) % _found.Count; break;
            case "Enter": await OpenAsync(); break;
        }
    }

    // Who types a number and Enter at once means the result that is still on its way.
    private async Task OpenAsync()
    {
        if (_searching)
        {
            _search?.Cancel();
            (_found, _at, _searching) = (await Store.FindAsync(_typed, CancellationToken.None), 0, false);
        }

        if (Active is not { } address) return;
        if (_palette is not null) await _palette.InvokeVoidAsync("close");
        Nav.NavigateTo(address);
    }

    private void Clear()
    {
        _search?.Cancel();
        (_typed, _found, _at, _searching) = ("", Found.Nothing, 0, false);
    }

    public async ValueTask DisposeAsync()
    {
        _search?.Cancel();
        _search?.Dispose();
        try
        {
            if (_palette is not null) await _palette.InvokeVoidAsync("detach");
            if (_palette is not null) await _palette.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its listeners with it.
        }
    }
}
