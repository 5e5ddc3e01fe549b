using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Text;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Customers.Company;

/// <summary>The one history of a company: of its facts, people and documents, and of the projects it came into with what was found and signed there, as far as the reader sees those.</summary>
public sealed class CompanyHistory(ProjectDbFactory projects, IAccess access)
{
    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<HistoryLine>> ReadAsync(Guid customerId, int most, CancellationToken ct = default)
    {
        await using var db = await projects.OpenDirectoryAsync(Right.SeeInternal, ct);
        var things = await ThingsAsync(db, customerId, ct);
        Guid[] ids = [.. things.Keys];
        var entries = await db.Set<AuditEntry>().AsNoTracking().Where(e => ids.Contains(e.EntityId)).OrderByDescending(e => e.Id).Take(most).ToListAsync(ct);
        return
        [
            .. entries.Where(e => e.Action != AuditAction.Changed || e.Changes.Count > 0)
                .Select(e => new HistoryLine(e.Actor, e.At, e.Action, things[e.EntityId].Of, things[e.EntityId].Name, e.Changes)),
        ];
    }

    private async Task<Dictionary<Guid, (HistoryOf Of, string Name)>> ThingsAsync(StudioDb db, Guid customerId, CancellationToken ct)
    {
        Dictionary<Guid, (HistoryOf, string)> things = new() { [customerId] = (HistoryOf.Company, "") };
        foreach (var contact in await db.Set<Contact>().Where(c => c.CustomerId == customerId).Select(c => new { c.Id, c.Name }).ToListAsync(ct)) things[contact.Id] = (HistoryOf.Contact, contact.Name);
        foreach (var file in await db.Set<CustomerFile>().Where(f => f.CustomerId == customerId).Select(f => new { f.Id, f.Name }).ToListAsync(ct)) things[file.Id] = (HistoryOf.File, file.Name);
        var names = (await access.ProjectsAsync(ct)).ToDictionary(p => p.Id, p => p.Name);
        foreach (var part in await db.Set<Participation>().IgnoreQueryFilters([StudioDb.StillHere]).Where(p => p.CustomerId == customerId).Select(p => new { p.Id, p.ProjectId }).ToListAsync(ct)) things[part.Id] = (HistoryOf.Participation, names[part.ProjectId]);
        foreach (var screening in await db.Set<Screening>().AsNoTracking().Where(s => s.CustomerId == customerId).ToListAsync(ct))
        {
            things[screening.Id] = (HistoryOf.Screening, names[screening.ProjectId]);
            foreach (var said in screening.Assessments) things[said.Id] = (HistoryOf.Trait, $"{names[screening.ProjectId]} · {said.Trait.Word()}");
        }

        foreach (var signed in await db.Set<SignOff>().Join(db.Set<AcceptanceAgreement>().Where(a => a.CustomerId == customerId), s => s.AgreementId, a => a.Id, (s, _) => new { s.Id, s.ProjectId }).ToListAsync(ct)) things[signed.Id] = (HistoryOf.Signature, names[signed.ProjectId]);
        return things;
    }
}
