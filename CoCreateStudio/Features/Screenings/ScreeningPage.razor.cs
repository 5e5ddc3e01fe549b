using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Text;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace CoCreateStudio.Features.Screenings;

/// <summary>The candidates of a project by the six traits.</summary>
public sealed partial class ScreeningPage
{
    private Board? _board;
    private IReadOnlyList<Candidate> _shown = [];
    private BoardFilter _filter = BoardFilter.OfAll;
    private Candidate? _open;
    private Trait? _trait;
    private TraitState? _wanted;
    private int _more;

    [Parameter] public Guid? CustomerId { get; set; }
    [Parameter] public string? TraitName { get; set; }

    [Inject] private BoardReader Reader { get; set; } = default!;
    [Inject] private ScreeningStore Store { get; set; } = default!;
    [Inject] private CurrentActor Actor { get; set; } = default!;
    [Inject] private DialogService Dialogs { get; set; } = default!;

    protected override IReadOnlyCollection<Type> Watches => [typeof(Screening), typeof(TraitAssessment), typeof(AssessmentProposal), typeof(Participation), typeof(Evidence)];

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => Actor.Today(Clock);

    private bool MayScreen => Project?.Grant.Allows(Right.ScreenCustomers) == true;

    private bool MayPropose => Project?.Grant.Allows(Right.Propose) == true;

    private IReadOnlyList<Candidate> LaidOut => Most < _shown.Count ? [.. _shown.Take((int)Most)] : _shown;

    private long Most => (1L + _more) * _filter.Step;

    private List<Candidate> Open => [.. _board!.Candidates.Where(c => !c.IsDeclined)];

    protected override async Task LoadAsync()
    {
        _board = await Reader.ReadAsync(ProjectId, Left);
        _filter = BoardFilter.Read(Nav.Uri);
        _shown = [.. _filter.From(_board)];
        _open = CustomerId is { } id ? _board.Of(id) ?? throw new RuleException(nameof(RuleText.NotThere)) : null;
        _trait = TraitName is null ? null : ScreeningWords.TraitOf(TraitName) ?? throw new RuleException(nameof(RuleText.NotThere));
        if (_trait is null) _wanted = null;
    }

    private string Href(Guid? customerId, Trait? trait) => Urls.Screening(ProjectKey, customerId, trait?.Slug()) + _filter.Address();

    private void Apply(BoardFilter filter)
    {
        (_filter, _more) = (filter, 0);
        Nav.NavigateTo(Href(CustomerId, _trait), replace: true);
    }

    private void Tick(Guid customerId, bool on) => Apply(_filter with { Of = on ? [.. _filter.Of, customerId] : [.. _filter.Of.Where(id => id != customerId)] });

    private async Task AddAsync()
    {
        var known = await Reader.KnownCustomersAsync(ProjectId, Left);
        await Dialogs.OpenAsync<AddCandidate>(MayScreen ? ScreeningsText.NewCandidate : ScreeningsText.ProposeCandidate, new()
        {
            [nameof(AddCandidate.Known)] = known,
            [nameof(AddCandidate.Taken)] = _board!.Candidates.Select(c => c.Customer.Name).ToList(),
            [nameof(AddCandidate.About)] = MayScreen ? ScreeningsText.NewCandidateWhy : ScreeningsText.ProposeWhy,
            [nameof(AddCandidate.Add)] = new Func<CustomerChoice, Task>(AddAsync),
        });
    }

    private async Task AddAsync(CustomerChoice choice)
    {
        var id = await Store.AddAsync(ProjectId, choice, Left);
        Notices.Done(ScreeningWords.Said(ScreeningsText.Added, choice.Name));
        Nav.NavigateTo(Href(id, null));
    }

    // A key on a cell: what can be said without more is said at once; what needs evidence opens the place to give it.
    private async Task SetAsync(Candidate candidate, Trait trait, TraitState state)
    {
        var now = candidate.Screening.Of(trait).Now;
        if (state == TraitState.Met && now.MissingFor(trait) is not null)
        {
            _wanted = state;
            Nav.NavigateTo(Href(candidate.Customer.Id, trait));
            return;
        }

        if (now.State == state) return;
        var said = now with { State = state };
        if (await DoAsync(() => Store.AssessAsync(ProjectId, candidate.Customer.Id, trait, now, said, Left)))
            Notices.Done($"{candidate.Customer.ShortName} · {trait.Word()}: {state.Word()}", () => Store.AssessAsync(ProjectId, candidate.Customer.Id, trait, said, now));
    }

    private async Task DecideAsync(Candidate candidate)
    {
        var (id, name) = (candidate.Customer.Id, candidate.Customer.ShortName);
        if (candidate.Screening.IsProposed && candidate.Verdict.Kind == VerdictKind.Incomplete)
        {
            await DoAsync(() => Store.TakeOnAsync(ProjectId, id, Left));
        }
        else if (candidate.Verdict.Kind == VerdictKind.Qualified)
        {
            if (await DoAsync(() => Store.BeginAsync(ProjectId, id, Left))) Notices.Done(ScreeningWords.Said(ScreeningsText.Began, name));
        }
        else
        {
            await Dialogs.OpenAsync<GateDialog>(ScreeningWords.Said(ScreeningsText.GateTitle, name), new()
            {
                [nameof(GateDialog.Why)] = candidate.Screening.Explanation(Now),
                [nameof(GateDialog.Keep)] = $"gate:{ProjectId}:{id}:{Actor.PersonId}",
                [nameof(GateDialog.Admit)] = Project?.Grant.Allows(Right.AdmitCustomers) == true ? new Func<string, Task>(reason => AdmitAsync(id, name, reason)) : null,
                [nameof(GateDialog.Decline)] = new Func<string, Task>(reason => DeclineAsync(id, name, reason)),
            });
        }
    }

    private async Task AdmitAsync(Guid id, string name, string reason)
    {
        await Store.AdmitAsync(ProjectId, id, reason, Left);
        Notices.Done(ScreeningWords.Said(ScreeningsText.Admitted, name));
    }

    private async Task DeclineAsync(Guid id, string name, string reason)
    {
        await Store.DeclineAsync(ProjectId, id, reason, Left);
        Notices.Done(ScreeningWords.Said(ScreeningsText.Declined, name), () => Store.ReopenAsync(ProjectId, id));
    }
}
