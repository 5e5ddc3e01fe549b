using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Customers.Company;

/// <summary>Documents that belong to a company and to no project.</summary>
public sealed class CompanyFileStore(ProjectDbFactory projects, CurrentActor actor, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task AddAsync(Guid customerId, string name, byte[] bytes, CancellationToken ct = default) => projects.ChangeDirectoryAsync(Right.EditCustomers, async db =>
    {
        if (!await db.Set<Customer>().AnyAsync(c => c.Id == customerId, ct)) throw new RuleException(nameof(RuleText.NotThere));
        db.Add(new CustomerFile(customerId, new(name, bytes), actor.Name, Now));
    }, ct);

    public Task RemoveAsync(Guid fileId, CancellationToken ct = default) => ChangeAsync(fileId, file => file.Remove(Now), ct);

    public Task RestoreAsync(Guid fileId, CancellationToken ct = default) => ChangeAsync(fileId, file => file.Restore(), ct);

    /// <summary>A file's name and bytes; null when there is none.</summary>
    public async Task<(string Name, byte[] Bytes)?> OpenAsync(Guid fileId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenDirectoryAsync(Right.SeeInternal, ct);
        var found = await db.Set<CustomerFile>().Where(f => f.Id == fileId && f.RemovedAt == null).Select(f => new { f.Name, f.Content!.Bytes }).SingleOrDefaultAsync(ct);
        return found is null ? null : (found.Name, found.Bytes);
    }

    private Task ChangeAsync(Guid fileId, Action<CustomerFile> change, CancellationToken ct) => projects.ChangeDirectoryAsync(Right.EditCustomers, async db =>
        change(await db.Set<CustomerFile>().SingleOrDefaultAsync(f => f.Id == fileId, ct) ?? throw new RuleException(nameof(RuleText.NotThere))), ct);
}
