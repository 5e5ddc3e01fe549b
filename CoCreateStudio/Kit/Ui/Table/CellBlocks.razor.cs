using CoCreateStudio.Kit.Clipboard;
using CoCreateStudio.Kit.Excel.Reading;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace CoCreateStudio.Kit.Ui.Table;

/// <summary>Blocks of cells of the table it stands after. The browser marks them and speaks to the clipboard, the page reads and writes.</summary>
public sealed partial class CellBlocks : IAsyncDisposable
{
    private ElementReference _host;
    private IJSObjectReference? _marks;
    private DotNetObjectReference<CellBlocks>? _self;

    /// <summary>What a block holds; null where nothing can be copied, which the page has said then.</summary>
    [Parameter] public Func<CellBlock, Task<ClipText?>> OnCopy { get; set; } = _ => Task.FromResult<ClipText?>(null);

    [Parameter] public Func<CellBlock, IReadOnlyList<IReadOnlyList<SourceCell>>, Task> OnPaste { get; set; } = (_, _) => Task.CompletedTask;
    [Parameter] public Func<CellBlock, Task> OnClear { get; set; } = _ => Task.CompletedTask;

    /// <summary>Where a picture pasted into a row goes, with {id} for the row; null where rows take none.</summary>
    [Parameter] public string? Pictures { get; set; }

    [Inject] private IJSRuntime Browser { get; set; } = default!;
    [Inject] private AntiforgeryStateProvider Antiforgery { get; set; } = default!;

    [JSInvokable]
    public Task<ClipText?> Copy(CellBlock block) => OnCopy(block);

    [JSInvokable]
    public async Task Paste(CellBlock block, IJSStreamReference brought)
    {
        await using var stream = await brought.OpenReadStreamAsync(ClipReader.MaxBytes);
        await OnPaste(block, await ClipReader.ReadAsync(stream));
    }

    [JSInvokable]
    public Task Clear(CellBlock block) => OnClear(block);

    // Nothing here changes after it was rendered once.
    protected override bool ShouldRender() => false;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _self = DotNetObjectReference.Create(this);
        _marks = await Browser.InvokeAsync<IJSObjectReference>("studio.attach", "./Kit/Ui/Table/CellBlocks.razor.js", _host, _self);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_marks is not null) await _marks.InvokeVoidAsync("detach");
            if (_marks is not null) await _marks.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its listeners with it.
        }

        _self?.Dispose();
    }
}
