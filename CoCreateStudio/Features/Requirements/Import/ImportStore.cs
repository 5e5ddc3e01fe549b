using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Requirements.Import;

/// <summary>What is to be written: the rows that are taken, and whose they are.</summary>
public sealed record ImportOrder(string FileName, IReadOnlyList<ImportRow> Rows, int LeftOut, Guid? CustomerId = null, bool Shared = false);

public sealed record ImportUndone(int Rows, int Edited);

/// <summary>Writes a file's rows, all or none, and takes them back.</summary>
public sealed class ImportStore(ProjectDbFactory projects, CurrentActor actor, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<ImportRun> WriteAsync(Guid projectId, ImportOrder order, CancellationToken ct = default)
    {
        var writing = await StartAsync(projectId, order, ct);
        var pictures = await ImportPictures.ReadAsync(order.Rows, ct);
        return await RequirementNumbers.InTurnAsync(projectId, async () =>
        {
            await using var db = await projects.OpenAsync(projectId, Right.ImportRequirements, ct);
            ImportRun run = new(projectId, Path.GetFileName(order.FileName), actor.PersonId, actor.Name, Now, order.Rows.Count, pictures.Values.Sum(p => p.Count), order.LeftOut);
            var number = (await RequirementNumbers.SequenceAsync(db, projectId, ct)).Take(order.Rows.Count);
            List<Requirement> requirements = new(order.Rows.Count);
            List<RequirementLink> links = [];
            foreach (var row in order.Rows)
            {
                var requirement = writing.Requirement(row, number++, run, Now, actor.Name);
                requirements.Add(requirement);
                links.AddRange(row.Links.Where(IsAddress).Select(l => new RequirementLink(requirement, l, null)));
                foreach (var picture in pictures.GetValueOrDefault(row) ?? [])
                    db.Add(new Attachment(projectId, requirement.Id, picture.FileName, picture.Kind, picture.Bytes, actor.Name, Now));
            }

            db.Add(run);
            db.AddMany(requirements);
            db.AddMany(links);
            return await db.SavedAsync(ct) ? run : null;
        }, ct);
    }

    /// <summary>The imports of a project, the newest first.</summary>
    public async Task<IReadOnlyList<ImportRun>> ListAsync(Guid projectId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ImportRequirements, ct);
        return await db.Set<ImportRun>().AsNoTracking().OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(50).ToListAsync(ct);
    }

    /// <summary>Archives the rows that an import brought, also those that somebody has edited since.</summary>
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
            if (await db.SavedAsync(ct)) return new(archived.Count, edited);
        }
    }

    /// <summary>What is there already: requirements that are not archived, by their words.</summary>
    public async Task<IReadOnlyDictionary<string, int>> WordsAsync(Guid projectId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ImportRequirements, ct);
        var known = new Dictionary<string, int>();
        await foreach (var row in db.Set<Requirement>().AsNoTracking().Where(r => r.ArchivedAt == null).OrderBy(r => r.Number)
            .Select(r => new { r.Number, r.Title, r.Description }).AsAsyncEnumerable().WithCancellation(ct))
            known.TryAdd(SameText.Of(row.Title, row.Description), row.Number);
        return known;
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
