using CoCreateStudio.Kit.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CoCreateStudio.Kit.Ui;

/// <param name="Version">Of the row; what comes with an older one is known already.</param>
/// <param name="TouchedTheSame">Somebody else had changed the same place, and both versions of it are in the text.</param>
public sealed record SavedText(string Text, int Version, bool TouchedTheSame);

/// <summary>
/// A text that several people write in at once. It saves itself; what others write comes into it while one types, merged against what
/// both last saw (<see cref="NoteMerge"/>), and the caret stays at its word. The text in the browser belongs to the browser: it is
/// replaced only as long as nobody typed on, else merged once more.
/// </summary>
public sealed partial class SharedText : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private ElementReference _field;
    private DotNetObjectReference<SharedText>? _self;
    private IJSObjectReference? _script;
    private CancellationTokenSource? _pause;
    private string _first = "";
    private string _known = "";
    private string _text = "";
    private int _version = -1;
    private string? _problem;
    private DateTime? _savedAt;
    private bool _sending;
    private bool _touched;

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>What is saved, and the version of its row.</summary>
    [Parameter, EditorRequired] public string Value { get; set; } = "";
    [Parameter, EditorRequired] public int Version { get; set; }

    /// <summary>Saves what was typed (second) on top of what was seen (first), and says what is there now.</summary>
    [Parameter, EditorRequired] public Func<string, string, Task<SavedText>> Save { get; set; } = default!;

    /// <summary>Names the field in this browser, which keeps what is typed in it until the server has it.</summary>
    [Parameter, EditorRequired] public string Keep { get; set; } = "";

    [Parameter] public bool LabelHidden { get; set; }
    [Parameter] public int Lines { get; set; } = 3;

    [Inject] private SaveBoard Board { get; set; } = default!;
    [Inject] private CurrentActor Actor { get; set; } = default!;
    [Inject] private TimeProvider Clock { get; set; } = default!;
    [Inject] private IJSRuntime Browser { get; set; } = default!;

    private bool IsDirty => _text != _known;

    protected override void OnInitialized() => (_first, _known, _text, _version) = (Value, Value, Value, Version);

    protected override async Task OnParametersSetAsync()
    {
        // While something is sent, its answer says what is there; what was read before it would only undo it.
        if (!_sending && Version > _version) await TakeInAsync(_known, new(Value, Version, TouchedTheSame: false));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _self = DotNetObjectReference.Create(this);
        _script = await Browser.InvokeAsync<IJSObjectReference>("studio.attach", "./Kit/Ui/SharedText.razor.js", _field, _self);
    }

    /// <summary>What an earlier page could not send any more, and what its writer saw then.</summary>
    [JSInvokable]
    public async Task ResumeAsync(string seen, string typed)
    {
        await ShowAsync(seen, typed);
        await SendAsync();
        StateHasChanged();
    }

    private void Type(string? text)
    {
        _text = text ?? "";
        _pause?.Cancel();
        _pause = new();
        _ = PauseAsync(_pause.Token).ContinueWith(
            failed => DispatchExceptionAsync(failed.Exception!.GetBaseException()), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    private async Task PauseAsync(CancellationToken typedOn)
    {
        await Task.Delay(Pause, Clock, typedOn).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (typedOn.IsCancellationRequested) return;
        await SendAsync();
        StateHasChanged();
    }

    private async Task SendAsync()
    {
        if (_sending) return;
        _sending = true;
        Board.Begin(this);
        while (IsDirty && await SendOnceAsync()) { }
        if (Version > _version) await TakeInAsync(_known, new(Value, Version, TouchedTheSame: false));
        _sending = false;
        Board.End(this, _problem is null);
    }

    private async Task<bool> SendOnceAsync()
    {
        var (seen, sent) = (_known, _text);
        SavedText? saved = null;
        var refusal = await Refusal.OfAsync(async () => saved = await Save(seen, sent));
        _problem = refusal?.Message;
        if (saved is null) return false;
        _savedAt = Clock.GetUtcNow().UtcDateTime;
        await TakeInAsync(sent, saved);
        return true;
    }

    /// <param name="seen">The text that both what is saved and what stands in the browser came from.</param>
    private async Task TakeInAsync(string seen, SavedText saved)
    {
        (_known, _version) = (saved.Text, saved.Version);
        _touched |= saved.TouchedTheSame;
        await ShowAsync(seen, _text);
    }

    // What is saved and what was typed since are brought together, and shown unless somebody typed on meanwhile.
    private async Task ShowAsync(string seen, string typed)
    {
        while (true)
        {
            var merged = NoteMerge.Merge(seen, typed, _known);
            _touched |= merged.TouchedTheSame;
            _text = merged.Text;
            if (_script is null || merged.Text == typed) return;
            if (await _script.InvokeAsync<string?>("replace", typed, merged.Text) is not { } typedOn) return;
            (typed, _text) = (typedOn, typedOn);
        }
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        _pause?.Cancel();
        _pause?.Dispose();
        Board.Forget(this);
        try
        {
            if (_script is not null) await _script.InvokeVoidAsync("detach");
            if (_script is not null) await _script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its script with it.
        }
        _self?.Dispose();
    }
}
