using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace CoCreateStudio.Features.Meetings.Live;

/// <summary>
/// The one line in which everything is typed. Its script sends what was entered, under an id made in the browser, and keeps it there
/// until the answer came; so nobody waits for the server to type on, and a line that is sent again is not said twice.
/// </summary>
public sealed partial class EntryBar(ILogger<EntryBar> log) : IAsyncDisposable
{
    private readonly Stack<Guid> _said = new();
    private ElementReference _bar;
    private DotNetObjectReference<EntryBar>? _self;
    private IJSObjectReference? _sender;
    private string _typed = "";
    private EntryLine? _read;
    private int _refused;
    private bool _left;

    [Parameter, EditorRequired] public string ProjectKey { get; set; } = "";
    [Parameter, EditorRequired] public IReadOnlyList<string> People { get; set; } = [];

    /// <summary>The topic that is talked about: what is entered belongs to the one that was in sight then.</summary>
    [Parameter, EditorRequired] public Guid? ItemId { get; set; }

    /// <summary>Says a line under a topic, with the id that the browser gave it.</summary>
    [Parameter, EditorRequired] public Func<Guid, Guid?, EntryLine, Task> Say { get; set; } = default!;

    [Parameter, EditorRequired] public Func<Guid, Task> TakeBack { get; set; } = default!;

    /// <summary>Names the line in this browser, which keeps what is typed until the server has it.</summary>
    [Parameter, EditorRequired] public string Keep { get; set; } = "";

    /// <summary>Told at each key.</summary>
    [Parameter] public Action? Typing { get; set; }

    [Inject] private CurrentActor Actor { get; set; } = default!;
    [Inject] private TimeProvider Clock { get; set; } = default!;
    [Inject] private SaveBoard Board { get; set; } = default!;
    [Inject] private IJSRuntime Browser { get; set; } = default!;
    [Inject] private AntiforgeryStateProvider Antiforgery { get; set; } = default!;

    protected override object Shows => (ItemId, People, Keep);

    private DateOnly Today => Actor.Today(Clock);

    /// <returns>Why it was refused; null when it was said.</returns>
    [JSInvokable]
    public async Task<string?> SayAsync(Guid id, Guid? itemId, string text)
    {
        var saved = false;
        Board.Begin(this);
        try
        {
            var refusal = await Refusal.OfAsync(() => Say(id, itemId, EntryLine.Parse(text, Today, People)));
            saved = refusal is null;
            if (saved && !_said.Contains(id)) _said.Push(id);
            return refusal?.Message;
        }
        catch (Exception fault)
        {
            log.LogError(fault, "A line was not written; its browser keeps it and sends it again");
            throw;
        }
        finally
        {
            Board.End(this, saved && _refused == 0);
            if (_left) Board.Forget(this);
        }
    }

    /// <summary>Told how many lines were refused and stand in the browser until somebody takes them up or gives them up.</summary>
    [JSInvokable]
    public void Refused(int lines)
    {
        _refused = lines;
        if (lines > 0) Board.End(this, saved: false);
        else Board.Forget(this);
    }

    /// <summary>Takes back the last line that was said here, then the one before.</summary>
    [JSInvokable]
    public Task TakeBackAsync() => _said.TryPop(out var id) ? TakeBack(id) : Task.CompletedTask;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _self = DotNetObjectReference.Create(this);
        _sender = await Browser.InvokeAsync<IJSObjectReference>("studio.attach", "./Features/Meetings/Live/EntryBar.razor.js", _bar, _self);
        if (_left) await DetachAsync(_sender);
    }

    private void Type(string? typed)
    {
        _typed = typed ?? "";
        var read = EntryLine.Parse(_typed, Today, People);
        _read = read.Kind == NoteKind.Note ? null : read;
        if (_typed.Length > 0) Typing?.Invoke();
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
        if (_sender is not null) await DetachAsync(_sender);
    }
}
