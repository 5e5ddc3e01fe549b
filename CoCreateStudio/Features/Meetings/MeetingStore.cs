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

    public Task ReplanAsync(Guid projectId, Guid id, MeetingPlan plan, CancellationToken ct = default) => ChangeAsync(projectId, id, (_, meeting) => Done(() => meeting.Plan(plan)), ct);

    public Task OpenAsync(Guid projectId, Guid id, CancellationToken ct = default) => ChangeAsync(projectId, id, (_, meeting) => Done(meeting.Open), ct);

    public Task CancelAsync(Guid projectId, Guid id, string? reason, CancellationToken ct = default) => ChangeAsync(projectId, id, (_, meeting) => Done(() => meeting.Cancel(reason)), ct);

    /// <summary>Takes place after all.</summary>
    public Task ReinstateAsync(Guid projectId, Guid id, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.HoldMeetings, async db => (await db.MeetingAsync(id, ct)).Reinstate(), ct);

    /// <summary>Puts a topic at the end of the agenda.</summary>
    public Task AddItemAsync(Guid projectId, Guid id, string title, int minutes, string? presenter, CancellationToken ct = default) => ChangeAsync(projectId, id, async (db, meeting) =>
        db.Add(new AgendaItem(meeting, await db.NextPlaceAsync(id, ct), title, minutes, presenter)), ct);

    public Task DescribeItemAsync(Guid projectId, Guid id, Guid itemId, string title, int minutes, string? presenter, CancellationToken ct = default) =>
        ChangeItemsAsync(projectId, id, itemId, (_, item) => item.Describe(title, minutes, presenter), ct);

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

    /// <summary>Invites somebody, also without an account.</summary>
    public Task InviteAsync(Guid projectId, Guid id, string name, Side side, CancellationToken ct = default) => ChangeAsync(projectId, id, async (db, meeting) =>
    {
        if (await db.Set<Attendance>().AnyAsync(a => a.MeetingId == id && a.Name == name.Trim(), ct)) throw new RuleException(nameof(RuleText.InvitedAlready), name.Trim());
        db.Add(new Attendance(meeting, name, side));
    }, ct);

    public Task MarkAsync(Guid projectId, Guid id, Guid attendanceId, Attended? state, CancellationToken ct = default) => ChangeAsync(projectId, id, async (db, _) =>
        (await db.Set<Attendance>().SingleOrDefaultAsync(a => a.Id == attendanceId && a.MeetingId == id, ct) ?? throw new RuleException(nameof(RuleText.NotThere))).Mark(state), ct);

    private Task ChangeItemsAsync(Guid projectId, Guid id, Guid itemId, Action<List<AgendaItem>, AgendaItem> change, CancellationToken ct) => ChangeAsync(projectId, id, async (db, _) =>
    {
        var items = await db.Set<AgendaItem>().Where(i => i.MeetingId == id).OrderBy(i => i.Position).ToListAsync(ct);
        change(items, items.Find(i => i.Id == itemId) ?? throw new RuleException(nameof(RuleText.NotOnAgenda)));
    }, ct);

    private async Task ChangeAsync(Guid projectId, Guid id, Func<StudioDb, Meeting, Task> change, CancellationToken ct)
    {
        while (true)
        {
            await using var db = await projects.OpenAsync(projectId, Right.HoldMeetings, ct);
            var meeting = await db.MeetingAsync(id, ct);
            meeting.NotOver();
            await change(db, meeting);
            if (await db.SavedAsync(ct)) return;
        }
    }

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
