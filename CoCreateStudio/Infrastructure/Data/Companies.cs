using CoCreateStudio.Domain.Customers;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Infrastructure.Data;

/// <summary>The companies that are known, whatever project they are in.</summary>
internal static class Companies
{
    public static Task<List<KnownCustomer>> KnownCustomersAsync(this StudioDb db, CancellationToken ct) =>
        db.Set<Customer>().Where(c => c.ArchivedAt == null).OrderBy(c => c.Name).Select(c => new KnownCustomer(c.Id, c.Name, c.ShortName)).ToListAsync(ct);

    /// <summary>The companies that were chosen, each once; a company is never entered twice under one name.</summary>
    public static async Task<IReadOnlyCollection<Customer>> CustomersAsync(this StudioDb db, IEnumerable<CustomerChoice> choices, CancellationToken ct)
    {
        // Compared here and not in the database: not every one compares letters beyond ASCII without their case.
        var known = await db.Set<Customer>().ToListAsync(ct);
        HashSet<Customer> chosen = [];
        foreach (var choice in choices)
        {
            var customer = known.Find(c => c.Id == choice.Id || string.Equals(c.Name, choice.Name.Trim(), StringComparison.OrdinalIgnoreCase));
            if (customer is null) known.Add(customer = db.Add(new Customer(choice.Name, choice.ShortName)).Entity);
            customer.Restore();
            chosen.Add(customer);
        }

        return chosen;
    }
}
