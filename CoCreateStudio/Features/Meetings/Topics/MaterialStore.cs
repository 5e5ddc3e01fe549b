using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings.Topics;

/// <summary>What belongs to a topic: links and files that whoever is invited adds to a proposal, or to an item of an agenda.</summary>
public sealed class MaterialStore(ProjectDbFactory projects, CurrentActor actor, TimeProvider clock)
{
    /// <param name="topicId">A proposal or an item, as the reader sees them; see <see cref="AgendaItem.Topic"/>.</param>
    public Task AddLinkAsync(Guid projectId, Guid topicId, string url, string? title, CancellationToken ct = default) =>
        AddAsync(projectId, topicId, () => new MaterialLink(projectId, topicId, new(url), title, actor.PersonId, actor.Name), ct);

    /// <inheritdoc cref="AddLinkAsync"/>
    public Task AddFileAsync(Guid projectId, Guid topicId, string name, byte[] bytes, CancellationToken ct = default) =>
        AddAsync(projectId, topicId, () => new MaterialFile(projectId, topicId, new(name, bytes), actor.PersonId, actor.Name), ct);

    public Task RemoveAsync(Guid projectId, Guid materialId, CancellationToken ct = default) =>
        ChangeAsync(projectId, materialId, m => m.Remove(clock.GetUtcNow().UtcDateTime), ct);

    public Task RestoreAsync(Guid projectId, Guid materialId, CancellationToken ct = default) => ChangeAsync(projectId, materialId, m => m.Restore(), ct);

    /// <summary>A file's name and bytes; null when there is none that the actor may see.</summary>
    public async Task<(string Name, byte[] Bytes)?> OpenAsync(Guid projectId, Guid materialId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        var found = await db.Set<MaterialFile>().Where(f => f.Id == materialId && f.RemovedAt == null).Select(f => new { f.Title, f.Content!.Bytes }).SingleOrDefaultAsync(ct);
        return found is null ? null : (found.Title, found.Bytes);
    }

    private Task AddAsync(Guid projectId, Guid topicId, Func<Material> make, CancellationToken ct) => projects.ChangeAsync(projectId, Right.Comment, async db =>
    {
        await MustBeOpenAsync(db, topicId, ct);
        db.Add(make());
    }, ct);

    private Task ChangeAsync(Guid projectId, Guid materialId, Action<Material> change, CancellationToken ct) => projects.ChangeAsync(projectId, Right.Comment, async db =>
    {
        var material = await db.Set<Material>().SingleOrDefaultAsync(m => m.Id == materialId, ct) ?? throw new RuleException(nameof(RuleText.NotThere));
        if (db.OnlyCustomer is not null && material.AddedById != actor.PersonId) throw new RuleException(nameof(RuleText.NotYourMaterial));
        await MustBeOpenAsync(db, material.TopicId, ct);
        change(material);
    }, ct);

    // What was shown in a meeting that is over belongs to its record.
    private static async Task MustBeOpenAsync(StudioDb db, Guid topicId, CancellationToken ct)
    {
        var meetings = await (from i in db.Set<AgendaItem>() where (i.TopicId ?? i.Id) == topicId join m in db.Set<Meeting>() on i.MeetingId equals m.Id select m.State).ToListAsync(ct);
        if (meetings.Count > 0 && meetings.All(s => s is MeetingState.Closed or MeetingState.Cancelled)) throw new RuleException(nameof(RuleText.MeetingOver));
        if (meetings.Count == 0 && !await db.Set<Proposal>().AnyAsync(p => p.Id == topicId, ct)) throw new RuleException(nameof(RuleText.NotThere));
    }
}
