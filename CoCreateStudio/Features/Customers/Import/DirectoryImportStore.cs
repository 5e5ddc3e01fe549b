using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit.Live;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Customers.Import;

/// <summary>What was written, to say it and to undo it.</summary>
public sealed record ImportDone(Guid ActId, int New, int Changed, int People);

/// <param name="Away">Companies and contacts that were put away again.</param>
/// <param name="Back">Those that are as they were.</param>
/// <param name="Kept">Those that somebody has changed or used since.</param>
public sealed record ImportTakenBack(int Away, int Back, int Kept);

/// <summary>Writes what a file brings, all of it in one act, and takes it back as a whole.</summary>
public sealed class DirectoryImportStore(ProjectDbFactory projects, LiveHub live, TimeProvider clock)
{
    /// <summary>What a file is compared with.</summary>
    public async Task<KnownDirectory> KnownAsync(CancellationToken ct = default)
    {
        await using var db = await projects.OpenDirectoryAsync(Right.EditCustomers, ct);
        return await ReadAsync(db, tracked: false, ct);
    }

    /// <exception cref="RuleException">Something is not as it was when the file was compared; nothing was written.</exception>
    public async Task<ImportDone> WriteAsync(IReadOnlyList<PlannedCompany> companies, CancellationToken ct = default)
    {
        ImportDone done = new(Guid.Empty, 0, 0, 0);
        List<Change> places = [];
        await projects.ChangeDirectoryAsync(Right.EditCustomers, async db =>
        {
            ImportWriting writing = new(db, await ReadAsync(db, tracked: true, ct));
            foreach (var company in companies.Where(c => c.IsTaken)) writing.Write(company);
            done = writing.Done;
            places = await PlacesAsync(db, [.. companies.Where(c => c is { Known: not null, IsTaken: true } && c.Changes.Any(x => x.Field == CustomerField.ShortName)).Select(c => c.Known!.Id)], ct);
        }, ct);
        _ = live.PublishAsync(places);
        return done;
    }

    /// <summary>Puts away what the import added, unless it takes part in a project by now, and makes what it changed as it was, unless somebody changed it since.</summary>
    public async Task<ImportTakenBack> UndoAsync(Guid actId, CancellationToken ct = default)
    {
        ImportTakenBack taken = new(0, 0, 0);
        await projects.ChangeDirectoryAsync(Right.EditCustomers, async db =>
        {
            var (back, kept) = await db.PutBackAsync<Customer>(actId, ct);
            var (people, keptPeople) = await db.PutBackAsync<Contact>(actId, ct);
            var (away, used) = await PutAwayAsync(db, actId, ct);
            taken = new(away, back + people, kept + keptPeople + used);
            if (away + back + people == 0) throw new RuleException(nameof(RuleText.NothingToUndo));
        }, ct);
        return taken;
    }

    private async Task<(int Away, int Used)> PutAwayAsync(StudioDb db, Guid actId, CancellationToken ct)
    {
        var added = db.Set<AuditEntry>().Where(e => e.ActId == actId && e.Action == AuditAction.Added);
        var people = await db.Set<Contact>().Where(c => c.ArchivedAt == null && added.Any(e => e.EntityId == c.Id)).ToListAsync(ct);
        var companies = await db.Set<Customer>().Where(c => c.ArchivedAt == null && added.Any(e => e.EntityId == c.Id)).ToListAsync(ct);
        var inUse = (await db.CustomersInUse().Select(u => u.CustomerId).ToListAsync(ct)).ToHashSet();
        foreach (var person in people) person.Archive(clock.GetUtcNow().UtcDateTime);
        foreach (var company in companies.Where(c => !inUse.Contains(c.Id))) company.Archive(clock.GetUtcNow().UtcDateTime, takesPart: 0);
        return (people.Count + companies.Count(c => c.ArchivedAt is not null), companies.Count(c => c.ArchivedAt is null));
    }

    private static async Task<KnownDirectory> ReadAsync(StudioDb db, bool tracked, CancellationToken ct)
    {
        var how = tracked ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking;
        return new(await db.Set<Customer>().AsTracking(how).ToListAsync(ct), (await db.Set<Contact>().AsTracking(how).Where(c => c.ArchivedAt == null).ToListAsync(ct)).ToLookup(c => c.CustomerId));
    }

    private static async Task<List<Change>> PlacesAsync(StudioDb db, Guid[] renamed, CancellationToken ct) => renamed.Length == 0 ? [] :
    [
        .. (await db.Set<Participation>().IgnoreQueryFilters().Where(p => renamed.Contains(p.CustomerId)).Select(p => new { p.ProjectId, p.Id }).ToListAsync(ct))
            .Select(p => new Change(p.ProjectId, typeof(Participation), p.Id)),
    ];
}
