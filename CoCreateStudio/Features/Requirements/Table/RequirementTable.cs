using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Ui.Table;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Requirements.Table;

/// <summary>Reads lines of the requirement table; never more of them than are shown.</summary>
public sealed class RequirementTable(ProjectDbFactory projects, CurrentActor actor, TimeProvider clock)
{
    /// <summary>Today where the reader lives.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), actor.TimeZone).DateTime);

    /// <summary>The lines of a window: a stretch of each group that it touches.</summary>
    public async Task<IReadOnlyList<RequirementRow>> ReadAsync(
        Guid projectId, RequirementFilter filter, IReadOnlyList<Stretch> window, bool withTexts, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        filter = filter.For(isInternal: db.OnlyCustomer is null);
        List<RequirementRow> lines = [];
        foreach (var stretch in window)
        {
            var rows = db.Set<Requirement>().AsNoTracking().Matching(filter, Today).InGroup(filter.GroupedBy, stretch.Group).InOrder(filter);
            lines.AddRange(await Lines(db, rows.Skip(stretch.Skip).Take(stretch.Take), withTexts, db.OnlyCustomer is null).ToListAsync(ct));
        }

        return lines;
    }

    public async Task<IReadOnlyList<RequirementRow>> ReadAsync(Guid projectId, IReadOnlyCollection<Guid> ids, bool withTexts, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        return await Lines(db, db.Set<Requirement>().AsNoTracking().Where(r => ids.Contains(r.Id)), withTexts, db.OnlyCustomer is null).ToListAsync(ct);
    }

    private static IQueryable<RequirementRow> Lines(StudioDb db, IQueryable<Requirement> rows, bool withTexts, bool internals) =>
        rows.Select(r => new RequirementRow
        {
            Id = r.Id,
            Number = r.Number,
            Version = r.Version,
            Title = r.Title,
            Status = r.Status,
            StatusSince = r.StatusSince,
            CreatedAt = r.CreatedAt,
            Urgency = r.Urgency,
            CustomerId = r.CustomerId,
            Department = r.Department,
            Category = r.Category,
            Phase = r.Phase,
            Reporter = r.Reporter,
            ReportedAt = r.ReportedAt,
            Owner = r.Owner,
            TargetDate = r.TargetDate,
            Shared = r.Shared,
            ArchivedAt = r.ArchivedAt,
            Pictures = db.Set<Attachment>().Count(a => a.OwnerId == r.Id && a.RemovedAt == null),
            FirstPicture = db.Set<Attachment>().Where(a => a.OwnerId == r.Id && a.RemovedAt == null).OrderBy(a => a.Id).Select(a => (Guid?)a.Id).FirstOrDefault(),
            Comments = db.Set<RequirementComment>().Count(c => c.RequirementId == r.Id),
            Texts = !withTexts ? null : new LongTexts(
                r.Description!.Substring(0, LongTexts.Length), r.Resolution!.Substring(0, LongTexts.Length), r.Notes!.Substring(0, LongTexts.Length),
                r.PublicReply!.Substring(0, LongTexts.Length), internals ? r.InternalNote!.Substring(0, LongTexts.Length) : null, r.StatusReason),
        });
}
