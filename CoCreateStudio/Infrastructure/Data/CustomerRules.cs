using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Kit.Live;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Infrastructure.Data;

/// <summary>Rules of companies that look beyond one row; projects and the directory share them.</summary>
public static class CustomerRules
{
    /// <exception cref="RuleException">Another customer is called so, also in a project that the actor may not see.</exception>
    public static async Task MustBeFreeAsync(this StudioDb db, Customer customer, CancellationToken ct)
    {
        // Compared here and not in the database: not every one compares letters beyond ASCII without their case.
        var others = await db.Set<Customer>().Where(c => c.Id != customer.Id).Select(c => c.Name).ToListAsync(ct);
        if (others.Contains(customer.Name, StringComparer.OrdinalIgnoreCase)) throw new RuleException(nameof(RuleText.CustomerNameTaken), customer.Name);
    }

    /// <summary>Where a company takes part, to tell the pages of those projects that it is called otherwise now.</summary>
    public static async Task<IReadOnlyList<Change>> PlacesAsync(this StudioDb db, Guid customerId, CancellationToken ct) =>
    [
        .. (await db.Set<Participation>().AsNoTracking().IgnoreQueryFilters().Where(p => p.CustomerId == customerId).Select(p => new { p.ProjectId, p.Id }).ToListAsync(ct))
            .Select(p => new Change(p.ProjectId, typeof(Participation), p.Id)),
    ];

    /// <summary>The companies that take part in a project or are a candidate, each with the project; also in projects that the actor may not see.</summary>
    public static IQueryable<CustomerUse> CustomersInUse(this StudioDb db) =>
        db.Set<Participation>().IgnoreQueryFilters().Where(p => p.LeftAt == null).Select(p => new CustomerUse { ProjectId = p.ProjectId, CustomerId = p.CustomerId })
            .Union(db.Set<Screening>().IgnoreQueryFilters().Where(s => s.DeclinedAt == null).Select(s => new CustomerUse { ProjectId = s.ProjectId, CustomerId = s.CustomerId }));
}

/// <summary>A company in a project.</summary>
public sealed record CustomerUse
{
    public Guid ProjectId { get; init; }
    public Guid CustomerId { get; init; }
}
