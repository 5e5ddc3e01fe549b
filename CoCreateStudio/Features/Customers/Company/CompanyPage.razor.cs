using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Ui;
using Microsoft.AspNetCore.Components;

namespace CoCreateStudio.Features.Customers.Company;

/// <summary>All that is known of one company: facts, people, documents, how it stands in each project, and the one history of it.</summary>
public sealed partial class CompanyPage
{
    private const int HistoryStep = 20;

    private CompanyView? _view;
    private IReadOnlyList<ProjectStanding> _standings = [];
    private IReadOnlyList<HistoryLine> _history = [];
    private IReadOnlyList<string> _industries = [];
    private IReadOnlyList<string> _regions = [];
    private int _most = HistoryStep;
    private bool _mayEdit;

    [Parameter] public Guid Id { get; set; }

    [Inject] private CompanyReader Reader { get; set; } = default!;
    [Inject] private CompanyProjects Projects { get; set; } = default!;
    [Inject] private CompanyHistory History { get; set; } = default!;
    [Inject] private CompanyStore Store { get; set; } = default!;
    [Inject] private IAccess Access { get; set; } = default!;
    [Inject] private CurrentActor Actor { get; set; } = default!;
    [Inject] private SaveBoard Board { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        if (_view?.Company.Id == Id) return;
        _view = null;
        Hear(Guid.Empty, [typeof(Customer), typeof(Contact), typeof(CustomerFile)]);
        await ReloadAsync();
    }

    protected override async Task LoadAsync()
    {
        var view = await Reader.ReadAsync(Id, Left) ?? throw new RuleException(nameof(RuleText.NotThere));
        _mayEdit = await Access.InDirectoryAsync(Right.EditCustomers, Left);
        _standings = await Projects.ReadAsync(Id, Left);
        _history = await History.ReadAsync(Id, _most, Left);
        (_industries, _regions) = await Reader.WordsAsync(Left);
        _view = view;
    }

    private Task MoreAsync()
    {
        _most += 100;
        return ReloadAsync();
    }

    private Task WriteAsync(CustomerField field, string? text) => SaveAsync(() => Store.WriteAsync(Id, field, _view?.Company.Read(field), text, Left));

    // Read again at once: the next save says what it saw, and a field that somebody else changed shows both and asks.
    private async Task SaveAsync(Func<Task> save)
    {
        var refusal = await Refusal.OfAsync(save);
        await ReloadAsync();
        if (refusal is not null) throw refusal;
        Board.Saved();
    }

    private Task<bool> PutAwayAsync() => DoAsync(async () =>
    {
        var (id, name) = (Id, _view!.Company.ShortName);
        await SaveAsync(() => Store.ArchiveAsync(id, Left));
        Notices.Done(CustomerWords.Said(CustomersText.PutAwayDone, name), () => Store.RestoreAsync(id));
    });

    protected override void Leave()
    {
        _view = null;
        base.Leave();
    }
}
