using CoCreateStudio.Domain.Access;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Excel.Reading;
using CoCreateStudio.Kit.Forms;
using CoCreateStudio.Kit.Text;
using CoCreateStudio.Kit.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace CoCreateStudio.Features.Customers.Import;

/// <summary>Takes in a list of companies and contacts: what it would bring is shown and decided before anything is written.</summary>
public sealed partial class ImportPage
{
    private ImportSession? _session;
    private KnownDirectory? _known;
    private string? _refused;
    private bool _working;
    private VisibleProject? _project;

    /// <summary>The key of the project whose candidates the companies become.</summary>
    [SupplyParameterFromQuery(Name = "project")] private string? ProjectKey { get; set; }

    [Inject] private DirectoryImportStore Store { get; set; } = default!;
    [Inject] private IAccess Access { get; set; } = default!;

    private int Taken => _session?.Companies.Count(c => c.IsTaken || (_project is not null && c.Kind == PlanKind.Same)) ?? 0;

    private string Back => _project is null ? Urls.Customers : Urls.Screening(_project.Key);

    private int LeftOut => _session?.Companies.Count(c => c.Kind is PlanKind.Wrong or PlanKind.Ask) ?? 0;

    private string Promise => LeftOut == 0 ? CustomerWords.Said(CustomerImportText.ImportAll, Format.Count(Taken)) : CustomerWords.Said(CustomerImportText.ImportSome, Format.Count(Taken), Format.Count(LeftOut));

    protected override Task OnInitializedAsync() => ReloadAsync();

    protected override async Task LoadAsync()
    {
        _project = ProjectKey is null ? null : await Access.ToAsync(ProjectKey, Left) is { } project && project.Grant.Allows(Right.ScreenCustomers) ? project : throw new RuleException(nameof(RuleText.NotThere));
        _known = await Store.KnownAsync(_project?.Id, Left);
    }

    private Task OpenAsync(IBrowserFile file) => WorkAsync(async () =>
    {
        await using var sent = file.OpenSpreadsheet(Left);
        var opened = await ImportSession.OpenAsync(sent, file.Name, candidates: _project is not null, Left);
        _session?.Dispose();
        _session = opened;
        _known = await Store.KnownAsync(_project?.Id, Left);
        await opened.ReadAsync(_known, Left);
    });

    private Task ReadAsync() => WorkAsync(() => _session!.ReadAsync(_known!, Left));

    private Task ImportAsync() => WorkAsync(async () =>
    {
        ImportDone? done = null;
        var refusal = await Refusal.OfAsync(async () => done = await Task.Run(() => Store.WriteAsync(_session!.Companies, _project?.Id, Left), Left));
        if (refusal is not null)
        {
            // What is there is not what the file was compared with.
            Notices.Refuse(refusal);
            await _session!.ReadAsync(_known = await Store.KnownAsync(_project?.Id, Left), Left);
            return;
        }

        var said = _project is null ? CustomerImportText.Imported : CustomerImportText.CandidatesImported;
        Notices.Done(CustomerWords.Said(said, Format.Count(done!.New), Format.Count(done.Changed), Format.Count(done.People), Format.Count(done.Assessments)), () => UndoAsync(done.ActId));
        Nav.NavigateTo(Back);
    });

    // From the message that stands after this page was left.
    private async Task UndoAsync(Guid act)
    {
        var taken = await Task.Run(() => Store.UndoAsync(act));
        Notices.Done(CustomerWords.Said(CustomerImportText.Undone, Format.Count(taken.Away), Format.Count(taken.Back), Format.Count(taken.Kept)));
    }

    private async Task WorkAsync(Func<Task> work)
    {
        if (_working) return;
        (_working, _refused) = (true, null);
        try
        {
            await work();
        }
        catch (FileRefusedException refusal)
        {
            _refused = refusal.Message;
        }
        catch (OperationCanceledException) when (Left.IsCancellationRequested)
        {
            // The page was left while it worked.
        }
        finally
        {
            _working = false;
        }
    }

    protected override void Leave()
    {
        _known = null;
        base.Leave();
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) _session?.Dispose();
    }
}
