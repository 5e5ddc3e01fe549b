using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Domain.Files;
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
        return new(requirement.Id, requirement.Number, requirement.CreatedAt, requirement.CreatedBy, requirement.StatusSince, requirement.Reopened, requirement.ArchivedAt,
            RequirementFields.All.Where(f => isInternal || !f.IsInternal()).ToDictionary(f => f, requirement.Read), requirement.Extra,
            await PicturesAsync(db, requirement.Id, ct), await CommentsAsync(db, requirement.Id, ct), await LinksAsync(db, requirement.Id, ct), await HistoryAsync(db, requirement.Id, ct));
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

    private static async Task<IReadOnlyList<HistoryView>> HistoryAsync(StudioDb db, Guid id, CancellationToken ct) =>
        [.. (await db.Set<AuditEntry>().AsNoTracking().Where(e => e.EntityId == id).OrderByDescending(e => e.Id).Take(200).ToListAsync(ct))
            .Select(e => new HistoryView(e.Actor, e.At, e.Action, [.. Steps(e)]))
            .Where(h => h.Action == AuditAction.Added || h.Steps.Count > 0)];

    private static IEnumerable<FieldStep> Steps(AuditEntry entry) =>
        from change in entry.Changes
        where FieldsByProperty.ContainsKey(change.Field)
        select new FieldStep(FieldsByProperty[change.Field], change.Old, change.New);
}
