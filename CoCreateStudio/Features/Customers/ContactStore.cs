using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Customers;

/// <summary>A participating customer and its people.</summary>
public sealed record CustomerContacts(Guid CustomerId, string Customer, IReadOnlyList<Contact> Contacts);

/// <summary>The people of the customers that take part in a project. They belong to the company, so other projects with it see them, too.</summary>
public sealed class ContactStore(ProjectDbFactory projects, TimeProvider clock)
{
    public async Task<IReadOnlyList<CustomerContacts>> ListAsync(Guid projectId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.EditCustomers, ct);
        var customers = await (from p in db.Set<Participation>() join c in db.Set<Customer>() on p.CustomerId equals c.Id orderby c.ShortName select c).AsNoTracking().ToListAsync(ct);
        var contacts = (await db.Set<Contact>().AsNoTracking().Where(c => c.ArchivedAt == null).InTheirOrder().ToListAsync(ct)).ToLookup(c => c.CustomerId);
        return [.. customers.Select(c => new CustomerContacts(c.Id, c.ShortName, [.. contacts[c.Id]]))];
    }

    public Task AddAsync(Guid projectId, Guid customerId, ContactCard card, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.EditCustomers, async db =>
    {
        if (!await db.Set<Participation>().AnyAsync(p => p.CustomerId == customerId, ct)) throw new RuleException(nameof(RuleText.NotACustomerHere));
        db.Add(new Contact(customerId, card));
    }, ct);

    /// <param name="seen">What the person saw in the field; somebody else's change since is told, not overwritten.</param>
    public Task WriteAsync(Guid projectId, Guid contactId, ContactField field, string? seen, string? text, CancellationToken ct = default) =>
        projects.ChangeAsync(projectId, Right.EditCustomers, db => db.WriteContactAsync(contactId, field, seen, text, ct), ct);

    public Task ArchiveAsync(Guid projectId, Guid contactId, CancellationToken ct = default) =>
        projects.ChangeAsync(projectId, Right.EditCustomers, db => db.ArchiveContactAsync(contactId, clock.GetUtcNow().UtcDateTime, ct), ct);

    public Task RestoreAsync(Guid projectId, Guid contactId, CancellationToken ct = default) =>
        projects.ChangeAsync(projectId, Right.EditCustomers, db => db.RestoreContactAsync(contactId, ct), ct);
}
