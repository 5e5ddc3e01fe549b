using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Customers.Company;

/// <summary>Reads one company for its page.</summary>
public sealed class CompanyReader(ProjectDbFactory projects)
{
    /// <summary>Null when there is no such company.</summary>
    public async Task<CompanyView?> ReadAsync(Guid customerId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenDirectoryAsync(Right.SeeInternal, ct);
        if (await db.Set<Customer>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == customerId, ct) is not { } company) return null;
        var contacts = await db.Set<Contact>().AsNoTracking().Where(c => c.CustomerId == customerId && c.ArchivedAt == null).InTheirOrder().ToListAsync(ct);
        var files = await db.Set<CustomerFile>().Where(f => f.CustomerId == customerId && f.RemovedAt == null).OrderByDescending(f => f.AddedAt)
            .Select(f => new FileRow(f.Id, f.Name, f.Size, f.AddedBy, f.AddedAt)).ToListAsync(ct);
        return new(company, contacts, files);
    }

    /// <summary>What others entered in these fields of their companies, to choose from.</summary>
    public async Task<(IReadOnlyList<string> Industries, IReadOnlyList<string> Regions)> WordsAsync(CancellationToken ct = default)
    {
        await using var db = await projects.OpenDirectoryAsync(Right.SeeInternal, ct);
        return (await db.Set<Customer>().Where(c => c.Industry != null && c.ArchivedAt == null).Select(c => c.Industry!).Distinct().OrderBy(i => i).ToListAsync(ct),
            await db.Set<Customer>().Where(c => c.Region != null && c.ArchivedAt == null).Select(c => c.Region!).Distinct().OrderBy(r => r).ToListAsync(ct));
    }
}
