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

/// <summary>Checks the chain of all minutes of a project, from the first version on.</summary>
public sealed class MinutesRecord(ProjectDbFactory projects)
{
    public async Task<RecordCheck> CheckAsync(Guid projectId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        return await CheckAsync(db, projectId, ct);
    }

    /// <summary>The versions with their contents, in the order of the chain, as they are exported.</summary>
    public async Task<IReadOnlyList<ChainLink>> LinksAsync(Guid projectId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        return await Links(db).Select(l => l.Link).ToListAsync(ct);
    }

    internal static async Task<RecordCheck> CheckAsync(StudioDb db, Guid projectId, CancellationToken ct)
    {
        MinutesChain chain = new(isWhole: db.OnlyCustomer is null);
        List<RecordLine> lines = [];
        await foreach (var (link, title) in Links(db).AsAsyncEnumerable().WithCancellation(ct))
        {
            chain.Add(link);
            lines.Add(new(link.Place, link.Meeting, link.Version, title, link.By, link.At, link.Hash));
        }

        var made = await db.Set<NumberSequence>().Where(s => s.ProjectId == projectId && s.Name == NumberSequence.OfMinutes).Select(s => s.Last).SingleOrDefaultAsync(ct);
        chain.End(made, await db.Set<Meeting>().Where(m => m.State == MeetingState.Closed).Select(m => m.Number).ToListAsync(ct));
        return new(lines, chain.Faults, db.OnlyCustomer is null, chain.Head);
    }

    private static IQueryable<TitledLink> Links(StudioDb db) =>
        from v in db.Set<MinutesVersion>().AsNoTracking()
        join m in db.Set<Meeting>() on v.MeetingId equals m.Id
        orderby v.Place
        select new TitledLink(new ChainLink(v.Place, m.Number, v.Number, v.PreviousHash, v.Content, v.Hash, v.By, v.At, v.Why), m.Title);

    private sealed record TitledLink(ChainLink Link, string Title);
}
