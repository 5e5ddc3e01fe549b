using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CoCreateStudio.Kit.Ui.Table;

/// <summary>
/// A table of any length: reads and renders the lines in sight, edits in the cell, and changes one row without touching
/// the others. Keys, scrolling and menus are handled in the browser; rows carry no handlers of their own.
/// </summary>
public sealed partial class DataTable<TRow> : IAsyncDisposable where TRow : class
{
    private const string Script = "./Kit/Ui/Table/DataTable.razor.js";
    private const int FirstWindow = 24;
    private const int TickWidth = 44;
    private const int WidthToRead = 240;
    private static readonly object Above = new();
    private static readonly object Beneath = new();

    private readonly Dictionary<Guid, DataRow<TRow>> _shown = [];
    private List<(TableLine Line, TRow? Row)> _window = [];
    private TableLines? _linesRead;
    private ElementReference _scroll;
    private IJSObjectReference? _keys;
    private DotNetObjectReference<DataTable<TRow>>? _self;
    private int _first;
    private int _length = FirstWindow;
    private (Guid Id, string Column)? _editing;
    private int? _revealed;
    private int? _toShow;

    [Parameter, EditorRequired] public string Caption { get; set; } = "";
    [Parameter, EditorRequired] public IReadOnlyList<TableColumn<TRow>> Columns { get; set; } = [];

    /// <summary>All lines; a new object means that rows came, went or moved, and the window is read again.</summary>
    [Parameter, EditorRequired] public TableLines Lines { get; set; } = TableLines.None;

    [Parameter, EditorRequired] public Func<IReadOnlyList<Stretch>, Task<IReadOnlyList<TRow>>> Read { get; set; } = _ => Task.FromResult<IReadOnlyList<TRow>>([]);
    [Parameter, EditorRequired] public Func<TRow, Guid> Id { get; set; } = _ => Guid.Empty;

    /// <summary>What a row is called aloud.</summary>
    [Parameter, EditorRequired] public Func<TRow, string> Label { get; set; } = _ => "";

    [Parameter] public RenderFragment<TableGroup>? GroupHead { get; set; }

    /// <summary>Whether rows can be ticked: there is something to do with those that are.</summary>
    [Parameter] public bool CanSelect { get; set; } = true;

    [Parameter] public ISet<Guid> Selected { get; set; } = new HashSet<Guid>();
    [Parameter] public Guid? OpenId { get; set; }
    /// <summary>A line that is brought into sight when this says another one.</summary>
    [Parameter] public int? Reveal { get; set; }

    [Parameter] public string? SortedBy { get; set; }
    [Parameter] public bool Descending { get; set; }
    [Parameter] public EventCallback SelectionChanged { get; set; }
    [Parameter] public EventCallback<TRow> OnOpen { get; set; }
    [Parameter] public EventCallback<string> OnFold { get; set; }
    [Parameter] public EventCallback<string> OnSort { get; set; }
    [Parameter] public EventCallback<(string Column, int Width)> OnResize { get; set; }

    /// <summary>Told of the cell that the actor is in; no event, so that the page is not rendered for it.</summary>
    [Parameter] public Action<Guid, string> OnFocus { get; set; } = (_, _) => { };

    /// <summary>Who else is in a cell, and in which colour of presence (1 to 4); null for nobody.</summary>
    [Parameter] public Func<Guid, string, (string Name, int Colour)?> Held { get; set; } = (_, _) => null;

    /// <summary>A key that the page answers: "undo", "keys", "escape", "new".</summary>
    [Parameter] public EventCallback<string> OnKey { get; set; }

    /// <summary>Saves what was typed or chosen in a cell; its row may be out of sight by now.</summary>
    [Parameter] public Func<Guid, string, string?, Task> Commit { get; set; } = (_, _, _) => Task.CompletedTask;

    [Inject] private IJSRuntime Browser { get; set; } = default!;

    private int Below => Math.Max(0, Lines.Count - _first - _window.Count);

    /// <summary>The rows in sight, in their order.</summary>
    public IEnumerable<TRow> Shown => _window.Select(l => l.Row).OfType<TRow>();

    /// <summary>Puts new states of rows in place of those in sight; only they are rendered.</summary>
    public void Update(IEnumerable<TRow> rows)
    {
        foreach (var row in rows)
        {
            var at = _window.FindIndex(l => l.Row is not null && Id(l.Row) == Id(row));
            if (at < 0) continue;
            _window[at] = (_window[at].Line, row);
            if (_shown.TryGetValue(Id(row), out var shown)) shown.Show(row);
        }
    }

    /// <summary>The line of a row that is read; null for one that is not.</summary>
    public int? LineOf(Guid id) => _window.FindIndex(l => l.Row is not null && Id(l.Row) == id) is >= 0 and var at ? _first + at : null;

    /// <summary>Shows rows in sight once more: somebody came to one of their cells, or left it.</summary>
    public void Touch(IEnumerable<Guid> ids)
    {
        foreach (var id in ids)
            if (_shown.TryGetValue(id, out var shown)) shown.Touch();
    }

    public async Task ScrollToTopAsync()
    {
        if (_keys is not null) await _keys.InvokeVoidAsync("toTop");
    }

    internal void Register(Guid id, DataRow<TRow> row) => _shown[id] = row;

    internal void Unregister(Guid id, DataRow<TRow> row)
    {
        if (_shown.GetValueOrDefault(id) == row) _shown.Remove(id);
    }

    protected override async Task OnParametersSetAsync()
    {
        var reveal = Reveal == _revealed ? null : Reveal;
        _revealed = Reveal;
        var isAway = reveal is { } line && (line < _first || line >= _first + _window.Count);
        if (isAway) _first = Math.Max(0, reveal!.Value - (_length / 2));
        if (isAway || !ReferenceEquals(_linesRead, Lines))
        {
            _linesRead = Lines;
            await ReadWindowAsync();
        }

        _toShow = reveal ?? _toShow;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _keys = await Browser.InvokeAsync<IJSObjectReference>("studio.attach", Script, _scroll, _self);
        }

        if (_keys is null || _toShow is not { } line) return;
        _toShow = null;
        await _keys.InvokeVoidAsync("toLine", line);
    }

    private async Task ReadWindowAsync()
    {
        _first = Math.Clamp(_first, 0, Math.Max(0, Lines.Count - _length));
        List<TableLine> lines = [.. Lines.Window(_first, _length)];
        var rows = new Queue<TRow>(await Read(Lines.Stretches(_first, _length)));

        // A row that went away since it was counted leaves its line empty until the next count.
        _window = [.. lines.Select(l => (l, l.IsHead || rows.Count == 0 ? null : rows.Dequeue())).Where(l => l.l.IsHead || l.Item2 is not null)];
    }

    private static string? Width(TableColumn<TRow> column) => column.Width > 0 ? $"width:{column.Width}px" : null;

    private static string Gap(int lines) => $"height:calc(var(--row) * {lines})";

    /// <summary>Where a column stays that does not scroll away: behind the tick and the frozen columns before it.</summary>
    internal string? FrozenAt(TableColumn<TRow> column) => column.IsFrozen
        ? $"inset-inline-start:{TickWidth + Columns.TakeWhile(c => c != column).Sum(c => c.Width)}px"
        : null;

    private int Narrowest => TickWidth + Columns.Sum(c => c.Width > 0 ? c.Width : WidthToRead);

    private string? Sort(TableColumn<TRow> column) => column.Key != SortedBy ? null : Descending ? "descending" : "ascending";

    private string Arrow(TableColumn<TRow> column) => column.Key != SortedBy ? "" : Descending ? "↓" : "↑";

    public async ValueTask DisposeAsync()
    {
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
