using CoCreateStudio.Kit.Live;
using Microsoft.AspNetCore.Components;

namespace CoCreateStudio.Kit.Ui;

/// <summary>A page of one project: loads, loads again when something it watches changes, and runs commands under one failure policy.</summary>
public abstract class StudioPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IDisposable? _subscription;
    private bool _loading;
    private bool _again;

    protected StudioPage() => Left = _leaving.Token;

    [Parameter] public string ProjectKey { get; set; } = "";

    [Inject] private LiveHub Live { get; set; } = default!;
    [Inject] private IAccess Access { get; set; } = default!;
    [Inject] private NavigationManager Nav { get; set; } = default!;
    [Inject] protected Notices Notices { get; private set; } = default!;

    /// <summary>The open project; null until it is known that the actor may see it.</summary>
    protected VisibleProject? Project { get; private set; }

    protected Guid ProjectId => Project?.Id ?? Guid.Empty;
    protected bool Busy { get; private set; }

    /// <summary>Cancelled when the page is left.</summary>
    protected CancellationToken Left { get; }

    protected virtual IReadOnlyCollection<Type> Watches => [];

    protected abstract Task LoadAsync();

    protected override async Task OnParametersSetAsync()
    {
        if (!string.Equals(Project?.Key, ProjectKey, StringComparison.OrdinalIgnoreCase) && !await EnterAsync()) return;
        await ReloadAsync();
    }

    /// <summary>Runs a command; what a rule refuses is shown as a notice, in the words of the rule.</summary>
    /// <returns>False when it was refused, or another command still runs.</returns>
    protected async Task<bool> DoAsync(Func<Task> command)
    {
        if (Busy) return false;
        Busy = true;
        try
        {
            await command();
            return true;
        }
        catch (RuleException refusal)
        {
            Notices.Refuse(refusal);
            return false;
        }
        finally
        {
            Busy = false;
        }
    }

    /// <summary>Told of each change to what the page watches; the usual answer is to load again.</summary>
    protected virtual Task OnChangedAsync(IReadOnlyList<Change> changes) => ReloadAsync();

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
        catch (RuleException refusal) when (refusal.Rule == nameof(RuleText.NotThere))
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

    private async Task<bool> EnterAsync()
    {
        Project = await Access.ToAsync(ProjectKey, Left);
        _subscription?.Dispose();
        if (Project is null)
        {
            Leave();
            return false;
        }

        if (RendererInfo.IsInteractive && Watches.Count > 0)
            _subscription = Live.Subscribe(Project.Id, Watches, changes => InvokeAsync(() => OnChangedAsync(changes)));
        return true;
    }

    // A project one may not see answers like one that does not exist, also while its page is open.
    private void Leave()
    {
        Project = null;
        Nav.NotFound();
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing) return;
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
