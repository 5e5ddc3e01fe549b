using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings;

/// <summary>Planning: a meeting, its agenda and those invited. One act, one save.</summary>
public sealed class MeetingStore(ProjectDbFactory projects)
{
    /// <summary>Plans a meeting as a draft, with the project's people on it, and the customer's whose meeting it is.</summary>
    /// <returns>Its number.</returns>
    public async Task<int> PlanAsync(Guid projectId, MeetingPlan plan, CancellationToken ct = default)
    {
        var planned = await ProjectNumbers.InTurnAsync(projectId, async () =>
        {
            await using var db = await projects.OpenAsync(projectId, Right.HoldMeetings, ct);
            Meeting meeting = new(projectId, (await ProjectNumbers.SequenceAsync(db, projectId, NumberSequence.OfMeetings, ct)).Next(), plan);
            db.Add(meeting);
            db.AddRange((await db.InvitedAsync(plan.CustomerId, ct)).Select(p => new Attendance(meeting, p.Name, p.Side, p.Id)));
            return await db.SavedAsync(ct) ? meeting : null;
        }, ct);
        return planned.Number;
    }

    /// <param name="seen">The plan as the person saw it; somebody else's change since is told, not overwritten.</param>
    public Task ReplanAsync(Guid projectId, Guid id, MeetingPlan seen, MeetingPlan plan, CancellationToken ct = default) => ChangeAsync(projectId, id, async (db, meeting) =>
    {
        if (meeting.Planned != seen) throw new RuleException(nameof(RuleText.ChangedJustNow));
        var before = meeting.CustomerId;
        meeting.Plan(plan);
        if (meeting.CustomerId != before) await db.InviteOthersAsync(meeting, ct);
    }, ct);

    public Task OpenAsync(Guid projectId, Guid id, CancellationToken ct = default) => ChangeAsync(projectId, id, (_, meeting) => Done(meeting.Open), ct);

    public Task CancelAsync(Guid projectId, Guid id, string? reason, CancellationToken ct = default) => ChangeAsync(projectId, id, (_, meeting) => Done(() => meeting.Cancel(reason)), ct);

    /// <summary>Takes place after all.</summary>
    public Task ReinstateAsync(Guid projectId, Guid id, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.HoldMeetings, async db => (await db.MeetingAsync(id, ct)).Reinstate(), ct);

    /// <summary>Puts a topic at the end of the agenda.</summary>
    public Task AddItemAsync(Guid projectId, Guid id, string title, int minutes, string? presenter, CancellationToken ct = default) => ChangeAsync(projectId, id, async (db, meeting) =>
        db.Add(new AgendaItem(meeting, await db.NextPlaceAsync(id, ct), title, minutes, presenter)), ct);

    public Task RenameItemAsync(Guid projectId, Guid id, Guid itemId, string title, CancellationToken ct = default) =>
        ChangeItemsAsync(projectId, id, itemId, (_, item) => item.Describe(title, item.Minutes, item.Presenter), ct);

    /// <summary>Plans how long a topic takes.</summary>
    public Task AllotItemAsync(Guid projectId, Guid id, Guid itemId, int minutes, CancellationToken ct = default) =>
        ChangeItemsAsync(projectId, id, itemId, (_, item) => item.Describe(item.Title, minutes, item.Presenter), ct);

    public Task GiveItemAsync(Guid projectId, Guid id, Guid itemId, string? presenter, CancellationToken ct = default) =>
        ChangeItemsAsync(projectId, id, itemId, (_, item) => item.Describe(item.Title, item.Minutes, presenter), ct);

    /// <summary>Moves a topic so many places down, or up where it is negative.</summary>
    public Task MoveItemAsync(Guid projectId, Guid id, Guid itemId, int by, CancellationToken ct = default) => ChangeItemsAsync(projectId, id, itemId, (items, item) =>
    {
        var at = items.IndexOf(item);
        items.RemoveAt(at);
        items.Insert(Math.Clamp(at + by, 0, items.Count), item);
        for (var i = 0; i < items.Count; i++) items[i].MoveTo(i + 1);
    }, ct);

    public Task DecideItemAsync(Guid projectId, Guid id, Guid itemId, ItemState state, CancellationToken ct = default) =>
        ChangeItemsAsync(projectId, id, itemId, (_, item) => item.Decide(state), ct);

    /// <summary>Takes a topic off the agenda; what was said under it stays with the meeting.</summary>
    public Task RemoveItemAsync(Guid projectId, Guid id, Guid itemId, CancellationToken ct = default) => ChangeAsync(projectId, id, async (db, meeting) =>
    {
        if (meeting.CurrentItemId == itemId) throw new RuleException(nameof(RuleText.MeetingRuns));
        db.Remove(await db.Set<AgendaItem>().SingleOrDefaultAsync(i => i.Id == itemId && i.MeetingId == id, ct) ?? throw new RuleException(nameof(RuleText.NotOnAgenda)));
    }, ct);

    /// <summary>Puts a topic on the agenda again that was taken off it; the proposal that it came of no longer waits.</summary>
    public Task RestoreItemAsync(Guid projectId, Guid id, AgendaItem removed, CancellationToken ct = default) => ChangeAsync(projectId, id, async (db, meeting) =>
    {
        if (removed.MeetingId != meeting.Id) throw new RuleException(nameof(RuleText.NotThere));
        if (await db.Set<AgendaItem>().AnyAsync(i => i.Id == removed.Id || (removed.FromItemId != null && i.FromItemId == removed.FromItemId), ct)) throw new RuleException(nameof(RuleText.OnAgendaAlready), removed.Title);
        var item = removed.Again();
        (await db.Set<Proposal>().SingleOrDefaultAsync(p => p.Id == removed.TopicId, ct))?.Take(item);
        db.Add(item);
    }, ct);

    /// <summary>Invites somebody, also without an account; whoever has one in the project is known by their name. To the drafts of the series that follow, too.</summary>
    public Task InviteAsync(Guid projectId, Guid id, string name, Side side, CancellationToken ct = default) => ChangeAsync(projectId, id, async (db, meeting) =>
    {
        name = name.Trim();
        if (await db.Set<Attendance>().AnyAsync(a => a.MeetingId == id && a.Name == name, ct)) throw new RuleException(nameof(RuleText.InvitedAlready), name);
        var known = await db.KnownAsync(name, meeting.CustomerId, ct);
        db.Add(new Attendance(meeting, name, known?.Side ?? side, known?.Id));
        foreach (var next in await db.FollowingAsync(meeting, ct))
            if (!await db.Set<Attendance>().AnyAsync(a => a.MeetingId == next.Id && a.Name == name, ct)) db.Add(new Attendance(next, name, known?.Side ?? side, known?.Id));
    }, ct);

    public Task MarkAsync(Guid projectId, Guid id, Guid attendanceId, Attended? state, CancellationToken ct = default) => ChangeAsync(projectId, id, async (db, _) =>
        (await db.Set<Attendance>().SingleOrDefaultAsync(a => a.Id == attendanceId && a.MeetingId == id, ct) ?? throw new RuleException(nameof(RuleText.NotThere))).Mark(state), ct);

    private Task ChangeItemsAsync(Guid projectId, Guid id, Guid itemId, Action<List<AgendaItem>, AgendaItem> change, CancellationToken ct) => ChangeAsync(projectId, id, async (db, _) =>
    {
        var items = await db.AgendaAsync(id, ct);
        change(items, items.Find(i => i.Id == itemId) ?? throw new RuleException(nameof(RuleText.NotOnAgenda)));
    }, ct);

    // The meeting is saved along: whoever closes it at this moment looks again.
    private Task ChangeAsync(Guid projectId, Guid id, Func<StudioDb, Meeting, Task> change, CancellationToken ct) => projects.ChangeAsync(projectId, Right.HoldMeetings, async db =>
    {
        var meeting = await db.MeetingAsync(id, ct);
        meeting.NotOver();
        await change(db, meeting);
        db.Claim(meeting);
    }, ct);

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
