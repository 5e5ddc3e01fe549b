using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Customers.Company;

/// <summary>The people of a company, written from its own page; <see cref="ContactStore"/> does the same from within a project.</summary>
public sealed class CompanyContactStore(ProjectDbFactory projects, TimeProvider clock)
{
    public Task AddAsync(Guid customerId, ContactCard card, CancellationToken ct = default) => projects.ChangeDirectoryAsync(Right.EditCustomers, async db =>
    {
        if (!await db.Set<Customer>().AnyAsync(c => c.Id == customerId, ct)) throw new RuleException(nameof(RuleText.NotThere));
        db.Add(new Contact(customerId, card));
    }, ct);

    /// <param name="seen">What the person saw in the field; somebody else's change since is told, not overwritten.</param>
    public Task WriteAsync(Guid contactId, ContactField field, string? seen, string? text, CancellationToken ct = default) =>
        projects.ChangeDirectoryAsync(Right.EditCustomers, db => db.WriteContactAsync(contactId, field, seen, text, ct), ct);

    public Task ArchiveAsync(Guid contactId, CancellationToken ct = default) =>
        projects.ChangeDirectoryAsync(Right.EditCustomers, db => db.ArchiveContactAsync(contactId, clock.GetUtcNow().UtcDateTime, ct), ct);

    public Task RestoreAsync(Guid contactId, CancellationToken ct = default) =>
        projects.ChangeDirectoryAsync(Right.EditCustomers, db => db.RestoreContactAsync(contactId, ct), ct);
}
