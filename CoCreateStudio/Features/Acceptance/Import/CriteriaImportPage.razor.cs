using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Excel.Reading;
using CoCreateStudio.Kit.Forms;
using CoCreateStudio.Kit.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace CoCreateStudio.Features.Acceptance.Import;

/// <summary>Takes criteria in from a file: what it would bring is shown before anything is written.</summary>
public sealed partial class CriteriaImportPage
{
    private IReadOnlyList<string>? _known;
    private IReadOnlyList<PlannedCriterion>? _rows;
    private byte[] _file = [];
    private string? _name;
    private string? _refused;
    private Dimension? _usual;
    private bool _working;

    [SupplyParameterFromQuery(Name = "customer")] private Guid? CustomerId { get; set; }

    [Inject] private CriteriaImportStore Store { get; set; } = default!;
    [Inject] private CurrentActor Actor { get; set; } = default!;

    private string Back => Urls.Acceptance(ProjectKey, customerId: CustomerId);

    protected override async Task LoadAsync()
    {
        if (Project?.Grant.Allows(Right.EditCriteria) != true || CustomerId is not { } customer) throw new RuleException(nameof(RuleText.NotThere));
        _known = await Store.KnownAsync(ProjectId, customer, Left);
    }

    // What was understood, in the reader's words; what was not, as it stands in the file.
    private static string Word(CriterionField field, string text) => field switch
    {
        CriterionField.Proof when Enum.TryParse<ProofKind>(text, out var proof) => proof.Word(),
        CriterionField.Phase when Enum.TryParse<AgreementPhase>(text, out var phase) => phase.Word(),
        _ => text,
    };

    private int Count(PlanKind kind) => _rows?.Count(r => r.Kind == kind) ?? 0;

    private Task OpenAsync(IBrowserFile file) => WorkAsync(async () =>
    {
        using MemoryStream bytes = new();
        await using (var sent = file.OpenSpreadsheet(Left)) await sent.CopyToAsync(bytes, Left);
        (_file, _name, _rows) = (bytes.ToArray(), Path.GetFileName(file.Name), null);
        await ReadAsync();
    });

    private Task TakeAsAsync(string? dimension) => WorkAsync(() =>
    {
        _usual = Enum.TryParse<Dimension>(dimension, out var chosen) ? chosen : null;
        return ReadAsync();
    });

    private async Task ReadAsync() => _rows = await CriteriaFile.ReadAsync(new MemoryStream(_file), _name ?? "", _known ?? [], _usual, Actor.Today(Clock), Left);

    private Task ImportAsync() => WorkAsync(async () =>
    {
        var (customer, rows) = (CustomerId ?? Guid.Empty, _rows ?? []);
        CriteriaWritten written = new(Guid.Empty, 0);
        if (await Refusal.OfAsync(async () => written = await Store.WriteAsync(ProjectId, customer, rows, Left)) is { } refusal)
        {
            Notices.Refuse(refusal);
            return;
        }

        Notices.Done(AcceptanceWords.Said(CriteriaImportText.Imported, written.Count), () => UndoAsync(written.Act));
        Nav.NavigateTo(Back);
    });

    private async Task UndoAsync(Guid act)
    {
        var kept = await Store.UndoAsync(ProjectId, act);
        if (kept > 0) Notices.Warn(AcceptanceWords.Said(CriteriaImportText.UndoneKept, kept));
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
}
