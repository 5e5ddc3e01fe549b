using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Requirements.Reply;

/// <summary>One answer to the customers of many requirements at once.</summary>
public sealed class BulkReply(ProjectDbFactory projects, TimeProvider clock)
{
    /// <summary>Who would read it, and what stands in the way of the others.</summary>
    public async Task<ReplyPreview> PreviewAsync(Guid projectId, IReadOnlyCollection<Guid> ids, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.EditRequirements, ct);
        var rows = await Rows(db, ids).AsNoTracking().OrderBy(r => r.Number)
            .Select(r => new ReplyRow(r.Number, r.Title, r.Reporter, r.PublicReply, r.CustomerId, r.Shared)).ToListAsync(ct);
        var names = await db.Set<Participation>().Join(db.Set<Customer>(), p => p.CustomerId, c => c.Id, (p, c) => new { c.Id, c.ShortName }).ToDictionaryAsync(c => c.Id, c => c.ShortName, ct);
        var people = (await db.Set<Membership>().Where(m => m.CustomerId != null).Join(db.Set<Person>(), m => m.PersonId, p => p.Id, (m, p) => new { m.CustomerId, p.Name })
            .ToListAsync(ct)).ToLookup(m => m.CustomerId, m => m.Name);
        return new(
            [
                .. rows.Where(r => r.CustomerId is not null).GroupBy(r => r.CustomerId).Select(g => new ReplyReader(
                    names.GetValueOrDefault(g.Key!.Value, "?"), [.. people[g.Key].Order(StringComparer.CurrentCulture)], [.. g.Where(r => r.Shared)], [.. g.Where(r => !r.Shared)]))
                    .OrderBy(r => r.Customer, StringComparer.CurrentCulture),
            ],
            [.. rows.Where(r => r.CustomerId is null)]);
    }

    /// <summary>Writes the answer into every row that its customer sees: all of them in one act.</summary>
    /// <exception cref="RuleException">Nothing is said, nobody would read it, or a reply grows too long: then none is changed.</exception>
    public async Task<ReplyOutcome> SendAsync(Guid projectId, IReadOnlyCollection<Guid> ids, ReplyOrder order, CancellationToken ct = default)
    {
        while (true)
        {
            await using var db = await projects.OpenAsync(projectId, Right.EditRequirements, ct);
            if (string.IsNullOrWhiteSpace(order.Text)) throw new RuleException(nameof(RuleText.NothingSaid));
            var rows = await Rows(db, ids).Where(r => r.CustomerId != null && (r.Shared || order.Share)).ToListAsync(ct);
            if (rows.Count == 0) throw new RuleException(nameof(RuleText.ReplyReachesNobody));
            foreach (var row in rows) Answer(row, order);
            if (await db.SavedAsync(ct)) return new(db.ActId, rows.Count);
        }
    }

    private void Answer(Requirement row, ReplyOrder order)
    {
        var (at, text) = (clock.GetUtcNow().UtcDateTime, ReplyWords.Filled(order.Text, row.Number, row.Title, row.Reporter));
        if (order.Mode == ReplyMode.Add) row.ReplyAlso(text, at);
        else row.Reply(text, at);
        row.Write(RequirementField.Shared, bool.TrueString, at);
    }

    private static IQueryable<Requirement> Rows(StudioDb db, IReadOnlyCollection<Guid> ids) =>
        db.Set<Requirement>().Where(r => ids.Contains(r.Id) && r.ArchivedAt == null);
}
