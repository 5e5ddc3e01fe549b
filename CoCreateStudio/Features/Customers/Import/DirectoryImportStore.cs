using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Features.Customers.Import.Traits;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Live;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Customers.Import;

/// <summary>What was written, to say it and to undo it.</summary>
public sealed record ImportDone(Guid ActId, int New, int Changed, int People, int Assessments = 0);

/// <param name="Away">Companies and contacts that were put away again.</param>
/// <param name="Back">Those that are as they were.</param>
/// <param name="Kept">Those that somebody has changed or used since.</param>
public sealed record ImportTakenBack(int Away, int Back, int Kept);

/// <summary>Writes what a file brings, all of it in one act, and takes it back as a whole.</summary>
public sealed class DirectoryImportStore(ProjectDbFactory projects, LiveHub live, CurrentActor actor, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What a file is compared with.</summary>
    /// <param name="candidatesOf">The project whose candidates the companies become; null for none.</param>
    public async Task<KnownDirectory> KnownAsync(Guid? candidatesOf = null, CancellationToken ct = default)
    {
        if (candidatesOf is { } asked) await projects.AskAsync(asked, Right.ScreenCustomers, ct);
        await using var db = await projects.OpenDirectoryAsync(Right.EditCustomers, ct);
        var known = await ReadAsync(db, tracked: false, ct);
        return candidatesOf is { } project ? known with { Candidates = await CandidatesAsync(db, project, ct) } : known;
    }

    /// <param name="candidatesOf">The project whose candidates the companies become, also those of which nothing else changes; null for none.</param>
    /// <exception cref="RuleException">Something is not as it was when the file was compared; nothing was written.</exception>
    public async Task<ImportDone> WriteAsync(IReadOnlyList<PlannedCompany> companies, Guid? candidatesOf = null, CancellationToken ct = default)
    {
        if (candidatesOf is { } asked) await projects.AskAsync(asked, Right.ScreenCustomers, ct);
        ImportDone done = new(Guid.Empty, 0, 0, 0);
        List<Change> places = [];
        await projects.ChangeDirectoryAsync(Right.EditCustomers, async db =>
        {
            ImportWriting writing = new(db, await ReadAsync(db, tracked: true, ct));
            List<(Guid Id, PlannedCompany Plan)> written = [.. companies.Where(c => c.IsTaken).Select(c => (writing.Write(c).Id, c)), .. companies.Where(c => c.Kind == PlanKind.Same).Select(c => (c.Known!.Id, c))];
            done = writing.Done;
            if (candidatesOf is { } project) done = done with { Assessments = await ScreenAsync(db, project, written, ct) };
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
            var (said, keptSaid) = await UnsayAsync(db, actId, ct);
            var (away, used, left) = await PutAwayAsync(db, actId, ct);
            taken = new(away, back + people + said, kept + keptPeople + keptSaid + used);
            if (away + back + people + said + left == 0) throw new RuleException(nameof(RuleText.NothingToUndo));
        }, ct);
        return taken;
    }

    private async Task<(int Away, int Used, int Left)> PutAwayAsync(StudioDb db, Guid actId, CancellationToken ct)
    {
        var added = db.Set<AuditEntry>().Where(e => e.ActId == actId && e.Action == AuditAction.Added);
        var left = await LeaveAsync(db, await db.Set<Screening>().Where(s => added.Any(e => e.EntityId == s.Id)).ToListAsync(ct), ct);
        var people = await db.Set<Contact>().Where(c => c.ArchivedAt == null && added.Any(e => e.EntityId == c.Id)).ToListAsync(ct);
        var companies = await db.Set<Customer>().Where(c => c.ArchivedAt == null && added.Any(e => e.EntityId == c.Id)).ToListAsync(ct);
        var inUse = (await db.CustomersInUse().ToListAsync(ct)).Where(u => !left.Contains((u.ProjectId, u.CustomerId))).Select(u => u.CustomerId).ToHashSet();
        foreach (var person in people) person.Archive(Now);
        foreach (var company in companies.Where(c => !inUse.Contains(c.Id))) company.Archive(Now, takesPart: 0);
        return (people.Count + companies.Count(c => c.ArchivedAt is not null), companies.Count(c => c.ArchivedAt is null), left.Count);
    }

    private async Task<int> ScreenAsync(StudioDb db, Guid projectId, List<(Guid Id, PlannedCompany Plan)> companies, CancellationToken ct)
    {
        TraitWriting writing = new(db, projectId, await db.Set<Screening>().Where(s => s.ProjectId == projectId).ToDictionaryAsync(s => s.CustomerId, ct), actor.Name, Now);
        foreach (var (id, plan) in companies) writing.Write(id, plan);
        return writing.Count;
    }

    // Whoever takes an import of candidates back writes assessments, too.
    private async Task<(int Back, int Kept)> UnsayAsync(StudioDb db, Guid actId, CancellationToken ct)
    {
        foreach (var project in await db.Set<AuditEntry>().Where(e => e.ActId == actId && e.Entity == nameof(TraitAssessment)).Select(e => e.ProjectId).Distinct().ToListAsync(ct))
            await projects.AskAsync(project, Right.ScreenCustomers, ct);
        var said = await db.PutBackAsync<TraitAssessment>(actId, ct);
        var of = db.ChangeTracker.Entries<TraitAssessment>().Where(e => e.State == EntityState.Modified).Select(e => e.Entity.ScreeningId).ToHashSet();
        foreach (var screening in await db.Set<Screening>().Where(s => of.Contains(s.Id)).ToListAsync(ct)) db.Claim(screening);
        return said;
    }

    private async Task<KnownCandidates> CandidatesAsync(StudioDb db, Guid projectId, CancellationToken ct)
    {
        var known = await db.Set<Screening>().AsNoTracking().Where(s => s.ProjectId == projectId).ToDictionaryAsync(s => s.CustomerId, ct);
        var speakers = await db.Set<TraitAssessment>().Where(a => a.ProjectId == projectId && a.ContactId != null)
            .Join(db.Set<Contact>(), a => a.ContactId, c => c.Id, (_, c) => new { c.Id, c.Name }).Distinct().ToDictionaryAsync(c => c.Id, c => c.Name, ct);
        return new(known, speakers, actor.TimeZone);
    }

    // A candidate of whom something was said since, or who takes part by now, stays one.
    private static async Task<HashSet<(Guid ProjectId, Guid CustomerId)>> LeaveAsync(StudioDb db, List<Screening> candidates, CancellationToken ct)
    {
        Guid[] ids = [.. candidates.Select(c => c.Id)];
        var talkedOf = (await db.Set<AssessmentProposal>().Where(p => ids.Contains(p.ScreeningId)).Select(p => p.ScreeningId).ToListAsync(ct)).ToHashSet();
        var proven = (await db.Set<TraitAssessment>().Where(a => ids.Contains(a.ScreeningId) && db.Set<Evidence>().Any(e => e.OwnerId == a.Id)).Select(a => a.ScreeningId).ToListAsync(ct)).ToHashSet();
        List<Screening> untouched = [.. candidates.Where(c => c.Version == 0 && !talkedOf.Contains(c.Id) && !proven.Contains(c.Id))];
        db.RemoveRange(untouched.SelectMany(c => c.Assessments));
        db.RemoveRange(untouched);
        return [.. untouched.Select(c => (c.ProjectId, c.CustomerId))];
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
