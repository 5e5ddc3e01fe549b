using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Projects;

/// <summary>Rules that look at more than one project.</summary>
internal static class ProjectRules
{
    /// <exception cref="RuleException">Another project has the key, be it one that the actor may not see.</exception>
    public static async Task MustBeFreeAsync(this StudioDb db, Project project, CancellationToken ct)
    {
        if (await db.Set<Project>().IgnoreQueryFilters().AnyAsync(p => p.Key == project.Key && p.Id != project.Id, ct))
            throw new RuleException(nameof(RuleText.ProjectKeyTaken), project.Key);
    }

    /// <exception cref="RuleException">Another customer is called so, also in a project that the actor may not see.</exception>
    public static async Task MustBeFreeAsync(this StudioDb db, Customer customer, CancellationToken ct)
    {
        var others = await db.Set<Customer>().Where(c => c.Id != customer.Id).Select(c => c.Name).ToListAsync(ct);
        if (others.Contains(customer.Name, StringComparer.OrdinalIgnoreCase)) throw new RuleException(nameof(RuleText.CustomerNameTaken), customer.Name);
    }

    /// <summary>Somebody who changes a field has seen what stands in it; what another person put there meanwhile is not overwritten.</summary>
    /// <exception cref="RuleException">Something else stands there now than was seen, and than shall be.</exception>
    public static void MustBeAsSeen<T>(T now, T seen, T wanted)
    {
        var same = EqualityComparer<T>.Default;
        if (!same.Equals(now, seen) && !same.Equals(now, wanted)) throw new RuleException(nameof(RuleText.ChangedJustNow));
    }

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
            chosen.Add(customer);
        }

        return chosen;
    }
}
