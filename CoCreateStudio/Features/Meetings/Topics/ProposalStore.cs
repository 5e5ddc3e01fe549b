using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings.Topics;

/// <summary>Topics that wait for a meeting: who is invited proposes them, the host takes them on the agenda or says no. One act, one save.</summary>
public sealed class ProposalStore(ProjectDbFactory projects, CurrentActor actor, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task ProposeAsync(Guid projectId, Guid meetingId, Proposed proposed, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.Comment, async db =>
        db.Add(new Proposal(await db.MeetingAsync(meetingId, ct), proposed, By(db))), ct);

    /// <summary>Proposes a topic for whichever meeting of the series comes next.</summary>
    public Task ProposeForSeriesAsync(Guid projectId, Guid seriesId, Proposed proposed, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.TakeNotes, async db =>
        db.Add(new Proposal(await db.Set<MeetingSeries>().SingleOrDefaultAsync(s => s.Id == seriesId, ct) ?? throw new RuleException(nameof(RuleText.NotThere)), proposed, By(db))), ct);

    /// <summary>Puts a proposal at the end of the agenda.</summary>
    public Task TakeAsync(Guid projectId, Guid meetingId, Guid proposalId, CancellationToken ct = default) => HoldAsync(projectId, meetingId, async (db, meeting) =>
        db.Add(new AgendaItem(meeting, await db.NextPlaceAsync(meetingId, ct), await ProposalAsync(db, proposalId, ct))), ct);

    /// <summary>Puts what an earlier meeting deferred at the end of the agenda.</summary>
    public Task TakeDeferredAsync(Guid projectId, Guid meetingId, Guid itemId, CancellationToken ct = default) => HoldAsync(projectId, meetingId, async (db, meeting) =>
    {
        var from = await ItemAsync(db, itemId, ct);
        if (from.MeetingId == meetingId) throw new RuleException(nameof(RuleText.OnAgendaAlready), from.Title);
        if (await db.Set<AgendaItem>().AnyAsync(i => i.FromItemId == itemId, ct)) throw new RuleException(nameof(RuleText.OnAgendaAlready), from.Title);
        db.Claim(from); // whoever takes it up elsewhere at this moment has to look again
        db.Add(new AgendaItem(meeting, await db.NextPlaceAsync(meetingId, ct), from));
    }, ct);

    /// <summary>A deferred topic no longer comes back, or does so again.</summary>
    public Task DropAsync(Guid projectId, Guid itemId, bool dropped, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.HoldMeetings, async db =>
        (await ItemAsync(db, itemId, ct)).Drop(dropped), ct);

    public Task DeclineAsync(Guid projectId, Guid proposalId, string? answer, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.HoldMeetings, async db =>
        (await ProposalAsync(db, proposalId, ct)).Decline(answer, Now), ct);

    public Task ReopenAsync(Guid projectId, Guid proposalId, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.HoldMeetings, async db =>
        (await ProposalAsync(db, proposalId, ct)).Reopen(), ct);

    private Proposer By(StudioDb db) => new(db.Side, actor.PersonId, actor.Name, Now);

    private Task HoldAsync(Guid projectId, Guid meetingId, Func<StudioDb, Meeting, Task> change, CancellationToken ct) => projects.ChangeAsync(projectId, Right.HoldMeetings, async db =>
    {
        var meeting = await db.MeetingAsync(meetingId, ct);
        meeting.NotOver();
        await change(db, meeting);
    }, ct);

    private static async Task<Proposal> ProposalAsync(StudioDb db, Guid id, CancellationToken ct) =>
        await db.Set<Proposal>().SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new RuleException(nameof(RuleText.NotThere));

    private static async Task<AgendaItem> ItemAsync(StudioDb db, Guid id, CancellationToken ct) =>
        await db.Set<AgendaItem>().SingleOrDefaultAsync(i => i.Id == id, ct) ?? throw new RuleException(nameof(RuleText.NotOnAgenda));
}
