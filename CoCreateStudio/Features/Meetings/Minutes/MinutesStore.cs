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

    /// <summary>Makes the next version. What was forgotten becomes a thing of the project, as if it had been said; what is struck or changed leaves the things themselves alone.</summary>
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
            var now = Now;
            var version = await MinutesContent.SealAsync(db, meeting, whole.Apply(SealedMinutes.Read(latest.Content), why ?? "", actor.Name, now), actor.Name, now, ct);
            db.Add(version);
            return await db.SavedAsync(ct) ? version : null;
        }, ct);
        return made.Number;
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
