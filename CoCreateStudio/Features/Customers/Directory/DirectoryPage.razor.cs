using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Features.Customers.Company;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Ui.Table;
using Microsoft.AspNetCore.Components;

namespace CoCreateStudio.Features.Customers.Directory;

/// <summary>All companies, whatever project they take part in.</summary>
public sealed partial class DirectoryPage
{
    private readonly IReadOnlyList<TableColumn<DirectoryRow>> _columns = DirectoryColumns.All();
    private DirectoryFilter _filter = DirectoryFilter.OfAll;
    private DirectoryView? _view;
    private TableLines _lines = TableLines.None;
    private DataTable<DirectoryRow>? _table;
    private bool _mayEdit;
    private bool _heard;

    /// <summary>The form for a new company is open.</summary>
    [SupplyParameterFromQuery(Name = "new")] private bool New { get; set; }

    [Inject] private DirectoryList List { get; set; } = default!;
    [Inject] private CompanyStore Store { get; set; } = default!;
    [Inject] private IAccess Access { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        if (!_heard) Hear(Guid.Empty, [typeof(Customer), typeof(Contact)]);
        _heard = true;
        await ReloadAsync();
    }

    protected override async Task LoadAsync()
    {
        _filter = DirectoryFilter.Read(Nav.Uri);
        _mayEdit = await Access.InDirectoryAsync(Right.EditCustomers, Left);
        _view = await List.ReadAsync(_filter, Left);
        _lines = new([new("", _view.Rows.Count, Folded: false)], heads: false);
    }

    private Task<IReadOnlyList<DirectoryRow>> ReadAsync(IReadOnlyList<Stretch> window) =>
        Task.FromResult<IReadOnlyList<DirectoryRow>>([.. window.SelectMany(s => _view!.Rows.Skip(s.Skip).Take(s.Take))]);

    private static string Address(DirectoryFilter filter, bool adding = false) =>
        filter.Address() is var query && adding ? $"{Urls.Customers}{query}{(query.Length == 0 ? '?' : '&')}new=true" : Urls.Customers + filter.Address();

    private async Task ApplyAsync(DirectoryFilter filter)
    {
        Nav.NavigateTo(Address(filter, New), replace: true);
        if (_table is not null) await _table.ScrollToTopAsync();
    }

    private void Open(DirectoryRow row) => Nav.NavigateTo(Urls.Customer(row.Id));

    private async Task AddAsync(string name, string shortName) => Nav.NavigateTo(Urls.Customer(await Store.AddAsync(name, shortName, Left)));

    protected override void Leave()
    {
        _view = null;
        base.Leave();
    }
}
