using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Customers;

/// <summary>Changes of contacts, the same from a project and from the company's own page.</summary>
internal static class ContactWriting
{
    public static async Task WriteContactAsync(this StudioDb db, Guid contactId, ContactField field, string? seen, string? text, CancellationToken ct)
    {
        var contact = await db.ContactAsync(contactId, ct);
        var before = contact.Read(field);
        if (field == ContactField.EmergencyOrder) EmergencyList.Place(await db.PeopleOfAsync(contact.CustomerId, ct), contact, EmergencyList.Parse(text));
        else contact.Write(contact.Card.With(field, text));
        Seen.MustBe(before, string.IsNullOrEmpty(seen) ? null : seen, contact.Read(field));
    }

    public static async Task ArchiveContactAsync(this StudioDb db, Guid contactId, DateTime at, CancellationToken ct)
    {
        var contact = await db.ContactAsync(contactId, ct);
        contact.Archive(at);
        EmergencyList.Leave(await db.PeopleOfAsync(contact.CustomerId, ct), contact);
    }

    public static async Task RestoreContactAsync(this StudioDb db, Guid contactId, CancellationToken ct)
    {
        var contact = await db.ContactAsync(contactId, ct);
        if (contact.ArchivedAt is null) return;
        contact.Restore();
        EmergencyList.Place(await db.PeopleOfAsync(contact.CustomerId, ct), contact, contact.EmergencyOrder);
    }

    /// <summary>Who is called in an emergency first, the others by name.</summary>
    public static IQueryable<Contact> InTheirOrder(this IQueryable<Contact> contacts) =>
        contacts.OrderBy(c => c.EmergencyOrder == null).ThenBy(c => c.EmergencyOrder).ThenBy(c => c.Name);

    private static async Task<Contact> ContactAsync(this StudioDb db, Guid contactId, CancellationToken ct) =>
        await db.Set<Contact>().SingleOrDefaultAsync(c => c.Id == contactId, ct) ?? throw new RuleException(nameof(RuleText.NotThere));

    private static Task<List<Contact>> PeopleOfAsync(this StudioDb db, Guid customerId, CancellationToken ct) =>
        db.Set<Contact>().Where(c => c.CustomerId == customerId && c.ArchivedAt == null).ToListAsync(ct);
}
