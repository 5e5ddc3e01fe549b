using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Customers.Directory;

/// <summary>
/// Reads all companies. They are some hundreds and their rows are short, so they are read whole with four queries, and filtered and
/// sorted here: likeness of names needs them all anyway, and letters are compared as the reader's language does.
/// </summary>
public sealed class DirectoryList(ProjectDbFactory projects, IAccess access)
{
    public async Task<DirectoryView> ReadAsync(DirectoryFilter filter, CancellationToken ct = default)
    {
        await using var db = await projects.OpenDirectoryAsync(Right.SeeInternal, ct);
        var named = (await access.ProjectsAsync(ct)).ToDictionary(p => p.Id, p => new ProjectName(p.Key, p.Name));
        var parts = (await db.Set<Participation>().Select(p => new { p.CustomerId, p.ProjectId }).ToListAsync(ct)).ToLookup(p => p.CustomerId, p => named[p.ProjectId]);
        var people = (await db.Set<Contact>().Where(c => c.ArchivedAt == null).Select(c => new { c.CustomerId, c.Name, c.HasAuthority }).ToListAsync(ct)).ToLookup(c => c.CustomerId);
        var companies = await db.Set<Customer>().AsNoTracking().ToListAsync(ct);
        CompanyLikeness likeness = new(companies.Where(c => c.ArchivedAt == null).Select(Named));
        var here = companies.Where(c => c.ArchivedAt == null).ToList();
        var rows = companies.Where(c => c.ArchivedAt is not null == filter.Away && Says(c, people[c.Id].Select(p => p.Name), filter.Text))
            .Select(c => new DirectoryRow(c.Id, c.Name, c.ShortName, c.Industry, c.Size, c.HeadCount, c.Region, c.Standing, c.StandingSource, c.Notes,
                people[c.Id].Count(), people[c.Id].Count(p => p.HasAuthority), [.. parts[c.Id].OrderBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase)], Alike(c)));
        return new([.. DirectoryOrder.Of(rows.Where(r => Fits(r, filter)), filter)], here.Count, here.Count(c => Alike(c).Count > 0),
            Words(here.Select(c => c.Industry)), Words(here.Select(c => c.Region)), [.. named.Values.OrderBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase)]);

        IReadOnlyList<NamedCompany> Alike(Customer company) => company.ArchivedAt is null ? likeness.Find(company.Name, company.ShortName, company.Id) : [];
    }

    /// <summary>The people of companies, in the order of those.</summary>
    public async Task<IReadOnlyList<DirectoryPerson>> PeopleAsync(IReadOnlyList<DirectoryRow> companies, CancellationToken ct = default)
    {
        await using var db = await projects.OpenDirectoryAsync(Right.SeeInternal, ct);
        var people = (await db.Set<Contact>().AsNoTracking().Where(c => c.ArchivedAt == null).InTheirOrder().ToListAsync(ct)).ToLookup(c => c.CustomerId);
        return [.. companies.SelectMany(c => people[c.Id].Select(p => new DirectoryPerson(c.Name, p)))];
    }

    /// <summary>Companies that may be the one of this name.</summary>
    public async Task<IReadOnlyList<NamedCompany>> AlikeAsync(string name, CancellationToken ct = default)
    {
        await using var db = await projects.OpenDirectoryAsync(Right.SeeInternal, ct);
        if (name.Trim().Length < 2) return [];
        return new CompanyLikeness(await db.Set<Customer>().Where(c => c.ArchivedAt == null).Select(c => new NamedCompany(c.Id, c.Name, c.ShortName)).ToListAsync(ct)).Find(name, null);
    }

    private static NamedCompany Named(Customer company) => new(company.Id, company.Name, company.ShortName);

    private static bool Says(Customer company, IEnumerable<string> contacts, string text) =>
        text.Trim() is var wanted && (wanted.Length == 0 || contacts.Concat([company.Name, company.ShortName, company.Industry ?? "", company.Region ?? ""])
            .Any(said => said.Contains(wanted, StringComparison.CurrentCultureIgnoreCase)));

    private static bool Fits(DirectoryRow row, DirectoryFilter filter) =>
        (filter.Industry.Length == 0 || string.Equals(row.Industry, filter.Industry, StringComparison.OrdinalIgnoreCase))
        && (filter.Region.Length == 0 || string.Equals(row.Region, filter.Region, StringComparison.OrdinalIgnoreCase))
        && (filter.Size is null || row.Size == filter.Size)
        && (filter.Project.Length == 0 || (filter.Project == DirectoryFilter.NoProject ? row.Projects.Count == 0 : row.Projects.Any(p => string.Equals(p.Key, filter.Project, StringComparison.OrdinalIgnoreCase))))
        && (!filter.AlikeOnly || row.Alike.Count > 0);

    private static IReadOnlyList<string> Words(IEnumerable<string?> said) =>
        [.. said.OfType<string>().Distinct(StringComparer.CurrentCultureIgnoreCase).Order(StringComparer.CurrentCultureIgnoreCase)];
}
