using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Features.Meetings.Minutes;
using CoCreateStudio.Features.Meetings.Series;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings.Live;

/// <summary>Holding a meeting: its clocks and its end. The server says when a clock began; browsers count.</summary>
public sealed class RoomStore(ProjectDbFactory projects, CurrentActor actor, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Begins, with the first topic that is open.</summary>
    public Task StartAsync(Guid projectId, Guid id, CancellationToken ct = default) => InAsync(projectId, id, (meeting, items) =>
    {
        meeting.Start(Now);
        if (items.Find(i => i.State == ItemState.Open) is { } first) meeting.GoTo(first, from: null, Now);
    }, ct);

    public Task GoToAsync(Guid projectId, Guid id, Guid itemId, CancellationToken ct = default) => InAsync(projectId, id, (meeting, items) =>
        meeting.GoTo(items.Find(i => i.Id == itemId) ?? throw new RuleException(nameof(RuleText.NotOnAgenda)), items.Find(i => i.Id == meeting.CurrentItemId), Now), ct);

    /// <summary>Stops the clock of the current topic, or lets it run again.</summary>
    public Task HoldAsync(Guid projectId, Guid id, bool held, CancellationToken ct = default) => InAsync(projectId, id, (meeting, items) =>
    {
        if (held) meeting.Hold(items.Find(i => i.Id == meeting.CurrentItemId), Now);
        else meeting.Resume(Now);
    }, ct);

    /// <summary>Closes it and makes version 1 of its minutes, in one act; where it belongs to a series, the next ones come into being along with it.</summary>
    public async Task CloseAsync(Guid projectId, Guid id, string? remark, CancellationToken ct = default)
    {
        await ProjectNumbers.InTurnAsync(projectId, async () =>
        {
            await using var db = await projects.OpenAsync(projectId, Right.HoldMeetings, ct);
            var meeting = await db.MeetingAsync(id, ct);
            var (whole, now) = (await MinutesContent.ReadAsync(db, meeting, ct), Now);
            meeting.Close(whole.Items.FirstOrDefault(i => i.Id == meeting.CurrentItemId), Unfinished.Of(meeting.CurrentItemId, whole.Items, whole.Entries.OfType<ActionItem>(), whole.People), remark, now);
            db.Add(await MinutesContent.SealAsync(db, meeting, whole.First(meeting, actor.Name, now), actor.Name, now, ct));
            if (await db.Set<MeetingSeries>().SingleOrDefaultAsync(s => s.Id == meeting.SeriesId, ct) is { } series) await db.AddMissingAsync(series, now, ct);

            // What the minutes hold must still be so when they are saved.
            foreach (var row in whole.Rows) db.Claim(row);
            await db.CountLineAsync(projectId, ct);
            return await db.SavedAsync(ct) ? meeting : null;
        }, ct);
    }

    private Task InAsync(Guid projectId, Guid id, Action<Meeting, List<AgendaItem>> act, CancellationToken ct) => projects.ChangeAsync(projectId, Right.HoldMeetings, async db =>
        act(await db.MeetingAsync(id, ct), await db.AgendaAsync(id, ct)), ct);
}
