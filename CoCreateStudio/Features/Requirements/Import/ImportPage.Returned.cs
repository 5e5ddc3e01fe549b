using CoCreateStudio.Features.Requirements.RoundTrip;
using CoCreateStudio.Kit.Ui;
using Microsoft.AspNetCore.Components;

namespace CoCreateStudio.Features.Requirements.Import;

// A table that we sent and that comes back is known by its stamp.
public sealed partial class ImportPage
{
    private IReadOnlyList<SentTableView> _sent = [];
    private string? _notTakenBack;

    [Inject] private SentTableStore Sent { get; set; } = default!;

    private async Task RecogniseAsync(ImportSession session, CancellationToken ct)
    {
        _notTakenBack = null;
        if (session.Stamp is not { } stamp) return;
        ReturnedTable? found = null;
        var project = ProjectId;
        var refusal = await Refusal.OfAsync(async () => found = await Task.Run(() => Sent.FindAsync(project, stamp, ct), ct));
        session.TakeAs(found);
        _notTakenBack = refusal?.Message;
    }

    private async Task RevokeAsync(Guid table) => await DoAsync(() => Sent.RevokeAsync(ProjectId, table, Left));
}
