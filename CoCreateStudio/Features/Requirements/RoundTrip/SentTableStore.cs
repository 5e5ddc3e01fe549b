using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.RoundTrip;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Requirements.RoundTrip;

/// <summary>A table that is out, without what it says.</summary>
public sealed record SentTableView(Guid Id, string Customer, DateTime At, string By, int Rows, DateTime? ReturnedAt, string? ReturnedBy, DateTime? RevokedAt);

/// <summary>The tables that were sent to customers: finds them again, and revokes them.</summary>
public sealed class SentTableStore(ProjectDbFactory projects, ProjectFactsReader facts, TimeProvider clock)
{
    private const int MostShown = 50;

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<SentTableView>> ListAsync(Guid projectId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ImportRequirements, ct);
        return await db.Set<SentTable>().AsNoTracking().OrderByDescending(t => t.At).ThenByDescending(t => t.Id).Take(MostShown)
            .Join(db.Set<Customer>(), t => t.CustomerId, c => c.Id, (t, c) => new SentTableView(t.Id, c.ShortName, t.At, t.By, t.Rows, t.ReturnedAt, t.ReturnedBy, t.RevokedAt))
            .ToListAsync(ct);
    }

    /// <summary>The table with a stamp.</summary>
    /// <exception cref="RuleException">It was not sent from this project, or it was revoked.</exception>
    public async Task<ReturnedTable> FindAsync(Guid projectId, Guid stamp, CancellationToken ct = default)
    {
        var (table, values) = await ReadAsync(projectId, stamp, ct);
        if (table.RevokedAt is not null) throw new RuleException(nameof(RuleText.TableRevoked));
        var known = await facts.ReadAsync(projectId, table.CustomerId, ct);
        await using var theirs = await projects.OpenAsync(projectId, Right.ImportRequirements, table.CustomerId, ct);
        var seen = await theirs.Set<Requirement>().Where(r => r.ArchivedAt == null).Select(r => r.Id).ToListAsync(ct);
        return new(table.Id, table.Version, table.CustomerId, known.Customer(table.CustomerId) ?? "", table.At, table.By, table.ReturnedAt, table.ReturnedBy, known,
            TimeZoneInfo.TryFindSystemTimeZoneById(table.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc, SentValues.Unpack(values), seen.ToHashSet());
    }

    public async Task RevokeAsync(Guid projectId, Guid tableId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ImportRequirements, ct);
        var table = await db.Set<SentTable>().SingleOrDefaultAsync(t => t.Id == tableId, ct) ?? throw new RuleException(nameof(RuleText.NotThere));
        table.Revoke(clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(ct);
    }

    private async Task<(SentTable Table, IReadOnlyList<byte[]> Values)> ReadAsync(Guid projectId, Guid stamp, CancellationToken ct)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ImportRequirements, ct);
        var table = await db.Set<SentTable>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == stamp, ct) ?? throw new RuleException(nameof(RuleText.TableUnknown));
        var pieces = await db.Set<SentPiece>().Where(p => p.TableId == stamp).OrderBy(p => p.Piece).Select(p => p.Bytes).ToListAsync(ct);
        return (table, pieces.Count > 0 ? pieces : [table.Values]);
    }
}
