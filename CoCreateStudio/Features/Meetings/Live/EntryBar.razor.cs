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
public sealed partial class EntryBar : IAsyncDisposable
{
    private readonly Stack<Guid> _said = new();
    private ElementReference _bar;
    private DotNetObjectReference<EntryBar>? _self;
    private IJSObjectReference? _sender;
    private string _typed = "";
    private EntryLine? _read;

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

    private DateOnly Today => Actor.Today(Clock);

    /// <returns>Why it was refused; null when it was said.</returns>
    [JSInvokable]
    public async Task<string?> SayAsync(Guid id, Guid? itemId, string text)
    {
        Board.Begin(this);
        var refusal = await Refusal.OfAsync(() => Say(id, itemId, EntryLine.Parse(text, Today, People)));
        Board.End(this, refusal is null);
        if (refusal is null) _said.Push(id);
        return refusal?.Message;
    }

    /// <summary>Takes back the last line that was said here, then the one before.</summary>
    [JSInvokable]
    public Task TakeBackAsync() => _said.TryPop(out var id) ? TakeBack(id) : Task.CompletedTask;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _self = DotNetObjectReference.Create(this);
        _sender = await Browser.InvokeAsync<IJSObjectReference>("studio.attach", "./Features/Meetings/Live/EntryBar.razor.js", _bar, _self);
    }

    private void Type(string? typed)
    {
        _typed = typed ?? "";
        var read = EntryLine.Parse(_typed, Today, People);
        _read = read.Kind == NoteKind.Note ? null : read;
        if (_typed.Length > 0) Typing?.Invoke();
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        Board.Forget(this);
        try
        {
            if (_sender is not null) await _sender.InvokeVoidAsync("detach");
            if (_sender is not null) await _sender.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its script with it.
        }
        _self?.Dispose();
    }
}
