using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CoCreateStudio.Kit.Ui;

/// <summary>
/// A text field that saves itself: a moment after the first key, on leaving it, on Enter. It says what became of it; what was
/// refused stays as it was typed, with the reason beside it. Who changed the same field meanwhile is asked about, not overwritten.
/// </summary>
public sealed partial class SavingField : IDisposable
{
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(800);

    // What was saved from here and has not come back yet: what is read meanwhile may be older.
    private readonly HashSet<string> _underWay = new(StringComparer.OrdinalIgnoreCase);
    private CancellationTokenSource? _pause;
    private string? _value;
    private string _text = "";
    private string _known = "";
    private string? _sent;
    private string? _theirs;
    private string? _problem;
    private DateTime? _savedAt;

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>What is saved.</summary>
    [Parameter, EditorRequired] public string Value { get; set; } = "";

    /// <summary>Saves what was typed; a rule that refuses it speaks beside the field.</summary>
    [Parameter, EditorRequired] public Func<string, Task> Save { get; set; } = default!;

    [Parameter] public bool LabelHidden { get; set; }
    [Parameter] public string? Hint { get; set; }
    [Parameter] public string? Placeholder { get; set; }
    [Parameter] public string? Class { get; set; }
    [Parameter] public bool ReadOnly { get; set; }

    /// <summary>More than one makes it a field for several lines.</summary>
    [Parameter] public int Lines { get; set; } = 1;

    /// <summary>Saves only when the field is left or on Enter, where half a word would do harm: a key, a name that others use.</summary>
    [Parameter] public bool WhenLeft { get; set; }

    /// <summary>Names the field in this browser, which keeps what is typed in it until the server has it.</summary>
    [Parameter] public string? Keep { get; set; }

    /// <summary>The id of a list with what may be chosen.</summary>
    [Parameter] public string? List { get; set; }

    [Inject] private SaveBoard Board { get; set; } = default!;
    [Inject] private CurrentActor Actor { get; set; } = default!;
    [Inject] private TimeProvider Clock { get; set; } = default!;

    // Outer blanks are not saved; they are no change, and stay as they were typed.
    private bool IsDirty => !IsSame(_text, _known);

    protected override void OnParametersSet()
    {
        if (Value == _value) return;
        _value = Value;
        if (_underWay.Contains(Value.Trim()) && !IsAs(_known)) return;
        var (wasDirty, tidied) = (IsDirty, IsAs(_known));
        _known = Value;
        _underWay.Clear();

        // What was sent comes back as the saved value; anything else that came while something was typed is somebody else's.
        if (!wasDirty) Show(Value);
        else if (!tidied && !IsAs(_sent) && !IsAs(_text)) _theirs = Value;
    }

    private void Type(string? text)
    {
        _text = text ?? "";
        if (WhenLeft || _theirs is not null || _pause is { IsCancellationRequested: false }) return;
        _pause = new();
        _ = PauseAsync(_pause.Token).ContinueWith(
            failed => DispatchExceptionAsync(failed.Exception!.GetBaseException()), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    private Task LeaveAsync(string? text)
    {
        _text = text ?? "";
        return _theirs is null ? SendAsync() : Task.CompletedTask;
    }

    // In a field of one line Escape gives up what was typed, Enter saves by leaving it (the browser raises change).
    private void KeyAsync(KeyboardEventArgs key)
    {
        if (key.Key != "Escape" || key.IsComposing) return;
        _pause?.Cancel();
        (_text, _problem, _theirs) = (_known, null, null);
        Board.Forget(this);
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
        _pause?.Cancel();
        if (_sent is not null) return;
        try
        {
            while (IsDirty && _text != _sent)
            {
                _sent = _text;
                _underWay.Add(_sent.Trim());
                Board.Begin(this);
                StateHasChanged();
                var refusal = await Refusal.OfAsync(() => Save(_sent));
                Finish(_sent, refusal);
                if (_theirs is not null) break;
            }
        }
        finally
        {
            _sent = null;
        }

        if (!IsDirty && _problem is not null) GiveUp();
    }

    private void Finish(string sent, RuleException? refusal)
    {
        // What somebody else wrote meanwhile came back with the answer: both are shown, and nothing more has to be said.
        var saved = refusal is null && _theirs is null;
        _problem = _theirs is null ? refusal?.Message : null;
        if (saved)
        {
            (_known, _savedAt) = (IsAs(sent) ? Value : sent.Trim(), Clock.GetUtcNow().UtcDateTime);
            if (IsAs(sent)) _underWay.Clear();
            if (_text == sent) Show(_known);
        }
        else
        {
            _underWay.Remove(sent.Trim());
        }

        Board.End(this, saved);
    }

    // What is saved may come back tidied: trimmed, in capitals.
    private bool IsAs(string? text) => string.Equals(Value.Trim(), text?.Trim(), StringComparison.OrdinalIgnoreCase);

    private static bool IsSame(string text, string other) => text.AsSpan().Trim().SequenceEqual(other.AsSpan().Trim());

    private void Show(string saved)
    {
        if (!IsSame(_text, saved)) _text = saved;
    }

    private void GiveUp()
    {
        _problem = null;
        Board.Forget(this);
    }

    private Task KeepMineAsync()
    {
        _theirs = null;
        return SendAsync();
    }

    private void TakeTheirs()
    {
        (_text, _theirs) = (_theirs ?? _known, null);
        GiveUp();
    }

    public void Dispose()
    {
        _pause?.Cancel();
        _pause?.Dispose();
        Board.Forget(this);
    }
}
