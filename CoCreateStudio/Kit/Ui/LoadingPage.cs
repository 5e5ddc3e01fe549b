using CoCreateStudio.Kit.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace CoCreateStudio.Kit.Ui;

/// <summary>A page that loads, loads again when something it watches changes, and runs commands under one failure policy.</summary>
public abstract class LoadingPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IDisposable? _subscription;
    private Uri? _address;
    private bool _loading;
    private bool _again;
    private bool _gathering;

    protected LoadingPage() => Left = _leaving.Token;

    [Inject] private LiveHub Live { get; set; } = default!;
    [Inject] protected TimeProvider Clock { get; private set; } = default!;
    [Inject] protected NavigationManager Nav { get; private set; } = default!;
    [Inject] protected Notices Notices { get; private set; } = default!;

    protected bool Busy { get; private set; }

    /// <summary>Cancelled when the page is left.</summary>
    protected CancellationToken Left { get; }

    protected abstract Task LoadAsync();

    protected override void OnInitialized()
    {
        _address = new(Nav.Uri);
        Nav.LocationChanged += OnMoved;
    }

    /// <summary>Runs a command; what a rule refuses is shown as a notice, in the words of the rule.</summary>
    /// <returns>False when it was refused, or another command still runs.</returns>
    protected async Task<bool> DoAsync(Func<Task> command)
    {
        if (Busy) return false;
        Busy = true;
        try
        {
            var refusal = await Refusal.OfAsync(command);
            if (refusal is not null) Notices.Refuse(refusal);
            return refusal is null;
        }
        finally
        {
            Busy = false;
        }
    }

    /// <summary>Told of each change to what the page watches; the usual answer is to load again.</summary>
    protected virtual Task OnChangedAsync(IReadOnlyList<Change> changes) => ReloadAsync();

    /// <summary>Does once, after a pause, what a burst of changes asks for.</summary>
    protected async Task GatherAsync(TimeSpan pause, Func<Task> act)
    {
        if (_gathering) return;
        _gathering = true;
        await Task.Delay(pause, Clock, CancellationToken.None);
        _gathering = false;
        if (Left.IsCancellationRequested) return;
        await act();
        StateHasChanged();
    }

    // Runs on the renderer's thread, so two plain flags are enough to fold a burst of changes into one more load.
    protected async Task ReloadAsync()
    {
        _again = true;
        if (_loading) return;
        _loading = true;
        try
        {
            while (_again && !Left.IsCancellationRequested)
            {
                _again = false;
                await LoadAsync();
                StateHasChanged();
            }
        }
        catch (RuleException refusal) when (refusal.Rule is nameof(RuleText.NotThere) or nameof(RuleText.NotAllowed) or nameof(RuleText.AdministratorsOnly))
        {
            Leave();
        }
        catch (OperationCanceledException) when (Left.IsCancellationRequested)
        {
            // The page was left while it loaded: nobody is there to see the rows.
        }
        finally
        {
            _loading = false;
        }
    }

    /// <summary>Hears of changes in one channel of the live hub; replaces the channel heard before.</summary>
    protected void Hear(Guid channel, IReadOnlyCollection<Type> kinds)
    {
        _subscription?.Dispose();
        _subscription = RendererInfo.IsInteractive && kinds.Count > 0 && !Left.IsCancellationRequested
            ? Live.Subscribe(channel, kinds, changes => InvokeAsync(() => OnChangedAsync(changes)))
            : null;
    }

    /// <summary>What one may not see answers like what does not exist, also while its page is open.</summary>
    protected virtual void Leave() => Nav.NotFound();

    // The router sets the parameters of a page only where they differ: a filter, which is the query alone, is followed here.
    private void OnMoved(object? sender, LocationChangedEventArgs moved)
    {
        Uri now = new(moved.Location);
        var isFilter = now.AbsolutePath == _address?.AbsolutePath && now.Query != _address.Query;
        _address = now;
        if (isFilter) _ = InvokeAsync(ReloadAsync);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing) return;
        Nav.LocationChanged -= OnMoved;
        _subscription?.Dispose();
        _leaving.Cancel();
        _leaving.Dispose();
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }
}
