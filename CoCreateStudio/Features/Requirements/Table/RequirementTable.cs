using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Ui.Table;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Requirements.Table;

/// <summary>Reads lines of the requirement table; never more of them than are shown.</summary>
public sealed class RequirementTable(ProjectDbFactory projects, ProjectFactsReader facts, CurrentActor actor, TimeProvider clock)
{
    internal async Task<ReaderDay> ReaderAsync(Guid projectId, CancellationToken ct) => Reader((await facts.ReadAsync(projectId, ct)).Answers);

    /// <summary>The lines of a window: a stretch of each group that it touches.</summary>
    public async Task<IReadOnlyList<RequirementRow>> ReadAsync(
        Guid projectId, RequirementFilter filter, IReadOnlyList<Stretch> window, bool withTexts, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        var reader = await ReaderAsync(projectId, filter, ct);
        List<RequirementRow> lines = [];
        foreach (var stretch in window)
        {
            var rows = Rows(db, filter, stretch.Group, reader);
            lines.AddRange(await Lines(db, rows.Skip(stretch.Skip).Take(stretch.Take), withTexts ? LongTexts.Length : 0).ToListAsync(ct));
        }

        return await WithPicturesAsync(db, lines, ct);
    }

    public async Task<IReadOnlyList<RequirementRow>> ReadAsync(Guid projectId, IReadOnlyCollection<Guid> ids, bool withTexts, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        var rows = db.Set<Requirement>().AsNoTracking().Where(r => ids.Contains(r.Id));
        return await WithPicturesAsync(db, await Lines(db, rows, withTexts ? LongTexts.Length : 0).ToListAsync(ct), ct);
    }

    /// <summary>The rows of stretches of the table with their whole texts, however far they are from what is in sight.</summary>
    public async Task<IReadOnlyList<RequirementRow>> ReadWholeAsync(Guid projectId, RequirementFilter filter, IReadOnlyList<Stretch> stretches, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        var reader = await ReaderAsync(projectId, filter, ct);
        List<RequirementRow> lines = [];
        foreach (var stretch in stretches)
            lines.AddRange(await Lines(db, Rows(db, filter, stretch.Group, reader).Skip(stretch.Skip).Take(stretch.Take), Requirement.TextLength).ToListAsync(ct));
        return lines;
    }

    /// <summary>Where a requirement stands: its group, and how many rows of it come before; null where the filter leaves it out.</summary>
    public async Task<(string Group, int Row)?> PlaceAsync(Guid projectId, RequirementFilter filter, int number, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        filter = filter.For(isInternal: db.OnlyCustomer is null);
        var rows = db.Set<Requirement>().AsNoTracking().Matching(filter, await ReaderAsync(projectId, filter, ct));
        if (await rows.SingleOrDefaultAsync(r => r.Number == number, ct) is not { } row) return null;
        var group = RequirementQuery.GroupOf(row, filter.GroupedBy);
        return (group, await rows.InGroup(filter.GroupedBy, group).Before(row, filter, emptyIsLow: db is SqliteStudioDb).CountAsync(ct));
    }

    /// <summary>Which rows stand in stretches of the table.</summary>
    public async Task<IReadOnlyList<Guid>> IdsAsync(Guid projectId, RequirementFilter filter, IReadOnlyList<Stretch> stretches, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        var reader = await ReaderAsync(projectId, filter, ct);
        List<Guid> ids = [];
        foreach (var stretch in stretches) ids.AddRange(await Rows(db, filter, stretch.Group, reader).Skip(stretch.Skip).Take(stretch.Take).Select(r => r.Id).ToListAsync(ct));
        return ids;
    }

    /// <summary>These rows with their whole texts, in the order of the screen.</summary>
    public async Task<IReadOnlyList<RequirementRow>> ReadWholeAsync(Guid projectId, RequirementFilter filter, IReadOnlyCollection<Guid> ids, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        var rows = db.Set<Requirement>().AsNoTracking().Where(r => ids.Contains(r.Id)).InOrder(filter.For(isInternal: db.OnlyCustomer is null));
        return await Lines(db, rows, Requirement.TextLength).ToListAsync(ct);
    }

    /// <summary>All rows with their whole texts, in the order of the screen, one after the other.</summary>
    /// <param name="asCustomer">Only what the people of this customer see.</param>
    public async IAsyncEnumerable<RequirementRow> StreamAsync(
        Guid projectId, RequirementFilter filter, IReadOnlyList<string> groups, Guid? asCustomer = null, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, asCustomer, ct);
        var reader = await ReaderAsync(projectId, filter, ct);
        foreach (var group in groups)
            await foreach (var row in Lines(db, Rows(db, filter, group, reader), Requirement.TextLength).AsAsyncEnumerable().WithCancellation(ct)) yield return row;
    }

    private ReaderDay Reader(AnswerTargets? targets) => ReaderDay.At(clock.GetUtcNow().UtcDateTime, actor.TimeZone, targets);

    // Whoever does not ask for overdue answers need not know the targets.
    private Task<ReaderDay> ReaderAsync(Guid projectId, RequirementFilter filter, CancellationToken ct) =>
        filter.AnswerLate ? ReaderAsync(projectId, ct) : Task.FromResult(Reader(null));

    private static IQueryable<Requirement> Rows(StudioDb db, RequirementFilter filter, string group, ReaderDay reader)
    {
        filter = filter.For(isInternal: db.OnlyCustomer is null);
        return db.Set<Requirement>().AsNoTracking().Matching(filter, reader).InGroup(filter.GroupedBy, group).InOrder(filter);
    }

    /// <param name="length">How much of each long text; with 0 they are not even read.</param>
    private static IQueryable<RequirementRow> Lines(StudioDb db, IQueryable<Requirement> rows, int length) =>
        rows.Select(length == 0 ? Short(isInternal: db.OnlyCustomer is null) : WithTexts(length, isInternal: db.OnlyCustomer is null));

    private static Expression<Func<Requirement, RequirementRow>> WithTexts(int length, bool isInternal)
    {
        Expression<Func<Requirement, LongTexts>> texts = r => new LongTexts(
            r.Description!.Substring(0, length), r.Resolution!.Substring(0, length), r.Notes!.Substring(0, length),
            r.PublicReply!.Substring(0, length), isInternal ? r.InternalNote!.Substring(0, length) : null, r.StatusReason);
        var @short = Short(isInternal);
        var row = (MemberInitExpression)@short.Body;
        var ofSameRow = new Put(texts.Parameters[0], @short.Parameters[0]).Visit(texts.Body);
        return Expression.Lambda<Func<Requirement, RequirementRow>>(
            row.Update(row.NewExpression, [.. row.Bindings, Expression.Bind(typeof(RequirementRow).GetProperty(nameof(RequirementRow.Texts))!, ofSameRow)]), @short.Parameters);
    }

    private static async Task<IReadOnlyList<RequirementRow>> WithPicturesAsync(StudioDb db, List<RequirementRow> rows, CancellationToken ct)
    {
        Guid[] ids = [.. rows.Select(r => r.Id)];
        var pictures = (await db.Set<Attachment>().Where(a => ids.Contains(a.OwnerId) && a.RemovedAt == null)
            .OrderBy(a => a.Id).Select(a => new { a.OwnerId, a.Id }).ToListAsync(ct)).ToLookup(a => a.OwnerId, a => a.Id);
        return [.. rows.Select(r => pictures.Contains(r.Id) ? r with { Pictures = pictures[r.Id].Count(), FirstPicture = pictures[r.Id].First() } : r)];
    }

    private static Expression<Func<Requirement, RequirementRow>> Short(bool isInternal) => r => new RequirementRow
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
        SnoozedUntil = isInternal ? r.SnoozedUntil : null,
        FirstAnsweredAt = isInternal ? r.FirstAnsweredAt : null,
    };
}
