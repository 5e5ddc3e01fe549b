using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.RoundTrip;
using CoCreateStudio.Features.Requirements.Import.Difference;
using CoCreateStudio.Features.Requirements.Import.Learning;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Excel.Reading;
using CoCreateStudio.Kit.Forms;
using CoCreateStudio.Kit.Text;
using CoCreateStudio.Kit.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace CoCreateStudio.Features.Requirements.Import;

/// <summary>Takes in a file: what it would bring is shown, mended and confirmed before anything is written.</summary>
public sealed partial class ImportPage
{
    private ImportSession? _session;
    private ProjectFacts _facts = ProjectFacts.None;
    private IReadOnlyList<ImportRun>? _imports;
    private KnownRows _known = KnownRows.None;
    private CancellationTokenSource? _work;
    private Stage _stage;
    private long _done;
    private string? _refused;
    private Guid? _customer;
    private bool _shared;

    [Inject] private ImportStore Store { get; set; } = default!;
    [Inject] private ImportMappings Mappings { get; set; } = default!;
    [Inject] private ProjectFactsReader Facts { get; set; } = default!;
    [Inject] private CurrentActor Actor { get; set; } = default!;

    private enum Stage { Idle, Sending, Reading, Writing }

    protected override IReadOnlyCollection<Type> Watches { get; } = [typeof(ImportRun), typeof(SentTable)];

    private bool CanImport => _stage == Stage.Idle && _session is { HasWords: true, Preview.Taken: > 0 };

    private DateOnly Today => Actor.Today(Clock);

    private int Year => Today.Year;

    private string Promise => _session!.Preview is var preview && preview.Rows.Count - preview.Count(RowKind.Same) - preview.Taken is > 0 and var left
        ? string.Format(CultureInfo.CurrentCulture, ImportText.ImportSome, Format.Count(preview.Taken), Format.Count(left))
        : string.Format(CultureInfo.CurrentCulture, ImportText.ImportAll, Format.Count(preview.Taken));

    private string Doing => _stage switch
    {
        Stage.Sending => string.Format(CultureInfo.CurrentCulture, ImportText.Sending, _done >> 10),
        Stage.Reading => string.Format(CultureInfo.CurrentCulture, ImportText.Reading, _done),
        Stage.Writing => string.Format(CultureInfo.CurrentCulture, ImportText.Writing, _done),
        _ => "",
    };

    protected override async Task LoadAsync()
    {
        _imports = await Store.ListAsync(ProjectId, Left);
        _sent = await Sent.ListAsync(ProjectId, Left);
        _facts = await Facts.ReadAsync(ProjectId, Left);
    }

    private Task OpenAsync(IBrowserFile file) => WorkAsync(Stage.Sending, async ct =>
    {
        await using var sent = file.OpenSpreadsheet(ct);
        var opened = await ImportSession.OpenAsync(sent, file.Name, Told<long>(), ct);
        var project = ProjectId;
        _session?.Dispose();
        _session = opened;
        opened.Choices.Dates = new(Year);
        _customer = _facts.Customers.Count == 1 ? _facts.Customers.Keys.First() : null;
        _shared = _customer is not null;
        await RecallAsync(opened, ct);
        await RecogniseAsync(opened, ct);
        _known = await Task.Run(() => Store.KnownAsync(project, ct), ct);
        await ReadAsync(opened, ct);
    });

    private async Task RecallAsync(ImportSession session, CancellationToken ct) =>
        session.Recall(new(await Mappings.ListAsync(ProjectId, ct), _customer, at => Format.Moment(at, Actor.TimeZone, Today)));

    // Another customer's files are shaped by another hand; and what came from a customer, the customer knows.
    private Task ForAsync(Guid? customer)
    {
        if (customer == _customer) return Task.CompletedTask;
        (_customer, _shared) = (customer, customer is not null);
        return WorkAsync(Stage.Reading, async ct =>
        {
            await RecallAsync(_session!, ct);
            await ReadAsync(_session!, ct);
        });
    }

    private Task ReadAsync() => WorkAsync(Stage.Reading, ct => ReadAsync(_session!, ct));

    private Task ReadAsync(ImportSession session, CancellationToken ct)
    {
        _stage = Stage.Reading;
        return session.ReadAsync(_facts, Actor.TimeZone, _known, Told<int>(), ct);
    }

    private async Task ImportAsync()
    {
        if (!CanImport) return;
        var session = _session!;
        var order = session.Order(_customer, _shared);
        _done = order.Rows.Count;
        ImportRun? run = null;
        RuleException? refusal = null;
        var project = ProjectId;
        await WorkAsync(Stage.Writing, async ct => refusal = await Refusal.OfAsync(() => session.UseAsync(() => Task.Run(async () => run = await Store.WriteAsync(project, order with { Files = await FilesAsync(session, ct) }, ct), ct), ct)));
        if (refusal is not null) Notices.Refuse(refusal);
        if (refusal?.Rule is nameof(RuleText.ChangedMeanwhile) or nameof(RuleText.TableTakenIn) or nameof(RuleText.TableRevoked)) await LookAgainAsync();
        if (run is null && refusal is null && _refused is null && !Left.IsCancellationRequested) Notices.Warn(ImportText.StoppedUnwritten);
        if (run is null) return;
        var changed = order.Rows.Count - run.Rows;
        Notices.Done(changed == 0
            ? string.Format(CultureInfo.CurrentCulture, ImportText.Imported, Format.Count(run.Rows), run.FileName)
            : string.Format(CultureInfo.CurrentCulture, ImportText.ImportedChanged, Format.Count(run.Rows), Format.Count(changed), run.FileName), () => UndoAsync(project, run.Id));
        Nav.NavigateTo(Urls.Requirements(ProjectKey) + (run.Rows == 0 ? "" : FilterAddress.Of(new RequirementFilter { FromImport = run.Id, Statuses = [] })));
    }

    private async Task<IReadOnlyList<KeptFile>> FilesAsync(ImportSession session, CancellationToken ct)
    {
        List<KeptFile> files = [await session.KeepAsync(ct)];
        if (session.Preview.Rows.Any(WrongRows.Holds)) files.Add(await ImportFileStore.ReadAsync(ImportFileKind.Wrong, await WrongAsync(session, ct), ct));
        return files;
    }

    private Task<Stream> WrongAsync(CancellationToken ct) => _session is not { } session ? Task.FromResult(Stream.Null)
        : session.UseAsync(() => Task.Run(() => WrongAsync(session, ct), ct), ct);

    private async Task<Stream> WrongAsync(ImportSession session, CancellationToken ct)
    {
        MemoryStream file = new();
        await WrongRows.WriteAsync(file, session, new(ImportText.WrongFile, Project?.Name ?? "", Actor.Name, Clock.GetUtcNow().UtcDateTime, Actor.TimeZone), ct);
        file.Position = 0;
        return file;
    }

    // What is there is not what the rows were compared with.
    private Task LookAgainAsync() => WorkAsync(Stage.Reading, async ct =>
    {
        var project = ProjectId;
        await RecogniseAsync(_session!, ct);
        _known = await Task.Run(() => Store.KnownAsync(project, ct), ct);
        await ReadAsync(_session!, ct);
    });

    private Task UndoAsync(ImportRun run) => UndoAsync(ProjectId, run.Id);

    // Also from the message that stands after this page was left.
    private async Task UndoAsync(Guid project, Guid run)
    {
        ImportUndone undone = new(0, 0);
        var refusal = await Refusal.OfAsync(async () => undone = await Task.Run(() => Store.UndoAsync(project, run)));
        if (refusal is not null) Notices.Refuse(refusal);
        else Notices.Done(undone.Text);
    }

    private void CancelAsync()
    {
        Stop();
        _session?.Dispose();
        (_session, _refused) = (null, null);
    }

    private void Stop() => _work?.Cancel();

    /// <summary>One thing at a time on the file; a newer wish stops the one before. What was chosen stays, whatever is refused.</summary>
    private async Task WorkAsync(Stage stage, Func<CancellationToken, Task> work)
    {
        if (_stage == Stage.Writing) return;
        Stop();
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(Left);
        _work = mine;
        (_stage, _refused) = (stage, null);
        if (stage != Stage.Writing) _done = 0;
        try
        {
            await work(mine.Token);
        }
        catch (FileRefusedException refusal)
        {
            _refused = refusal.Message;
        }
        catch (OperationCanceledException) when (mine.IsCancellationRequested)
        {
            // Stopped by somebody, or by a newer wish.
        }
        finally
        {
            if (_work == mine) (_work, _stage) = (null, Stage.Idle);
        }
    }

    private Progress<T> Told<T>() where T : IConvertible => new(done =>
    {
        _done = done.ToInt64(CultureInfo.InvariantCulture);
        if (!Left.IsCancellationRequested) StateHasChanged();
    });

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) _session?.Dispose();
    }
}
