using CoCreateStudio.Kit.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CoCreateStudio.Kit.Ui;

/// <param name="Version">Of the row; what comes with an older one is known already.</param>
/// <param name="TouchedTheSame">Somebody else had changed the same place, and both versions of it are in the text.</param>
public sealed record SavedText(string Text, int Version, bool TouchedTheSame);

/// <summary>
/// A text that several people write in at once. It saves itself; what others write comes into it while one types, merged against what
/// both last saw (<see cref="NoteMerge"/>), and the caret stays at its word. The text in the browser belongs to the browser: its script
/// says what was typed and what its writer had seen, and takes in what is saved.
/// </summary>
public sealed partial class SharedText(ILogger<SharedText> log) : IAsyncDisposable
{
    private ElementReference _field;
    private DotNetObjectReference<SharedText>? _self;
    private IJSObjectReference? _script;
    private string _first = "";
    private SavedText _saved = new("", -1, TouchedTheSame: false);
    private string? _problem;
    private DateTime? _savedAt;
    private bool _sending;
    private bool _failed;
    private bool _touched;
    private bool _left;

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>What is saved, and the version of its row.</summary>
    [Parameter, EditorRequired] public string Value { get; set; } = "";
    [Parameter, EditorRequired] public int Version { get; set; }

    /// <summary>Saves what was typed (second) on top of what was seen (first), and says what is there now.</summary>
    [Parameter, EditorRequired] public Func<string, string, Task<SavedText>> Save { get; set; } = default!;

    /// <summary>Told while somebody types.</summary>
    [Parameter] public Action? Writing { get; set; }

    /// <summary>Names the field in this browser, which keeps what is typed in it until the server has it.</summary>
    [Parameter, EditorRequired] public string Keep { get; set; } = "";

    /// <summary>Told when Escape is pressed in it.</summary>
    [Parameter] public EventCallback OnLeave { get; set; }

    [Parameter] public bool LabelHidden { get; set; }
    [Parameter] public int Lines { get; set; } = 3;

    [Inject] private SaveBoard Board { get; set; } = default!;
    [Inject] private CurrentActor Actor { get; set; } = default!;
    [Inject] private TimeProvider Clock { get; set; } = default!;
    [Inject] private IJSRuntime Browser { get; set; } = default!;

    protected override void OnInitialized() => _first = Value;

    protected override void OnParametersSet()
    {
        if (Version > _saved.Version) _saved = new(Value, Version, TouchedTheSame: false);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _self = DotNetObjectReference.Create(this);
        _script = await Browser.InvokeAsync<IJSObjectReference>("studio.attach", "./Kit/Ui/SharedText.razor.js", _field, _self);
        if (_left) await DetachAsync(_script);
    }

    /// <param name="seen">What its writer saw when the text was last brought together with what is saved.</param>
    /// <param name="earlier">What was handed over since then without an answer; some of it may be saved.</param>
    /// <param name="text">What stands in the field now, without outer blanks.</param>
    /// <returns>What is saved now; null when it was refused.</returns>
    [JSInvokable]
    public async Task<SavedText?> SaveAsync(string seen, string[] earlier, string text)
    {
        var from = earlier.LastOrDefault(sent => IsSaved(seen, sent)) ?? seen;
        if (from == text) return GiveUp();
        Begin();
        SavedText? saved = null;
        try
        {
            _problem = (await Refusal.OfAsync(async () => saved = await Save(from, text)))?.Message;
            return saved;
        }
        catch (Exception fault)
        {
            log.LogError(fault, "A text was not saved; its browser keeps it and tries again");
            throw;
        }
        finally
        {
            End(saved);
        }
    }

    /// <summary>Brings together what is typed and what is saved; both came from what was seen.</summary>
    [JSInvokable]
    public string Merge(string seen, string typed, string saved)
    {
        var merged = NoteMerge.Merge(seen, typed, saved);
        _touched |= merged.TouchedTheSame;
        StateHasChanged();
        return merged.Text;
    }

    [JSInvokable]
    public void Typing() => Writing?.Invoke();

    [JSInvokable]
    public Task LeaveAsync() => OnLeave.InvokeAsync();

    // What is in a text already changes nothing when it is merged into it again.
    private bool IsSaved(string seen, string sent) => NoteMerge.Merge(seen, sent, _saved.Text).Text == _saved.Text;

    // It was refused, and then typed back to what is saved.
    private SavedText GiveUp()
    {
        (_problem, _failed) = (null, false);
        Board.Forget(this);
        StateHasChanged();
        return _saved;
    }

    private void Begin()
    {
        _sending = true;
        Board.Begin(this);
        StateHasChanged();
    }

    private void End(SavedText? saved)
    {
        (_sending, _failed) = (false, saved is null && _problem is null);
        if (saved is not null)
        {
            _savedAt = Clock.GetUtcNow().UtcDateTime;
            _touched |= saved.TouchedTheSame;
            if (saved.Version > _saved.Version) _saved = saved;
        }

        Board.End(this, saved is not null);
        if (_left) Board.Forget(this);
        else StateHasChanged();
    }

    private async Task DetachAsync(IJSObjectReference script)
    {
        try
        {
            await script.InvokeVoidAsync("detach");
            await script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its script with it.
        }
        _self?.Dispose();
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        _left = true;
        Board.Forget(this);
        if (_script is not null) await DetachAsync(_script);
    }
}
