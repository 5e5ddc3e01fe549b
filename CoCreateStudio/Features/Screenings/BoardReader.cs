using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Screenings;

/// <summary>Reads the candidates of a project.</summary>
public sealed class BoardReader(ProjectDbFactory projects)
{
    public async Task<Board> ReadAsync(Guid projectId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.SeeInternal, ct);
        var screenings = await db.Set<Screening>().AsNoTracking().OrderBy(s => s.AddedAt).ToListAsync(ct);
        var participations = await db.Set<Participation>().AsNoTracking().ToDictionaryAsync(p => p.CustomerId, ct);
        var customers = await CustomersAsync(db, screenings.Select(s => s.CustomerId).Concat(participations.Keys), ct);
        var contacts = (await db.Set<Contact>().AsNoTracking().OrderBy(c => c.Name).ToListAsync(ct)).ToLookup(c => c.CustomerId);
        var evidence = (await db.Set<Evidence>().AsNoTracking().Where(e => e.RemovedAt == null && db.Set<TraitAssessment>().Any(a => a.Id == e.OwnerId)).ToListAsync(ct)).ToLookup(e => e.OwnerId);
        var proposals = (await db.Set<AssessmentProposal>().AsNoTracking().Where(p => p.SettledAt == null).OrderBy(p => p.At).ToListAsync(ct)).ToLookup(p => p.ScreeningId);
        var screened = screenings.Select(s => s.CustomerId).ToHashSet();
        return new(
            [.. screenings.Select(s => new Candidate(customers[s.CustomerId], s, participations.GetValueOrDefault(s.CustomerId), evidence, [.. proposals[s.Id]], [.. contacts[s.CustomerId]]))],
            [.. participations.Keys.Where(id => !screened.Contains(id)).Select(id => customers[id]).OrderBy(c => c.Name).Select(c => new KnownCustomer(c.Id, c.Name, c.ShortName))]);
    }

    /// <summary>The companies to choose a new candidate from.</summary>
    public async Task<IReadOnlyList<KnownCustomer>> KnownCustomersAsync(Guid projectId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.Propose, ct);
        return await db.KnownCustomersAsync(ct);
    }

    /// <summary>What was said of a trait, the latest first.</summary>
    public async Task<IReadOnlyList<AssessmentStep>> HistoryAsync(Guid projectId, Guid assessmentId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.SeeInternal, ct);
        var entries = await db.Set<AuditEntry>().AsNoTracking()
            .Where(e => e.EntityId == assessmentId && e.Entity == nameof(TraitAssessment) && e.Action != AuditAction.Removed).OrderByDescending(e => e.Id).ToListAsync(ct);
        return [.. entries.Where(e => e.Changes.Count > 0).Select(e => new AssessmentStep(e.Actor, e.At, e.Changes))];
    }

    private static async Task<Dictionary<Guid, Customer>> CustomersAsync(StudioDb db, IEnumerable<Guid> ids, CancellationToken ct)
    {
        Guid[] wanted = [.. ids.Distinct()];
        return await db.Set<Customer>().AsNoTracking().Where(c => wanted.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
    }
}

/// <summary>One change of an assessment: each field with its old and new value.</summary>
public sealed record AssessmentStep(string Actor, DateTime At, IReadOnlyList<FieldChange> Changes);
