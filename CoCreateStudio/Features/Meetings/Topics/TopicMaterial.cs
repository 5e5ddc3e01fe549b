using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings.Topics;

/// <summary>What belongs to a topic: links that whoever is invited adds to a proposal, or to an item of an agenda.</summary>
public sealed class TopicMaterial(ProjectDbFactory projects, CurrentActor actor)
{
    /// <param name="topicId">A proposal or an item, as the reader sees them; see <see cref="AgendaItem.Topic"/>.</param>
    public Task AddLinkAsync(Guid projectId, Guid topicId, string url, string? title, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.Comment, async db =>
    {
        await MustBeOpenAsync(db, topicId, ct);
        db.Add(new TopicLink(projectId, topicId, url, title, actor.PersonId, actor.Name));
    }, ct);

    public Task RemoveLinkAsync(Guid projectId, Guid linkId, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.Comment, async db =>
    {
        var link = await db.Set<TopicLink>().SingleOrDefaultAsync(l => l.Id == linkId, ct) ?? throw new RuleException(nameof(RuleText.NotThere));
        if (db.OnlyCustomer is not null && link.AddedById != actor.PersonId) throw new RuleException(nameof(RuleText.NotYourMaterial));
        await MustBeOpenAsync(db, link.TopicId, ct);
        db.Remove(link);
    }, ct);

    // What was shown in a meeting that is over belongs to its record.
    private static async Task MustBeOpenAsync(StudioDb db, Guid topicId, CancellationToken ct)
    {
        var meetings = await (from i in db.Set<AgendaItem>() where (i.TopicId ?? i.Id) == topicId join m in db.Set<Meeting>() on i.MeetingId equals m.Id select m.State).ToListAsync(ct);
        if (meetings.Count > 0 && meetings.All(s => s is MeetingState.Closed or MeetingState.Cancelled)) throw new RuleException(nameof(RuleText.MeetingOver));
        if (meetings.Count == 0 && !await db.Set<Proposal>().AnyAsync(p => p.Id == topicId, ct)) throw new RuleException(nameof(RuleText.NotThere));
    }
}
