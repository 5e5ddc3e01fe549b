using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit.Live;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Customers.Company;

/// <summary>Writes what is known of companies; a company is the same in all projects.</summary>
public sealed class CompanyStore(ProjectDbFactory projects, LiveHub live, TimeProvider clock)
{
    /// <summary>Adds a company, or brings one back that was put away under this name.</summary>
    public async Task<Guid> AddAsync(string name, string? shortName = null, CancellationToken ct = default)
    {
        Customer company = new(name, shortName);
        await projects.ChangeDirectoryAsync(Right.EditCustomers, async db =>
        {
            // Compared here and not in the database, as CustomerRules does.
            var away = (await db.Set<Customer>().Where(c => c.ArchivedAt != null).ToListAsync(ct)).Find(c => string.Equals(c.Name, company.Name, StringComparison.OrdinalIgnoreCase));
            if (away is not null) (company = away).Restore();
            else await db.MustBeFreeAsync(db.Add(company).Entity, ct);
        }, ct);
        return company.Id;
    }

    /// <param name="seen">What the person saw in the field; somebody else's change since is told, not overwritten.</param>
    public async Task WriteAsync(Guid customerId, CustomerField field, string? seen, string? text, CancellationToken ct = default)
    {
        IReadOnlyList<Change> places = [];
        await ChangeAsync(customerId, async (db, company) =>
        {
            var before = company.Read(field);
            company.Write(field, text);
            Seen.MustBe(before, string.IsNullOrEmpty(seen) ? null : seen, company.Read(field));
            if (field is not (CustomerField.Name or CustomerField.ShortName)) return;
            await db.MustBeFreeAsync(company, ct);
            places = await db.PlacesAsync(customerId, ct);
        }, ct);
        _ = live.PublishAsync(places);
    }

    public Task ArchiveAsync(Guid customerId, CancellationToken ct = default) => ChangeAsync(customerId, async (db, company) =>
        company.Archive(clock.GetUtcNow().UtcDateTime, await db.CustomersInUse().CountAsync(u => u.CustomerId == customerId, ct)), ct);

    public Task RestoreAsync(Guid customerId, CancellationToken ct = default) => ChangeAsync(customerId, (_, company) =>
    {
        company.Restore();
        return Task.CompletedTask;
    }, ct);

    private Task ChangeAsync(Guid customerId, Func<StudioDb, Customer, Task> change, CancellationToken ct) => projects.ChangeDirectoryAsync(Right.EditCustomers, async db =>
        await change(db, await db.Set<Customer>().SingleOrDefaultAsync(c => c.Id == customerId, ct) ?? throw new RuleException(nameof(RuleText.NotThere))), ct);
}
