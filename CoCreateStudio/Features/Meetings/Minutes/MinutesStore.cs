using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Features.Meetings.Live;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings.Minutes;

/// <summary>Correcting minutes: each save is one more version, and those before stay as they are.</summary>
public sealed class MinutesStore(ProjectDbFactory projects, CurrentActor actor, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Makes the next version. What was forgotten becomes a thing of the project, as if it had been said; the things whose lines are changed or struck follow (<see cref="CorrectedEntry"/>).</summary>
    /// <param name="seen">The version that was corrected; where somebody else was faster, nothing is written.</param>
    /// <returns>The number of the new version.</returns>
    public async Task<int> CorrectAsync(Guid projectId, Guid meetingId, int seen, MinutesCorrection correction, string? why, CancellationToken ct = default)
    {
        var made = await ProjectNumbers.InTurnAsync(projectId, async () =>
        {
            await using var db = await projects.OpenAsync(projectId, Right.HoldMeetings, ct);
            var meeting = await db.MeetingAsync(meetingId, ct);
            var latest = await db.Set<MinutesVersion>().Where(v => v.MeetingId == meetingId).OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct) ?? throw new RuleException(nameof(RuleText.NotThere));
            latest.MustBe(seen);
            var whole = correction with { Forgotten = await KeepAsync(db, meeting, correction.Forgotten, ct) };
            var (now, before) = (Now, SealedMinutes.Read(latest.Content));
            var after = whole.Apply(before, why ?? "", actor.Name, now);
            var version = await MinutesContent.SealAsync(db, meeting, after, actor.Name, now, ct);
            db.Add(version);
            await FollowAsync(db, meeting, before, after, now, ct);
            await AttendAsync(db, meeting, before, after, ct);
            return await db.SavedAsync(ct) ? version : null;
        }, ct);
        return made.Number;
    }

    private static async Task FollowAsync(StudioDb db, Meeting meeting, SealedMinutes before, SealedMinutes after, DateTime now, CancellationToken ct)
    {
        var lines = after.All.ToDictionary(l => l.Id!);
        var changed = before.All.Where(b => lines.GetValueOrDefault(b.Id!) != b && Guid.TryParse(b.Id, out _)).ToDictionary(b => Guid.Parse(b.Id!));
        foreach (var entry in await db.Set<Entry>().Where(e => e.MeetingId == meeting.Id && changed.Keys.Contains(e.Id)).ToListAsync(ct))
        {
            if (lines.TryGetValue(changed[entry.Id].Id!, out var corrected)) entry.Follow(changed[entry.Id], corrected);
            else entry.Strike(now);
        }
    }

    // Who was there is asked to confirm, also whoever was forgotten.
    private static async Task AttendAsync(StudioDb db, Meeting meeting, SealedMinutes before, SealedMinutes after, CancellationToken ct)
    {
        var list = await db.Set<Attendance>().Where(a => a.MeetingId == meeting.Id).ToDictionaryAsync(a => a.Name, ct);
        foreach (var person in after.People.Except(before.People))
        {
            if (!list.TryGetValue(person.Name, out var attendance))
            {
                var known = await db.KnownAsync(person.Name, meeting.CustomerId, ct);
                attendance = db.Add(new Attendance(meeting, person.Name, person.Side, known?.Side == person.Side ? known?.Id : null)).Entity;
            }

            attendance.Mark(person.State);
        }
    }

    private async Task<IReadOnlyList<ForgottenLine>> KeepAsync(StudioDb db, Meeting meeting, IReadOnlyList<ForgottenLine> forgotten, CancellationToken ct)
    {
        if (forgotten.Count == 0) return [];
        var items = await db.Set<AgendaItem>().Where(i => i.MeetingId == meeting.Id).OrderBy(i => i.Position).ThenBy(i => i.Id).Select(i => i.Id).ToListAsync(ct);
        List<ForgottenLine> kept = [];
        foreach (var (topic, line) in forgotten)
        {
            Said said = new(meeting.ProjectId, meeting.Id, topic is { } at ? items.ElementAtOrDefault(at) : null, meeting.CustomerId, actor.PersonId, actor.Name, Now);
            var entry = await EntryStore.MakeAsync(db, said, line.Kind, line.Text, line.Owner, line.Due, Guid.CreateVersion7(), ct);
            (entry as Decision)?.Explain(line.DecidedBy, line.Why);
            db.Add(entry);
            kept.Add(new(topic, MinutesContent.Line(entry)));
        }

        return kept;
    }
}
