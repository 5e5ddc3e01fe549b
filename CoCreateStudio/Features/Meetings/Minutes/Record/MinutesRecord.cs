using System.Runtime.CompilerServices;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings.Minutes.Record;

/// <summary>A version in the record, with its name: the minutes of which meeting.</summary>
public sealed record RecordLine(int Place, int Meeting, int Version, string Title, string By, DateTime At, string Hash);

/// <summary>What a check of the record found.</summary>
/// <param name="IsWhole">False where the reader sees only their own company's meetings.</param>
/// <param name="Head">The last hash; null when there are no minutes.</param>
public sealed record RecordCheck(IReadOnlyList<RecordLine> Lines, IReadOnlyList<ChainFault> Faults, bool IsWhole, string? Head)
{
    public bool Fits => Faults.Count == 0;
}

/// <summary>The versions of a project in the order of the chain.</summary>
/// <param name="Made">How many there ever were; null for a reader who sees only some of them.</param>
public sealed record RecordExport(IReadOnlyList<ChainLink> Links, int? Made);

/// <summary>Checks the chain of all minutes of a project, from the first version on.</summary>
public sealed class MinutesRecord(ProjectDbFactory projects)
{
    public async Task<RecordCheck> CheckAsync(Guid projectId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        return await CheckAsync(db, projectId, ct);
    }

    /// <summary>The versions with their contents, as they are exported.</summary>
    public async Task<RecordExport> ExportAsync(Guid projectId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        int? made = db.OnlyCustomer is null ? await MadeAsync(db, projectId, ct) : null;
        List<ChainLink> links = [];
        await foreach (var (link, _) in LinksAsync(db, ct)) links.Add(link);
        return new(links, made);
    }

    internal static async Task<RecordCheck> CheckAsync(StudioDb db, Guid projectId, CancellationToken ct)
    {
        // What there must be is read before what there is: a meeting that is closed in between has its minutes then.
        var made = await MadeAsync(db, projectId, ct);
        var closed = await db.Set<Meeting>().Where(m => m.State == MeetingState.Closed).Select(m => m.Number).ToListAsync(ct);
        MinutesChain chain = new(isWhole: db.OnlyCustomer is null);
        List<RecordLine> lines = [];
        await foreach (var (link, title) in LinksAsync(db, ct))
        {
            chain.Add(link);
            lines.Add(new(link.Place, link.Meeting, link.Version, title, link.By, link.At, link.Hash));
        }

        chain.End(made, closed);
        return new(lines, chain.Faults, db.OnlyCustomer is null, chain.Head);
    }

    private static Task<int> MadeAsync(StudioDb db, Guid projectId, CancellationToken ct) =>
        db.Set<NumberSequence>().Where(s => s.ProjectId == projectId && s.Name == NumberSequence.OfMinutes).Select(s => s.Last).SingleOrDefaultAsync(ct);

    // In the order of the chain, each with the title of its meeting.
    private static async IAsyncEnumerable<(ChainLink Link, string Title)> LinksAsync(StudioDb db, [EnumeratorCancellation] CancellationToken ct)
    {
        var answers = (await db.Set<Confirmation>().AsNoTracking().OrderBy(c => c.At).ToListAsync(ct)).ToLookup(c => c.VersionId);
        var links = from v in db.Set<MinutesVersion>().AsNoTracking()
                    join m in db.Set<Meeting>() on v.MeetingId equals m.Id
                    orderby v.Place
                    select new { v.Id, Link = new ChainLink(v.Place, m.Number, v.Number, v.PreviousHash, v.Content, v.Hash, v.By, v.At, v.Why), m.Title };
        await foreach (var found in links.AsAsyncEnumerable().WithCancellation(ct)) yield return (found.Link with { Answers = [.. answers[found.Id]] }, found.Title);
    }
}
