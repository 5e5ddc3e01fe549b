using Microsoft.JSInterop;

namespace CoCreateStudio.Kit.Ui.Table;

// What the browser asks for. Rows are named by id: a page that is a moment behind never changes the wrong one.
public sealed partial class DataTable<TRow>
{
    [JSInvokable]
    public async Task ShowFrom(int first, int length)
    {
        (_first, _length) = (first, Math.Clamp(length, 1, 200));
        await ReadWindowAsync();
        StateHasChanged();
    }

    /// <returns>False where the cell cannot be edited.</returns>
    [JSInvokable]
    public bool Edit(Guid id, string column)
    {
        if (Find(id) is not { } row || Columns.FirstOrDefault(c => c.Key == column)?.Editor is not { } editor || !editor.Allows(row)) return false;
        StopEditing();
        _editing = (id, column);
        _shown.GetValueOrDefault(id)?.Edit(column);
        return true;
    }

    [JSInvokable("Commit")]
    public async Task CommitCell(Guid id, string column, string? value)
    {
        StopEditing();
        await Commit(id, column, value);
    }

    [JSInvokable]
    public void Cancel() => StopEditing();

    [JSInvokable]
    public async Task Open(Guid id)
    {
        if (Find(id) is { } row) await OnOpen.InvokeAsync(row);
    }

    [JSInvokable]
    public async Task Select(Guid[] ids, bool selected)
    {
        if (selected) Selected.UnionWith(ids);
        else Selected.ExceptWith(ids);
        StateHasChanged();
        await SelectionChanged.InvokeAsync();
    }

    [JSInvokable]
    public Task SelectShown(bool selected)
    {
        if (!selected) Selected.Clear();
        return Select([.. Shown.Select(Id)], selected);
    }

    [JSInvokable]
    public Task Fold(string group) => OnFold.InvokeAsync(group);

    [JSInvokable]
    public Task Sort(string column) => OnSort.InvokeAsync(column);

    [JSInvokable]
    public Task Resize(string column, int width) => OnResize.InvokeAsync((column, Math.Clamp(width, 40, 900)));

    [JSInvokable]
    public void Focus(Guid id, string column) => OnFocus(id, column);

    [JSInvokable]
    public Task Key(string key) => OnKey.InvokeAsync(key);

    private TRow? Find(Guid id) => _window.Find(l => l.Row is not null && Id(l.Row) == id).Row;

    private void StopEditing()
    {
        if (_editing is { } editing) _shown.GetValueOrDefault(editing.Id)?.Edit(null);
        _editing = null;
    }
}
