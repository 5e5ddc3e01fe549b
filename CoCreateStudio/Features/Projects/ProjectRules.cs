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
