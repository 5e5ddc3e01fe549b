using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Import.Difference;
using CoCreateStudio.Features.Requirements.Import.Learning;
using CoCreateStudio.Features.Requirements.RoundTrip;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Requirements.Import;

/// <summary>What is to be written: the rows that are taken, and whose they are.</summary>
public sealed record ImportOrder(string FileName, IReadOnlyList<ImportRow> Rows, int LeftOut, Guid? CustomerId = null, bool Shared = false)
{
    /// <summary>What was there when the rows were compared; null when nobody compared them.</summary>
    public KnownRows? Seen { get; init; }

    /// <summary>How the tables of the file were taken, for the next file of their shape.</summary>
    public IReadOnlyList<LearnedTable> Tables { get; init; } = [];

    public int Same { get; init; }

    public int Wrong { get; init; }

    /// <summary>The file itself, and the workbook of its wrong rows.</summary>
    public IReadOnlyList<KeptFile> Files { get; init; } = [];

    /// <summary>The table that this file is, where we sent it.</summary>
    public ReturnedTable? Returned { get; init; }
}

/// <summary>Writes a file's rows, all or none, and takes them back.</summary>
public sealed class ImportStore(ProjectDbFactory projects, CurrentActor actor, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<ImportRun> WriteAsync(Guid projectId, ImportOrder order, CancellationToken ct = default)
    {
        var writing = await StartAsync(projectId, order, ct);
        var pictures = await ImportPictures.ReadAsync(order.Rows, ct);
        List<ImportRow> added = [.. order.Rows.Where(r => r.Fate != RowFate.Merge)], merged = [.. order.Rows.Where(r => r.Fate == RowFate.Merge)];
        return await ProjectNumbers.InTurnAsync(projectId, async () =>
        {
            await using var db = await projects.OpenAsync(projectId, Right.ImportRequirements, ct);
            ImportRun run = new(projectId, Path.GetFileName(order.FileName), actor.PersonId, actor.Name, Now, added.Count, pictures.Values.Sum(p => p.Count), order.LeftOut)
            {
                Changed = merged.Count,
                Same = order.Same,
                Wrong = order.Wrong,
                HasFile = order.Files.Any(f => f.Kind == ImportFileKind.Sent),
            };
            var there = await StillThere.ReadAsync(db, merged, ct);
            await StillThere.MustSayNothingOfAsync(db, added, order.Seen, ct);
            if (order.Returned is { } returned) await returned.MustStillStandAsync(db, [.. merged.Where(r => r.By == Side.Customer).Select(there.For)], Now, actor.Name, ct);
            foreach (var row in merged) Merge(db, row, there.For(row), writing, pictures);
            await AddAsync(db, added, run, writing, pictures, ct);
            await ImportMappings.LearnAsync(db, run, order, ct);
            db.AddMany([.. order.Files.SelectMany(f => f.Pieces.Select((bytes, i) => new ImportFile(run, f.Kind, i, bytes)))]);
            return await db.SavedAsync(ct) ? run : null;
        }, ct);
    }

    /// <summary>The imports of a project, the newest first.</summary>
    public async Task<IReadOnlyList<ImportRun>> ListAsync(Guid projectId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ImportRequirements, ct);
        return await db.Set<ImportRun>().AsNoTracking().OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(50).ToListAsync(ct);
    }

    /// <summary>Archives the rows that an import brought, also those that somebody has edited since, and gives changed rows their old values back.</summary>
    public async Task<ImportUndone> UndoAsync(Guid projectId, Guid importId, CancellationToken ct = default)
    {
        while (true)
        {
            await using var db = await projects.OpenAsync(projectId, Right.ImportRequirements, ct);
            var run = await db.Set<ImportRun>().SingleOrDefaultAsync(r => r.Id == importId, ct) ?? throw new RuleException(nameof(RuleText.NotThere));
            run.Undo(Now);
            var rows = db.Set<Requirement>().Where(r => r.ImportId == importId && r.ArchivedAt == null);
            var edited = await rows.CountAsync(r => r.Version > 0, ct);
            var archived = db.FillMany(projectId, rows, r => r.ArchivedAt, Now);
            var (back, kept) = await PutBackAsync(db, importId, ct);
            if (await db.SavedAsync(ct)) return new(archived.Count, edited, back, kept);
        }
    }

    /// <summary>What is there already, for a file to be compared with.</summary>
    public async Task<KnownRows> KnownAsync(Guid projectId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ImportRequirements, ct);
        List<KnownRow> known = [];
        await foreach (var row in db.Set<Requirement>().AsNoTracking().OrderBy(r => r.Number)
            .Select(r => new { r.Id, r.Number, r.Title, r.Description, r.ArchivedAt }).AsAsyncEnumerable().WithCancellation(ct))
            known.Add(new(row.Id, row.Number, row.Title, row.ArchivedAt is null ? SameText.Of(row.Title, row.Description) : "", row.ArchivedAt is not null));
        return new(known, (ids, stop) => TodayAsync(projectId, ids, stop), (id, stop) => PictureAsync(projectId, id, stop));
    }

    private async Task<byte[]?> PictureAsync(Guid projectId, Guid id, CancellationToken ct)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ImportRequirements, ct);
        return await db.Set<Attachment>().AsNoTracking().Where(a => a.Id == id).Select(a => a.Content!.Bytes).SingleOrDefaultAsync(ct);
    }

    private async Task<IReadOnlyDictionary<Guid, TodaysRow>> TodayAsync(Guid projectId, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ImportRequirements, ct);
        Dictionary<Guid, TodaysRow> today = new(ids.Count);
        foreach (var batch in ids.Chunk(500))
        {
            var pictures = (await db.Set<Attachment>().Where(a => batch.Contains(a.OwnerId) && a.RemovedAt == null)
                .Select(a => new { a.OwnerId, a.Id, a.Size }).ToListAsync(ct)).ToLookup(a => a.OwnerId, a => new TodaysPicture(a.Id, a.Size));
            var links = (await db.Set<RequirementLink>().Where(l => batch.Contains(l.RequirementId) && l.Url != null)
                .Select(l => new { l.RequirementId, l.Url }).ToListAsync(ct)).ToLookup(l => l.RequirementId, l => l.Url!);
            foreach (var row in await db.Set<Requirement>().AsNoTracking().Where(r => batch.Contains(r.Id)).ToListAsync(ct))
                today[row.Id] = new(row) { Pictures = [.. pictures[row.Id]], Links = [.. links[row.Id]] };
        }

        return today;
    }

    private async Task AddAsync(StudioDb db, List<ImportRow> rows, ImportRun run, RowWriting writing, IReadOnlyDictionary<ImportRow, List<ReadPicture>> pictures, CancellationToken ct)
    {
        db.Add(run);
        if (rows.Count == 0) return;
        var number = (await ProjectNumbers.SequenceAsync(db, run.ProjectId, NumberSequence.OfRequirements, ct)).Take(rows.Count);
        List<Requirement> requirements = new(rows.Count);
        List<RequirementLink> links = [];
        foreach (var row in rows)
        {
            var requirement = writing.Requirement(row, number++, run, Now, actor.Name);
            requirements.Add(requirement);
            links.AddRange(row.Links.Where(IsAddress).Select(l => new RequirementLink(requirement, l, null)));
            AddPictures(db, requirement, pictures.GetValueOrDefault(row));
        }

        db.AddMany(requirements);
        db.AddMany(links);
    }

    private void Merge(StudioDb db, ImportRow row, Requirement requirement, RowWriting writing, IReadOnlyDictionary<ImportRow, List<ReadPicture>> pictures)
    {
        writing.Change(requirement, [.. row.Changes.Where(c => c.Taken && StillThere.Value(requirement, c) != c.New)], Now, row.By);
        db.AddRange(row.NewLinks.Where(IsAddress).Select(l => new RequirementLink(requirement, l, null)));
        AddPictures(db, requirement, pictures.GetValueOrDefault(row));
    }

    private void AddPictures(StudioDb db, Requirement requirement, List<ReadPicture>? pictures)
    {
        foreach (var picture in pictures ?? []) db.Add(new Attachment(requirement.ProjectId, requirement.Id, picture.FileName, picture.Kind, picture.Bytes, actor.Name, Now));
    }

    // What the import did to rows that were there before: values, pictures and links.
    private async Task<(int Back, int Kept)> PutBackAsync(StudioDb db, Guid importId, CancellationToken ct)
    {
        var entries = db.Set<AuditEntry>();
        var act = await entries.Where(e => e.EntityId == importId && e.Entity == nameof(ImportRun) && e.Action == AuditAction.Added).Select(e => e.ActId).SingleAsync(ct);
        var added = entries.Where(e => e.ActId == act && e.Action == AuditAction.Added).Select(e => e.EntityId);
        var own = db.Set<Requirement>().Where(r => r.ImportId == importId).Select(r => r.Id);
        foreach (var picture in await db.Set<Attachment>().Where(a => added.Contains(a.Id) && !own.Contains(a.OwnerId)).ToListAsync(ct)) picture.Remove(Now);
        db.RemoveRange(await db.Set<RequirementLink>().Where(l => added.Contains(l.Id)).ToListAsync(ct));
        return await db.PutBackAsync<Requirement>(act, ct);
    }

    private async Task<RowWriting> StartAsync(Guid projectId, ImportOrder order, CancellationToken ct)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ImportRequirements, ct);
        return await RowWriting.StartAsync(db, projectId, order, ct);
    }

    private static bool IsAddress(string address) =>
        address.Length <= RequirementLink.UrlLength && Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https" or "mailto" && uri.AbsoluteUri.Length <= RequirementLink.UrlLength;
}
