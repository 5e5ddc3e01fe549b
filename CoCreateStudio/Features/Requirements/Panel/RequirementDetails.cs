using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Infrastructure.Files;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Requirements.Panel;

/// <summary>Reads one requirement for its panel, and writes what is said and linked there.</summary>
public sealed class RequirementDetails(ProjectDbFactory projects)
{
    private static readonly Dictionary<string, RequirementField> FieldsByProperty = RequirementFields.All.ToDictionary(f => f switch
    {
        RequirementField.Customer => nameof(Requirement.CustomerId),
        RequirementField.DuplicateOf => nameof(Requirement.DuplicateOfId),
        _ => f.ToString(),
    });

    /// <summary>The requirement with a number; null when there is none that the actor may see.</summary>
    public async Task<RequirementView?> ReadAsync(Guid projectId, int number, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        if (await db.Set<Requirement>().AsNoTracking().SingleOrDefaultAsync(r => r.Number == number, ct) is not { } requirement) return null;
        var isInternal = db.OnlyCustomer is null;
        var same = await SameAsync(db, requirement, ct);
        return new(requirement.Id, requirement.Number, requirement.CreatedAt, requirement.CreatedBy, requirement.StatusSince, requirement.Reopened, requirement.ArchivedAt,
            RequirementFields.All.Where(f => isInternal || !f.IsInternal()).ToDictionary(f => f, requirement.Read), requirement.Extra,
            await PicturesAsync(db, requirement.Id, ct), await CommentsAsync(db, requirement.Id, ct), await LinksAsync(db, requirement.Id, ct), await HistoryAsync(db, requirement.Id, ct))
        {
            Original = same.Find(s => s.Id == requirement.DuplicateOfId),
            Duplicates = [.. same.Where(s => s.Id != requirement.DuplicateOfId)],
            Collected = await CollectedAsync(db, number, ct),
            Serves = [.. (await db.ServedAsync(ServedBy.Requirement, [requirement.Id], ct))[requirement.Id]],
            SnoozedUntil = isInternal ? requirement.SnoozedUntil : null,
            FirstAnsweredAt = isInternal ? requirement.FirstAnsweredAt : null,
        };
    }

    // As far as the reader sees the meeting.
    private static Task<CollectedIn?> CollectedAsync(StudioDb db, int number, CancellationToken ct) =>
        db.Set<MeetingNote>().Where(n => n.Requirement == number && n.ArchivedAt == null)
            .Join(db.Set<Meeting>(), n => n.MeetingId, m => (Guid?)m.Id, (n, m) => new CollectedIn(m.Number, m.Title, n.SaidAt)).FirstOrDefaultAsync(ct);

    // What it was merged into, and what was merged into it: as far as the reader sees those rows.
    private static async Task<List<SameOne>> SameAsync(StudioDb db, Requirement one, CancellationToken ct)
    {
        var others = await db.Set<Requirement>().AsNoTracking()
            .Where(r => r.Id == one.DuplicateOfId || (r.DuplicateOfId == one.Id && r.Status == RequirementStatus.Duplicate && r.ArchivedAt == null)).OrderBy(r => r.Number)
            .Select(r => new SameOne(r.Id, r.Number, r.Title, r.Reporter, r.CustomerId, r.ReportedAt ?? r.CreatedAt)).ToListAsync(ct);
        if (others.Count == 0) return others;
        Guid[] ids = [.. others.Select(o => o.Id)];
        var pictures = (await db.Set<Attachment>().Where(a => ids.Contains(a.OwnerId) && a.RemovedAt == null).OrderBy(a => a.Id)
            .Select(a => new Picture(a.Id, a.OwnerId, a.FileName, a.Kind, a.Size)).ToListAsync(ct)).ToLookup(p => p.OwnerId);
        return [.. others.Select(o => o with { Pictures = [.. pictures[o.Id]] })];
    }

    private static Task<List<Picture>> PicturesAsync(StudioDb db, Guid id, CancellationToken ct) =>
        db.Set<Attachment>().Where(a => a.OwnerId == id && a.RemovedAt == null).OrderBy(a => a.Id)
            .Select(a => new Picture(a.Id, a.OwnerId, a.FileName, a.Kind, a.Size)).ToListAsync(ct);

    private static Task<List<CommentView>> CommentsAsync(StudioDb db, Guid id, CancellationToken ct) =>
        db.Set<RequirementComment>().Where(c => c.RequirementId == id).OrderBy(c => c.At)
            .Select(c => new CommentView(c.Id, c.Text, c.IsInternal, c.AuthorId, c.Author,
                db.Set<Membership>().Any(m => m.PersonId == c.AuthorId && m.Role == ProjectRole.Customer), c.At)).ToListAsync(ct);

    private static Task<List<LinkView>> LinksAsync(StudioDb db, Guid id, CancellationToken ct) =>
        db.Set<RequirementLink>().Where(l => l.RequirementId == id).OrderBy(l => l.Id)
            .Select(l => new LinkView(l.Id, l.Url, db.Set<Requirement>().Where(r => r.Id == l.OtherId).Select(r => (int?)r.Number).FirstOrDefault(), l.Title)).ToListAsync(ct);

    private static async Task<IReadOnlyList<HistoryView>> HistoryAsync(StudioDb db, Guid id, CancellationToken ct)
    {
        var entries = await db.Set<AuditEntry>().AsNoTracking().Where(e => e.EntityId == id).OrderByDescending(e => e.Id).Take(200).ToListAsync(ct);
        var named = await NumbersAsync(db, entries, ct);
        return [.. entries.Select(e => new HistoryView(e.Actor, e.At, e.Action, [.. Steps(e, named)])).Where(h => h.Action == AuditAction.Added || h.Steps.Count > 0)];
    }

    private static IEnumerable<FieldStep> Steps(AuditEntry entry, Dictionary<string, string> named) =>
        from change in entry.Changes
        where FieldsByProperty.ContainsKey(change.Field)
        select new FieldStep(FieldsByProperty[change.Field], named.GetValueOrDefault(change.Old ?? "", change.Old!), named.GetValueOrDefault(change.New ?? "", change.New!));

    // People know a requirement by its number.
    private static async Task<Dictionary<string, string>> NumbersAsync(StudioDb db, List<AuditEntry> entries, CancellationToken ct)
    {
        Guid[] ids = [.. entries.SelectMany(e => e.Changes).Where(c => c.Field == nameof(Requirement.DuplicateOfId)).SelectMany(c => new[] { c.Old, c.New }).OfType<string>().Select(Guid.Parse).Distinct()];
        return ids.Length == 0 ? [] : await db.Set<Requirement>().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id.ToString(), r => $"R-{r.Number}", ct);
    }
}
